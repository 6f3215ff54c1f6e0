import type { CheckedIn } from '../../src/domain/attendance'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { type Collection, collections } from '../../cloudfunctions/runtime/collections'
import type { HouseholdCode } from '../../src/domain/household'
import type { Member, OwnProfile } from '../../src/domain/member'
import type { Verdict } from '../../src/domain/rating'
import { summaryOf } from '../../src/domain/rating-summary'
import type { Roster } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { type Town, town } from './town'
import { activity, member } from './world'

const hour = 60 * 60 * 1000
const day = 24 * hour
const erase = { confirm: '注销' }
const reason = '电话里告诉她换了房间'

let here: Town
beforeAll(async () => {
  here = await town()
  await here.put('members', [member('one', 'next', ['resident'])])
})
afterAll(() => here.stop())

/** What is hers, as she wrote it: none of it may be found once she is gone. */
const hers = ['禾妈妈', '禾苗苗', '13712340987', '7单元1604', 'wo-lai-zhuxiao']

let turn = 0
interface Life {
  who: string
  id: string
  past: string
  full: string
}

/** Someone with a phone, a child, a household, a past, a seat that another one waits for, and looks at her phone. */
async function life(): Promise<Life> {
  const key = (turn += 1)
  const who = `wo-lai-zhuxiao-${key}`
  const me = { name: '禾妈妈', band: '35-59', birth: { year: 1986, month: 4 }, building: 'b-1', consent: true }
  const { id } = await here.value<OwnProfile>(who, 'member.join', me)
  await here.value(who, 'member.setContact', { phone: '13712340987', room: '7单元1604', consent: true })
  const birth = { year: new Date().getFullYear() - 9, month: 7 }
  const child = { name: '禾苗苗', band: '7-12', birth, relation: 'child', consent: true }
  const { family } = await here.value<OwnProfile>(who, 'member.addFamily', { intent: `intent-child-${key}`, ...child })
  await here.value(who, 'household.create', { intent: `intent-home-${key}` })
  const other = `teen-${key}`
  await here.put('members', [member('one', other, ['resident'], { band: '13-17' })])
  const { digits } = await here.value<HouseholdCode>(who, 'household.code')
  await here.value(other, 'household.join', { code: digits })
  await here.value(who, 'household.agree', { person: memberId('one', `web:${other}`), agree: true })
  await here.value(who, 'centre.enter', { visit: `visit-${key}`, door: 'lobby', page: 'home' })

  const [past, full] = [`past-${key}`, `full-${key}`]
  const people = [id, family[0]?.id as string]
  const gone = { id: `intent-past-${key}`, at: 1, kind: 'join', member: id, people, first: true } as const
  const by = memberId('one', 'web:role-social-worker')
  const told = '禾妈妈腿疼，女儿来电'
  const moved = {
    id: `intent-moved-${key}`,
    at: 2,
    kind: 'move',
    party: gone.id,
    to: 'seat',
    by,
    reason: told,
  } as const
  const began = Date.now() - 3 * day - turn * 3 * hour
  const was = activity('one', past, { startsAt: began, people, room: 13, events: [gone, moved] })
  const ahead = activity('one', full, { startsAt: Date.now() + 2 * day + turn * 3 * hour, capacity: 2 })
  await here.put('activities', [was.activity, ahead.activity])
  await here.put('rosters', [{ ...was.roster, present: people }, ahead.roster] as (typeof was.roster)[])
  await here.value(who, 'rating.rate', {
    intent: `intent-rate-${key}`,
    activity: past,
    person: id,
    overall: 2,
    scores: [
      { of: 'attitude', score: 2 },
      { of: 'useful', score: 3 },
    ],
    tags: ['late'],
    comment: '请打 13712340987，我是禾妈妈',
    contact: true,
  })
  const signUp = (by: string, intent: string, ids: string[]) =>
    here.value(by, 'activity.signUp', { intent, activity: full, people: ids })
  await signUp(who, `intent-seat-${key}`, people)
  await signUp('next', `intent-next-${key}`, [memberId('one', 'web:next')])
  const party = `intent-seat-${key}`
  await here.value('role-social-worker', 'audit.reveal', {
    intent: `intent-look-${key}`,
    activity: full,
    party,
    reason,
  })
  return { who, id, past, full }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

/** Every place where something of hers is still found: documents, files, the log. */
function found({ id }: Life, more: string[]): string[] {
  const stored = here.dump()
  const files = filesIn(here.data).filter((path) => !path.includes('/database/'))
  const told = [...stored, ...here.log(), ...files.map((path) => `${path} ${readFileSync(path, 'latin1')}`)]
  const named = told.filter((line) => [...hers, ...more].some((text) => line.includes(text)))
  const linked = stored.filter((line) => line.includes(id))
  return [...named, ...linked]
}

const stored = (id: string) => here.read<Member>('members', id)
const roster = async (id: string) => (await here.read<Roster>('rosters', id)) as Roster
/** What was sealed for her, and who she is to the platform. */
const secretsOf = async ({ id, who }: Life) => {
  const { phone, room, birth, family } = (await stored(id)) as Member
  return [who, phone, room, birth, ...family.map((person) => person.birth)].filter((text) => text !== undefined)
}

/** Why the deletion leaves these collections to themselves; every other one says what becomes of a person's. */
const otherwise: Record<string, string> = {
  centres: 'nothing of a person',
  codes: 'pictures of codes; nothing of a person',
  members: 'the member goes last of all',
  activities: 'of people an id of staff only',
  drafts: 'plans of the centre’s; of people an id of staff only',
  rosters: 'seats ahead are given back as by leaving; those of the past stay, as nobody’s',
  households: 'left as by leaving',
  services: 'minutes stay, as nobody’s; words are taken out',
  ledger: 'sums stay what they were; accounts become nobody’s',
  orders: 'words, door and photo are taken out; what stays is nobody’s',
  groups: 'places are given back; what is past stays, as nobody’s',
  pictureChecks: 'names of files that go with what they are of, for two days',
  menus: 'names are taken off what was done',
  providers: 'names are taken off what was said and checked',
  resources: 'a ledger stays; names are taken off its entries',
  things: 'what was asked for is given up; what is out stays out, as nobody’s',
  timetables: 'what can be booked; nothing of a person',
  slotDays: 'slots ahead are given back as by leaving; those of the past stay, as nobody’s',
  verdicts: 'scores of nobody knows whom; words and the wish to be called back are taken out',
  introductions: 'that two were brought together stays; who, and what they said of it, goes',
  needs: 'what others want too stays, without its author and their words; the rest goes',
}

test('every collection says what becomes of a person’s when they delete their account', () => {
  const declared: [string, Collection][] = Object.entries(collections)
  const silent = declared.filter(([, { person }]) => !person).map(([name]) => name)
  expect(silent.sort()).toEqual(Object.keys(otherwise).sort())
  // One whose id is the person's own is found by it.
  for (const [name, { person, indexes }] of declared)
    if (person && person.field !== '_id')
      expect([name, indexes.map(({ keys }) => Object.keys(keys).slice(0, 2))]).toEqual([
        name,
        expect.arrayContaining([['centre', person.field]]),
      ])
})

test('deleting an account leaves nothing of it in database, files or log; the past keeps its seats and sums', async () => {
  const she = await life()
  const secrets = await secretsOf(she)
  expect(found(she, secrets).length).toBeGreaterThan(3)
  const before = await roster(she.past)

  const { reply } = await here.ask(she.who, 'member.erase', erase)
  expect(reply).toEqual({ ok: true, value: null })
  expect(found(she, secrets)).toEqual([])
  // Her seats are there as they were, without what staff wrote about them, and as nobody's.
  const after = await roster(she.past)
  const nobody = after.people[0] as string
  expect(nobody).toMatch(/^gone-/)
  const text = JSON.stringify(before).replaceAll(she.id, nobody).replaceAll('禾妈妈腿疼，女儿来电', '')
  expect(after).toEqual({ ...JSON.parse(text), toTell: true })
  expect(seats(await roster(she.past), Date.now()).parties[0]?.state).toBe('seated')
  expect(here.dump().filter((line) => line.includes('visit-') || line.startsWith('visits'))).not.toEqual([])
})

test('seats ahead are given back as by leaving: who waited has one, and the list has its room', async () => {
  const she = await life()
  await here.value(she.who, 'member.erase', erase)
  const after = await roster(she.full)
  expect(after.people).toEqual([memberId('one', 'web:next')])
  expect(after.room).toBe(after.capacity + after.waitCapacity - 1)
  expect(seats(after, Date.now()).parties.map(({ state }) => state)).toEqual(['seated'])
})

test('what she gave still counts, as nobody’s; her words and her wish to be called back are gone', async () => {
  const she = await life()
  const verdict = async () => (await here.read<Verdict>('verdicts', she.past)) as Verdict
  const before = await verdict()
  await here.value(she.who, 'member.erase', erase)
  const after = await verdict()
  const words = { comment: null, contact: null }
  expect(after.entries).toEqual(before.entries.map((entry) => ({ ...entry, ...words })))
  expect(summaryOf([after])).toEqual({ ...summaryOf([before]), comments: [] })
  expect([after.raters, after.low, after.waiting, after.open]).toEqual([before.raters, before.low, [], 1])
})

test('the teenager that she agreed for needs another grown-up’s yes; their household goes on', async () => {
  const she = await life()
  await here.value(she.who, 'member.erase', erase)
  const teen = `teen-${turn}`
  expect(await here.value(teen, 'household.see')).toMatchObject({ people: [{ me: true }] })
  const asked = { intent: 'intent-teen-alone', activity: she.full, people: [memberId('one', `web:${teen}`)] }
  expect((await here.ask(teen, 'activity.signUp', asked)).reply).toMatchObject({ reason: 'guardian-needed' })
})

test('without the word, or by someone else, nothing is deleted; asked twice it is done once', async () => {
  const she = await life()
  const { reply } = await here.ask(she.who, 'member.erase', { confirm: '好' })
  expect(reply).toEqual({ ok: false, reason: 'bad-input', field: 'confirm' })
  await here.value('stranger', 'member.erase', erase)
  expect(await stored(she.id)).toBeDefined()
  await here.value(she.who, 'member.erase', erase)
  expect(await here.value(she.who, 'member.erase', erase)).toBeNull()
  expect(await here.value(she.who, 'member.me')).toBeNull()
})

test('coming back begins anew, even in the middle of being deleted', async () => {
  const she = await life()
  const done = here.local.faults.add({ when: { action: 'database.removeDocument' }, do: 'timeout-before' })
  expect((await here.ask(she.who, 'member.erase', erase)).reply).toMatchObject({ ok: false })
  expect(done()).toBeGreaterThan(0)
  here.local.faults.clear()
  expect(await here.value(she.who, 'member.me')).toBeNull()
  const again = { name: '新来的', band: '18-34', birth: null, building: null, consent: true }
  const back = await here.value<OwnProfile>(she.who, 'member.join', again)
  expect(back).toMatchObject({ id: she.id, name: '新来的', roles: ['resident'], family: [] })
  expect(await stored(she.id)).not.toHaveProperty('phone')
  expect(await here.value(she.who, 'household.see')).toBeNull()
})

/** Each change that the deletion makes fails for good, in turn: the function is as if killed before it. */
const cuts = [
  ['database.modifyAndReturnDoc', 2],
  ['database.modifyDocument', 1],
  ['database.modifyDocument', 2],
  ['database.modifyAndReturnDoc', 3],
  ['database.modifyAndReturnDoc', 4],
  ['database.modifyAndReturnDoc', 5],
  ['database.removeDocument', 1],
  ['database.modifyDocument', 3],
  ['database.removeDocument', 2],
] as const

test.each(cuts)('cut short before its %s no. %i, it is finished by the next sweep', async (action, nth) => {
  const she = await life()
  const secrets = await secretsOf(she)
  const done = here.local.faults.add({ when: { action, function: 'member', nth }, do: 'duplicate' })
  const { reply } = await here.ask(she.who, 'member.erase', erase)
  expect(done()).toBeGreaterThan(0)
  here.local.faults.clear()
  expect(reply).toMatchObject({ ok: false })
  expect(await stored(she.id)).toBeDefined()
  await here.local.fire('forget')
  expect(found(she, secrets)).toEqual([])
  expect((await roster(she.full)).people).toEqual([memberId('one', 'web:next')])
})

test('who signs up at the very moment of being deleted has no seat left behind', async () => {
  const she = await life()
  const late = activity('one', `late-${turn}`, { startsAt: Date.now() + 5 * day + turn * 3 * hour })
  await here.put('activities', [late.activity])
  await here.put('rosters', [late.roster])
  const id = late.activity._id
  const signUp = (intent: string) => here.ask(she.who, 'activity.signUp', { intent, activity: id, people: [she.id] })
  await Promise.all([
    ...['a', 'b', 'c'].map((n) => signUp(`intent-late-${n}`)),
    here.value(she.who, 'member.erase', erase),
  ])
  expect((await roster(id)).people).toEqual([])
  expect((await roster(id)).room).toBe(15)
})

test('someone without an account asks at the desk to be forgotten, and is; of one who has an account staff delete nothing', async () => {
  const on = activity('one', 'guests', { startsAt: Date.now() - hour / 2, capacity: 5 })
  await here.put('activities', [on.activity])
  await here.put('rosters', [on.roster])
  const guest = {
    intent: 'intent-guest-1',
    activity: 'guests',
    name: '路伯',
    band: '80+',
    building: null,
    consent: true,
  }
  const { people } = await here.value<CheckedIn>('role-social-worker', 'attendance.walkIn', guest)
  expect(here.dump().join('\n')).toContain('路伯')
  const party = { activity: 'guests', party: 'intent-guest-1.join' }
  for (const _ of [1, 2]) expect(await here.value('role-social-worker', 'member.eraseFor', party)).toBeNull()
  expect(here.dump().join('\n')).not.toContain('路伯')
  expect((await roster('guests')).present).toHaveLength(people.length)
  const hers = { activity: 'one-walk', party: 'intent-huang-one' }
  expect((await here.ask('role-social-worker', 'member.eraseFor', hers)).reply).toMatchObject({
    reason: 'no-permission',
  })
})
