import type { Activity, RosterPage } from '../../src/domain/activity'
import type { Findable } from '../../src/domain/activity-change'
import { emptyPlan, type Plan } from '../../src/domain/activity-draft'
import type { Member } from '../../src/domain/member'
import type { Roster } from '../../src/domain/roster'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { type Town, town } from './town'
import { activity, kid, member } from './world'

const hour = 60 * 60 * 1000
const day = 24 * hour
const reason = '场地换了'

let here: Town
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'worker', ['social-worker'], { name: '社工小林' }),
    member('one', 'ana', ['resident', 'family-proxy'], { name: '安娜', family: [kid('one', 'ana', 'k', '安小宝')] }),
    member('one', 'captain', ['volunteer-captain'], { team: 'team-a' }),
    member('one', 'ben', ['resident'], { name: '阿本' }),
  ])
})
afterAll(() => here.stop())

const whole = (): Plan => ({
  ...emptyPlan,
  title: '手机课',
  category: 'elder-learning',
  place: '二楼学堂',
  startsAt: Date.now() + 3 * day,
  endsAt: Date.now() + 3 * day + hour,
  capacity: 2,
})
const self = (who: string) => memberId('one', `web:${who}`)
const worker = <Value>(called: `${string}.${string}`, input: unknown) => here.value<Value>('worker', called, input)
const refusal = async (who: string, called: `${string}.${string}`, input: unknown) =>
  (await here.ask(who, called, input)).reply

/** Something published, that somebody signed up for. */
let next = 10
async function published(id: string): Promise<void> {
  // Each on a day of its own, so that nobody is taken.
  const startsAt = Date.now() + (next += 1) * day
  const plan = { ...whole(), startsAt, endsAt: startsAt + hour }
  await worker('activity.saveDraft', { ...plan, intent: `saves-${id}`, activity: id, version: 0 })
  await worker('activity.publish', { intent: `publishes-${id}`, activity: id, version: 1 })
}

describe('what is published', () => {
  test('is reworded by one of fifty at once; roster and calendars take the new name', async () => {
    await published('w1')
    await here.value('ana', 'activity.signUp', { intent: 'ana-signs-w1', activity: 'w1', people: [self('ana')] })
    const words = { description: null, category: 'elder-learning', bands: ['35-59'], bring: null }
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        refusal('worker', 'activity.amend', {
          ...words,
          title: `第${n}名`,
          intent: `amends-w1-${n}`,
          activity: 'w1',
          version: 0,
        }),
      ),
    )
    const won = answers.findIndex((reply) => reply.ok)
    expect(answers.filter((reply) => reply.ok)).toHaveLength(1)
    const roster = await here.read<Roster>('rosters', 'w1')
    expect(roster).toMatchObject({ title: `第${won}名`, bands: ['35-59'], version: 1 })
    const ana = await here.read<Member>('members', self('ana'))
    expect(ana?.calendar).toContainEqual(expect.objectContaining({ roster: 'w1', title: `第${won}名` }))
  })

  test('moves to a new time and place: nobody loses a seat, calendars follow, the unseen change is refused', async () => {
    await published('m1')
    const [a, b] = ['ana', 'ben'].map(self) as [string, string]
    await here.value('ana', 'activity.signUp', { intent: 'ana-signs-m1', activity: 'm1', people: [a] })
    await here.value('ana', 'activity.signUp', { intent: 'ana-child-m1', activity: 'm1', people: [`${a}.k`] })
    await here.value('ben', 'activity.signUp', { intent: 'ben-signs-m1', activity: 'm1', people: [b] })
    const startsAt = Date.now() + 30 * day
    const times = { startsAt, endsAt: startsAt + 2 * hour, closesAt: startsAt - hour }
    const to = { activity: 'm1', moved: 0, ...times, place: '老榕树下', placeNote: null, reason }
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        refusal('worker', 'activity.changeTime', { ...to, intent: `moves-m1-${n}` }),
      ),
    )
    expect(answers.filter((reply) => reply.ok)).toHaveLength(1)
    expect(answers.filter((reply) => !reply.ok && reply.reason === 'changed-meanwhile')).toHaveLength(19)
    const page = await worker<RosterPage>('activity.roster', { activity: 'm1' })
    expect(page.activity).toMatchObject({ startsAt, endsAt: startsAt + 2 * hour, place: '老榕树下' })
    expect(page.parties.map(({ state }) => state)).toEqual(['seated', 'seated', 'waiting'])
    expect(await here.read('activities', 'm1')).toMatchObject({ startsAt, place: { name: '老榕树下' } })
    for (const who of ['ana', 'ben']) {
      const entries = (await here.read<Member>('members', self(who)))?.calendar.filter(({ roster }) => roster === 'm1')
      expect(entries?.length).toBe(who === 'ana' ? 2 : 1)
      for (const entry of entries ?? []) expect(entry).toMatchObject({ startsAt, endsAt: startsAt + 2 * hour })
    }
    const past = { ...to, intent: 'moves-m1-past', moved: 1, startsAt: 1000 }
    expect(await refusal('worker', 'activity.changeTime', past)).toMatchObject({ reason: 'draft-incomplete' })
  })

  test('is cancelled once, for one reason; everyone’s time is theirs again', async () => {
    await published('c1')
    await here.value('ben', 'activity.signUp', { intent: 'ben-signs-c1', activity: 'c1', people: [self('ben')] })
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        worker('activity.cancel', { intent: `cancels-c1-${n}`, activity: 'c1', reason: `台风${n}` }),
      ),
    )
    const roster = await here.read<Roster>('rosters', 'c1')
    expect(roster?.events.filter(({ kind }) => kind === 'cancel')).toHaveLength(1)
    expect(await here.read('activities', 'c1')).toMatchObject({ state: 'cancelled' })
    expect((await here.read<Member>('members', self('ben')))?.calendar.some((entry) => entry.roster === 'c1')).toBe(
      false,
    )
    const late = { intent: 'ana-signs-c1', activity: 'c1', people: [self('ana')] }
    expect(await refusal('ana', 'activity.signUp', late)).toMatchObject({ reason: 'activity-cancelled' })
  })

  test('left behind by a change that was cut short, the activity is made to follow by the sweep', async () => {
    await published('f1')
    await here.value('ben', 'activity.signUp', { intent: 'ben-signs-f1', activity: 'f1', people: [self('ben')] })
    const { activity: about, roster } = activity('one', 'f2', { state: 'cancelled', following: true })
    await here.put('activities', [{ ...about, state: 'open' } as Activity])
    await here.put(
      'rosters',
      [roster].map((each) => ({ ...each, following: true })),
    )
    await here.local.fire('sweep')
    expect(await here.read('activities', 'f2')).toMatchObject({ state: 'cancelled' })
  })

  test('moved while somebody’s sign-up was on its way, her calendar has the new time by the second sweep', async () => {
    await published('g1')
    const startsAt = Date.now() + 40 * day
    const times = { startsAt, endsAt: startsAt + hour, closesAt: startsAt }
    const to = { intent: 'moves-g1-1', activity: 'g1', moved: 0, ...times, place: null, placeNote: null, reason }
    await worker('activity.changeTime', to)
    // The sign-up's last step, late: the time of before comes into the calendar.
    const before = {
      party: 'late-party',
      roster: 'g1',
      title: '手机课',
      people: [self('late')],
      startsAt: 1,
      endsAt: 2,
    }
    await here.put('members', [member('one', 'late', ['resident'], { calendar: [before] })])
    await here.local.fire('sweep')
    const entries = (await here.read<Member>('members', self('late')))?.calendar
    expect(entries).toEqual([expect.objectContaining({ startsAt, endsAt: startsAt + hour })])
    expect(await here.read('rosters', 'g1')).toMatchObject({ following: true })
    here.local.clock.shift(60_000)
    await here.local.fire('sweep')
    expect(await here.read<Roster>('rosters', 'g1')).not.toHaveProperty('following')
  })

  test('writes to those on the list, once however often it is sent', async () => {
    await published('n1')
    const input = { intent: 'notes-n1', activity: 'n1', text: '请早到十分钟' }
    await Promise.all(Array.from({ length: 10 }, () => worker('activity.notify', input)))
    expect((await worker<RosterPage>('activity.roster', { activity: 'n1' })).notices).toEqual([
      { text: '请早到十分钟', at: expect.any(Number) },
    ])
  })
})

test('words with a telephone number are for a person to decide: a captain is refused, a social worker decides', async () => {
  const { activity: about, roster } = activity('one', 'told')
  await here.put('activities', [about])
  await here.put('rosters', [roster])
  const input = { activity: 'told', text: '有事打 13800138000' }
  const refused = await refusal('captain', 'activity.notify', { ...input, intent: 'captain-notes' })
  expect(refused).toEqual({ ok: false, reason: 'words-wait' })
  expect(
    await refusal('captain', 'activity.notify', { ...input, intent: 'captain-notes-2', text: '请早到' }),
  ).toMatchObject({ ok: true })
  expect(await refusal('worker', 'activity.notify', { ...input, intent: 'worker-notes' })).toMatchObject({ ok: true })
})

describe('staff put someone on the list', () => {
  test('by name, though it is full, to the line or to a seat; twice is once, and a clash is told', async () => {
    await published('a1')
    await worker('activity.setCapacity', {
      intent: 'cuts-seats-a1',
      activity: 'a1',
      capacity: 0,
      waitCapacity: 0,
      reason,
    })
    const found = await worker<Findable[]>('activity.find', { activity: 'a1', words: '安' })
    expect(found.map(({ name, of }) => [name, of])).toEqual([
      ['安娜', null],
      ['安小宝', '安娜'],
    ])
    const input = {
      intent: 'adds-ana-a1',
      activity: 'a1',
      holder: self('ana'),
      people: [self('ana')],
      to: 'seat',
      reason,
    }
    for (let time = 0; time < 2; time += 1) {
      const { parties } = await worker<RosterPage>('activity.add', input)
      expect(parties).toMatchObject([{ state: 'seated', people: [{ name: '安娜' }] }])
    }
    expect(await refusal('worker', 'activity.add', { ...input, intent: 'adds-ana-again' })).toMatchObject({
      reason: 'already-signed',
    })
    const ben = { ...input, intent: 'adds-ben-a1', holder: self('ben'), people: [self('ben')], to: 'line' }
    expect((await worker<RosterPage>('activity.add', ben)).parties.map(({ state }) => state)).toEqual([
      'seated',
      'waiting',
    ])
    const roster = await here.read<Roster>('rosters', 'a1')
    await here.put('activities', [activity('one', 'a2', { startsAt: roster?.startsAt ?? 0 }).activity])
    await here.put('rosters', [activity('one', 'a2', { startsAt: roster?.startsAt ?? 0 }).roster])
    expect(await refusal('worker', 'activity.add', { ...ben, intent: 'adds-ben-a2', activity: 'a2' })).toMatchObject({
      reason: 'person-taken',
    })
    expect(roster?.room).toBe(-2)
  })

  test('nobody’s name is looked up for a list that is over or cancelled', async () => {
    const made = [
      activity('one', 'over', { startsAt: Date.now() - 3 * hour }),
      activity('one', 'off', { state: 'cancelled' }),
    ]
    await here.put(
      'activities',
      made.map((each) => each.activity),
    )
    await here.put(
      'rosters',
      made.map((each) => each.roster),
    )
    for (const who of ['worker', 'captain']) {
      expect(await refusal(who, 'activity.find', { activity: 'over', words: '安' })).toMatchObject({
        reason: 'already-started',
      })
      expect(await refusal(who, 'activity.find', { activity: 'off', words: '安' })).toMatchObject({
        reason: 'activity-cancelled',
      })
    }
  })
})

describe('words that everyone on the list will read', () => {
  const operator = <Value>(called: `${string}.${string}`, input: unknown) => here.ask<Value>('operator', called, input)

  test('are checked wherever staff write them: no phone goes out with a reason or as a place', async () => {
    await here.put('members', [member('one', 'operator', ['operator'], { organisation: 'org-a' })])
    const join = {
      id: 'join-words',
      at: 1,
      kind: 'join' as const,
      member: self('ben'),
      people: [self('ben')],
      first: true,
    } satisfies Roster['events'][number]
    const startsAt = Date.now() + 9 * day
    const made = activity('one', 'words', { startsAt, people: [self('ben')], room: 14, events: [join] })
    await here.put('activities', [made.activity])
    await here.put('rosters', [made.roster])
    const bad = '找我：13800138000'
    const { endsAt, closesAt } = made.roster
    const times = { startsAt: startsAt + hour, endsAt: endsAt + hour, closesAt }
    const on = { activity: 'words' }
    const asks: [`${string}.${string}`, object][] = [
      ['activity.cancel', { ...on, intent: 'words-cancel', reason: bad }],
      [
        'activity.changeTime',
        { ...on, intent: 'words-time1', ...times, moved: 0, place: null, placeNote: null, reason: bad },
      ],
      [
        'activity.changeTime',
        { ...on, intent: 'words-time2', ...times, moved: 0, place: bad, placeNote: '二楼', reason },
      ],
      ['activity.move', { ...on, intent: 'words-move1', party: 'join-words', to: 'wait', reason: bad }],
      ['activity.remove', { ...on, intent: 'words-remove', party: 'join-words', reason: bad }],
      ['activity.notify', { ...on, intent: 'words-notify', text: bad }],
    ]
    for (const [called, input] of asks)
      expect([called, (await operator(called, input)).reply]).toEqual([called, { ok: false, reason: 'words-wait' }])
    expect(await here.read<Roster>('rosters', 'words')).toMatchObject({ state: 'open', events: [join] })
  })
})
