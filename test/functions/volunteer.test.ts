import type { HouseholdCode } from '../../src/domain/household'
import type { Member } from '../../src/domain/member'
import type { Shift } from '../../src/domain/shift'
import type { CareRow, MyVolunteering, TeamRow, VolunteerBoard, VolunteerPage } from '../../src/domain/shift-page'
import { day } from '../../src/domain/day'
import { seats } from '../../src/domain/seats'
import type { Volunteer } from '../../src/domain/volunteer'
import { type Town, town } from './town'
import { member } from './world'
import { shift, volunteer } from './world-volunteer'

let here: Town
let turn = 0
const intent = () => `intent-volunteer-${(turn += 1)}`
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.stop())

const idOf = (who: string) => member('one', who, [])._id
const profile = {
  skills: ['skill-nursing', 'skill-photo'],
  words: '会修收音机',
  times: ['1-am', '6-pm'],
  places: ['centre'],
  withWhom: ['elders'],
  languages: ['mandarin', 'cantonese'],
  weekHours: 4,
  homeVisits: true,
  minors: false,
}
const registration = () => ({ intent: intent(), ...profile, pledge: true })
const staff = 'role-social-worker'
const decide = (who: string, step: object, as = intent()) => ({ intent: as, volunteer: idOf(who), step })
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 40 }, (_, n) => n)]).toString('base64')
const stored = (who: string) => here.read<Volunteer>('volunteers', idOf(who))

test('from registering to the first shift: looked at, trained, admitted, each told once', async () => {
  await here.put('members', [member('one', 'mei', ['resident'])])
  const first = registration()
  expect(await here.value<MyVolunteering>('mei', 'volunteer.register', first)).toMatchObject({
    volunteer: { state: 'applied', profile },
  })
  await here.value('mei', 'volunteer.register', first)
  expect((await here.ask('mei', 'volunteer.register', registration())).reply).toMatchObject({
    reason: 'volunteer-already',
  })
  await here.put('shifts', [shift('one', 'first', { training: ['basics'] })])
  const take = () => ({ intent: intent(), shift: 'first', people: [idOf('mei')] })
  expect((await here.ask('mei', 'shift.signUp', take())).reply).toMatchObject({ reason: 'no-permission' })

  const board = await here.value<VolunteerBoard>(staff, 'volunteer.list')
  expect(board.rows[0]).toMatchObject({ id: idOf('mei'), state: 'applied' })
  expect((await here.ask(staff, 'volunteer.decide', decide('mei', { kind: 'admit' }))).reply).toMatchObject({
    reason: 'training-needed',
  })
  for (const step of [{ kind: 'accept' }, { kind: 'train', topic: 'basics' }, { kind: 'admit' }]) {
    const asked = decide('mei', step)
    await here.value(staff, 'volunteer.decide', asked)
    await here.value(staff, 'volunteer.decide', asked)
  }
  expect(await here.read<Member>('members', idOf('mei'))).toMatchObject({ roles: ['resident', 'volunteer'] })
  expect((await here.ask('mei', 'shift.signUp', take())).reply).toMatchObject({ ok: true })
  const told = here.dump().filter((line) => line.startsWith('messages ') && line.includes(idOf('mei')))
  expect(told).toHaveLength(3)
})

test('of many who register the same person at once, one registration is there', async () => {
  await here.put('members', [member('one', 'many', ['resident'])])
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => here.ask('many', 'volunteer.register', registration())),
  )
  expect(replies.filter(({ reply }) => reply.ok)).toHaveLength(1)
  expect((await stored('many'))?.events).toHaveLength(1)
})

test('two of the staff decide at once: both steps, one, or a word that it changed; never a state that the log has not', async () => {
  await here.put('members', [member('one', 'torn', ['resident', 'volunteer'])])
  await here.put('volunteers', [volunteer('one', 'torn')])
  await Promise.all([
    here.ask(staff, 'volunteer.decide', decide('torn', { kind: 'suspend', reason: '有投诉' })),
    here.ask('role-committee-member', 'volunteer.decide', decide('torn', { kind: 'train', topic: 'minors' })),
    here.ask('torn', 'volunteer.step', { intent: intent(), step: 'rest' }),
    here.ask('torn', 'volunteer.step', { intent: intent(), step: 'leave' }),
  ])
  const { events, state } = (await stored('torn')) as Volunteer
  const { standingOf } = await import('../../src/domain/volunteer-log')
  expect(standingOf(events).state).toBe(state)
  const { roles } = (await here.read<Member>('members', idOf('torn'))) as Member
  expect(roles.includes('volunteer')).toBe(state === 'active' || state === 'resting')
})

test('under 18 only once a grown-up of the household agreed; and never into homes', async () => {
  await here.put('members', [member('one', 'boy', ['resident'], { band: '13-17' }), member('one', 'dad', ['resident'])])
  expect((await here.ask('boy', 'volunteer.register', registration())).reply).toMatchObject({
    reason: 'guardian-needed',
  })
  await here.value('dad', 'household.create', { intent: intent() })
  const { digits } = await here.value<HouseholdCode>('dad', 'household.code')
  await here.value('boy', 'household.join', { code: digits })
  await here.value('dad', 'household.agree', { person: idOf('boy'), agree: true })
  await here.value('boy', 'volunteer.register', registration())
  await here.value(staff, 'volunteer.decide', decide('boy', { kind: 'train', topic: 'home-visits' }))
  const homes = decide('boy', { kind: 'clear', topic: 'home-visits', yes: true })
  expect((await here.ask(staff, 'volunteer.decide', homes)).reply).toMatchObject({ reason: 'minor-no-home-visit' })
  await here.value(staff, 'volunteer.decide', decide('boy', { kind: 'train', topic: 'minors' }))
  await here.value(staff, 'volunteer.decide', decide('boy', { kind: 'train', topic: 'basics' }))
  await here.value(staff, 'volunteer.decide', decide('boy', { kind: 'admit' }))
  await here.value(staff, 'volunteer.decide', decide('boy', { kind: 'clear', topic: 'minors', yes: true }))
  expect((await here.read<Member>('members', idOf('boy')))?.cleared).toEqual(['minors'])
  expect(await here.value<VolunteerPage>(staff, 'volunteer.person', { volunteer: idOf('boy') })).toMatchObject({
    minor: true,
    guardian: true,
  })
})

test('rest keeps what is taken and takes no more; leaving gives it back; who comes back has learnt already', async () => {
  await here.put('members', [member('one', 'su', ['resident', 'volunteer'])])
  await here.put('volunteers', [volunteer('one', 'su')])
  await here.put('shifts', [shift('one', 'su-1'), shift('one', 'su-2', { startsAt: Date.now() + 4 * day })])
  const take = (id: string) => ({ intent: intent(), shift: id, people: [idOf('su')] })
  await here.value('su', 'shift.signUp', take('su-1'))
  const step = (kind: string) => here.value<MyVolunteering>('su', 'volunteer.step', { intent: intent(), step: kind })
  expect(await step('rest')).toMatchObject({ volunteer: { state: 'resting' }, shifts: [{ id: 'su-1' }] })
  expect((await here.ask('su', 'shift.signUp', take('su-2'))).reply).toMatchObject({ reason: 'volunteer-state' })
  await step('resume')
  expect(await step('leave')).toMatchObject({ volunteer: { state: 'left' }, shifts: [] })
  expect(seats((await here.read<Shift>('shifts', 'su-1')) as Shift, Date.now()).parties).toEqual([])
  expect(await here.value<MyVolunteering>('su', 'volunteer.register', registration())).toMatchObject({
    volunteer: { state: 'applied', trained: ['basics'] },
  })
})

describe('a certificate', () => {
  /** The pictures that are there, as staff would open them. */
  const pictures = async (who: string) => {
    const page = await here.value<VolunteerPage>(staff, 'volunteer.person', { volunteer: idOf(who) })
    return page.qualifications.flatMap(({ address }) => address ?? [])
  }
  const isThere = async (address: string | undefined) => (await fetch(address ?? '')).ok
  const paper = () => ({ intent: intent(), name: '护士证', skill: 'skill-nursing', expiresAt: null, image: jpeg })

  test('is kept with its picture for staff, judged once, and thrown away where it is no good', async () => {
    await here.put('members', [member('one', 'nurse', ['resident', 'volunteer'])])
    await here.put('volunteers', [volunteer('one', 'nurse')])
    const sent = paper()
    const mine = await here.value<MyVolunteering>('nurse', 'volunteer.addQualification', sent)
    await here.value('nurse', 'volunteer.addQualification', sent)
    expect(mine.volunteer?.qualifications).toMatchObject([{ name: '护士证', state: 'waiting', pictured: true }])
    expect(JSON.stringify(mine)).not.toMatch(/cloud:|http/)
    const id = mine.volunteer?.qualifications[0]?.id as string
    const [picture, ...others] = await pictures('nurse')
    expect([others, await isThere(picture)]).toEqual([[], true])
    const judge = { intent: intent(), volunteer: idOf('nurse'), qualification: id, valid: false, reason: '看不清' }
    expect(await here.value<VolunteerPage>(staff, 'volunteer.judgeQualification', judge)).toMatchObject({
      qualifications: [{ state: 'refused', reason: '看不清', pictured: false, address: null }],
    })
    expect(await isThere(picture)).toBe(false)
  })

  test('that is no picture is refused, and the ninth; leaving takes the pictures away', async () => {
    await here.put('members', [member('one', 'papers', ['resident', 'volunteer'])])
    await here.put('volunteers', [volunteer('one', 'papers')])
    const text = { ...paper(), image: Buffer.from('not a picture at all').toString('base64') }
    expect((await here.ask('papers', 'volunteer.addQualification', text)).reply).toMatchObject({
      reason: 'document-unreadable',
    })
    for (let nth = 0; nth < 8; nth += 1) await here.value('papers', 'volunteer.addQualification', paper())
    expect((await here.ask('papers', 'volunteer.addQualification', paper())).reply).toEqual({
      ok: false,
      reason: 'documents-full',
      most: 8,
    })
    const [one, ...seven] = await pictures('papers')
    expect([seven.length, await isThere(one)]).toEqual([7, true])
    await here.value('papers', 'volunteer.step', { intent: intent(), step: 'leave' })
    for (const address of [one, ...seven]) expect(await isThere(address)).toBe(false)
  })
})

test('a team’s captain is one of the team, has the role, and only one has it; leaving the team ends it', async () => {
  for (const who of ['cap-1', 'cap-2']) {
    await here.put('members', [member('one', who, ['resident', 'volunteer'])])
    await here.put('volunteers', [volunteer('one', who)])
  }
  const save = (captain: string | null) => ({ intent: intent(), team: 'green', name: '清洁队', captain })
  await here.value<TeamRow[]>(staff, 'volunteer.saveTeam', save(null))
  expect((await here.ask(staff, 'volunteer.saveTeam', save(idOf('cap-1')))).reply).toMatchObject({
    reason: 'not-found',
  })
  for (const who of ['cap-1', 'cap-2'])
    await here.value(staff, 'volunteer.decide', decide(who, { kind: 'team', team: 'green' }))
  await here.value(staff, 'volunteer.saveTeam', save(idOf('cap-1')))
  const teams = await here.value<TeamRow[]>(staff, 'volunteer.saveTeam', save(idOf('cap-2')))
  expect(teams.find(({ id }) => id === 'green')).toMatchObject({ captain: { id: idOf('cap-2') }, members: 2 })
  const rolesOf = async (who: string) => (await here.read<Member>('members', idOf(who)))?.roles
  expect([await rolesOf('cap-1'), await rolesOf('cap-2')]).toEqual([
    ['resident', 'volunteer'],
    ['resident', 'volunteer', 'volunteer-captain'],
  ])
  await here.value(staff, 'volunteer.decide', decide('cap-2', { kind: 'team', team: null }))
  expect(await rolesOf('cap-2')).toEqual(['resident', 'volunteer'])
})

test('staff see who gives too much and who was not asked for long; of others nothing', async () => {
  const long = Date.now() - 100 * day
  const old = volunteer('one', 'quiet')
  const busy = volunteer('one', 'busy', { weekHours: 1 })
  const calendar = [2, 9, 16].map((days) => {
    const startsAt = Date.now() - days * day
    const [party, roster] = [`p-${days}`, `s-${days}`]
    return {
      party,
      roster,
      title: '值班',
      people: [idOf('busy')],
      startsAt,
      endsAt: startsAt + 4 * 3_600_000,
      duty: true as const,
    }
  })
  await here.put('members', [
    member('one', 'quiet', ['resident', 'volunteer'], { name: '安静的人' }),
    member('one', 'busy', ['resident', 'volunteer'], { name: '忙的人', calendar }),
  ])
  await here.put('volunteers', [
    { ...old, events: old.events.map((event) => ({ ...event, at: long })) },
    { ...busy, events: busy.events.map((event) => ({ ...event, at: long })) },
  ] as Volunteer[])
  const rows = await here.value<CareRow[]>(staff, 'volunteer.care')
  const reasonOf = (name: string) => rows.find((row) => row.name === name)?.reason
  expect([reasonOf('安静的人')?.care, reasonOf('忙的人')]).toEqual(['quiet', { care: 'much', hours: 12, wished: 4 }])
  expect((await here.ask('quiet', 'volunteer.care')).reply).toEqual({ ok: false, reason: 'no-permission' })
})

test('who deletes their account leaves nothing: no registration, no certificate, no name on a shift or in a team', async () => {
  await here.put('members', [
    member('one', 'gone', ['resident', 'volunteer'], { name: '要走的人' }),
    member('one', 'stays', ['resident', 'volunteer']),
  ])
  await here.put('volunteers', [volunteer('one', 'gone'), volunteer('one', 'stays')])
  const past = Date.now() - 5 * day
  const join = {
    id: 'gone-then',
    at: 1,
    kind: 'join',
    member: idOf('gone'),
    people: [idOf('gone')],
    first: true,
  } as const
  await here.put('shifts', [
    shift('one', 'gone-past', {
      startsAt: past,
      people: [idOf('gone')],
      room: 3,
      events: [join] as unknown as Shift['events'],
    }),
    shift('one', 'gone-ahead', { count: 1 }),
    shift('one', 'gone-asked', { startsAt: Date.now() + 5 * day, askedWhom: [idOf('gone')] }),
  ])
  const take = (who: string) => ({ intent: intent(), shift: 'gone-ahead', people: [idOf(who)] })
  await here.value('gone', 'shift.signUp', take('gone'))
  await here.value('stays', 'shift.signUp', take('stays'))
  const paper = { intent: intent(), name: '护士证', skill: null, expiresAt: null, image: jpeg }
  await here.value('gone', 'volunteer.addQualification', paper)
  await here.value('gone', 'member.erase', { confirm: '注销' })
  expect(here.dump().filter((line) => line.includes(idOf('gone')))).toEqual([])
  const { parties } = seats((await here.read<Shift>('shifts', 'gone-ahead')) as Shift, Date.now())
  expect(parties.map(({ member: of, state }) => [of, state])).toEqual([[idOf('stays'), 'seated']])
  expect((await here.read<Shift>('shifts', 'gone-past'))?.people[0]).toMatch(/^gone-/)
})

test('one of the staff who deletes their account is nobody in what they decided, and that stands', async () => {
  await here.put('members', [
    member('one', 'boss', ['social-worker'], { name: '走了的社工' }),
    member('one', 'stays-2', ['resident']),
  ])
  await here.value('stays-2', 'volunteer.register', registration())
  await here.value('boss', 'volunteer.decide', decide('stays-2', { kind: 'accept' }))
  await here.put('shifts', [shift('one', 'by-boss')])
  const fewer = { intent: intent(), shift: 'by-boss', count: 1, standby: 1, reason: '人少' }
  await here.value('boss', 'shift.setCount', fewer)
  await here.value('boss', 'member.erase', { confirm: '注销' })
  expect(here.dump().filter((line) => line.includes(idOf('boss')))).toEqual([])
  expect((await stored('stays-2'))?.state).toBe('training')
  expect((await here.read<Shift>('shifts', 'by-boss'))?.capacity).toBe(1)
})
