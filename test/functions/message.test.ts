import type { ActivityMessage, Inbox } from '../../src/domain/message'
import { owedBy } from '../../src/domain/message'
import type { Roster } from '../../src/domain/roster'
import { type Town, town } from './town'
import { activity, member } from './world'

const hour = 3_600_000
let here: Town
let turn = 0
const newIntent = () => `intent-message-${(turn += 1)}`
const id = (who: string) => member('one', who, ['resident'])._id
const who = ['ana', 'bai', 'chen', 'dora']

const tell = () => here.local.fire('tell')
const rosterOf = async (on: string) => (await here.read<Roster>('rosters', on)) as Roster
const messages = (on: string): ActivityMessage[] =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as ActivityMessage)
    .filter((message) => message.activity === on)
const signUp = (name: string, on: string) =>
  here.ask(name, 'activity.signUp', { intent: newIntent(), activity: on, people: [id(name)] })

async function small(on: string, more: Parameters<typeof activity>[2] = {}) {
  const made = activity('one', on, { capacity: 1, ...more })
  await here.put('activities', [made.activity])
  await here.put('rosters', [made.roster])
  return on
}

/** Tells until there is nothing more to tell. */
async function quiet(on: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await tell().catch(() => undefined)
    if (!(await rosterOf(on)).toTell && messages(on).every(({ push }) => push !== 'due')) return
  }
  throw new Error(`still untold: ${on}`)
}

beforeAll(async () => {
  here = await town()
  await here.put(
    'members',
    who.map((name) => member('one', name, ['resident'], { name })),
  )
  await here.put('members', [member('one', 'worker', ['social-worker'])])
})
afterAll(() => here.stop())

test('a seat, a place in the line, and moving up are each in the inbox once, however often it is told', async () => {
  const on = await small('told')
  await signUp('ana', on)
  await signUp('bai', on)
  await quiet(on)
  const join = (await rosterOf(on)).events.find((event) => event.kind === 'join')
  await here.value('ana', 'activity.leave', { intent: newIntent(), activity: on, party: join?.id })
  for (const _ of [1, 2, 3]) await quiet(on)
  const inbox = await here.value<Inbox>('bai', 'message.inbox', { before: null })
  expect(inbox.entries.filter((entry) => 'activity' in entry && entry.activity === on).map(({ kind }) => kind)).toEqual(
    ['promoted', 'waiting'],
  )
  expect(inbox.unread).toBe(2)
  await here.value('bai', 'message.read', { until: here.local.clock.now() })
  expect(await here.value('bai', 'message.unread')).toBe(0)
})

test('cancelling tells everyone on the list why; the day before, everyone with a seat is reminded once', async () => {
  const on = await small('cancelled', { capacity: 4, startsAt: here.local.clock.now() + 20 * hour })
  for (const name of who) await signUp(name, on)
  await quiet(on)
  await quiet(on)
  expect(messages(on).filter(({ kind }) => kind === 'reminder')).toHaveLength(4)
  await here.value('worker', 'activity.cancel', { intent: newIntent(), activity: on, reason: '雷雨' })
  await quiet(on)
  const cancelled = messages(on).filter(({ kind }) => kind === 'cancelled')
  expect(cancelled.map(({ to }) => to).sort()).toEqual(who.map(id).sort())
  expect(cancelled.every(({ reason }) => reason === '雷雨')).toBe(true)
})

test('those who came are asked how it was, once', async () => {
  const now = here.local.clock.now()
  const on = await small('asked', { startsAt: now - 3 * hour, endsAt: now - hour })
  const roster = await rosterOf(on)
  await here.local.store.empty('messages')
  await here.put('rosters', [
    {
      ...roster,
      _id: 'asked-2',
      people: [id('ana')],
      present: [id('ana')],
      events: [{ id: 'join-asked', at: 1, kind: 'join', member: id('ana'), people: [id('ana')], first: true }],
    } as Roster,
  ])
  const asks = () => messages('asked-2').map(({ kind, to }) => [kind, to])
  for (const _ of [1, 2]) await tell()
  expect(asks()).toEqual([])
  here.local.clock.shift(2 * hour)
  for (const _ of [1, 2]) await tell()
  expect(asks()).toEqual([['rate', id('ana')]])
  // Three days on once more, those who have not said; and then never again.
  here.local.clock.shift(70 * hour)
  for (const _ of [1, 2]) await tell()
  here.local.clock.shift(20 * hour)
  await tell()
  expect(asks()).toHaveLength(2)
  here.local.clock.shift(-92 * hour)
})

test('a push costs one of what its reader agreed to, goes out once, and tells nobody where it went', async () => {
  const on = await small('pushed')
  const openid = 'o-secret-openid'
  const asWeChat = async (called: string, input: object) => {
    const [noun, procedure] = called.split('.')
    const response = await fetch(`${here.local.url}/v1/functions/${noun}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer localwx.${openid}` },
      body: JSON.stringify({ procedure, centre: 'one', input }),
    })
    return response.json()
  }
  await asWeChat('member.join', { name: '微信人', band: '35-59', birth: null, building: null, consent: true })
  const agreed = { intent: newIntent(), templates: ['signup-success'] }
  for (const _ of [1, 2]) expect(await asWeChat('message.granted', agreed)).toMatchObject({ ok: true })
  const { memberId } = await import('../../cloudfunctions/runtime/caller')
  const self = memberId('one', `wx:${openid}`)
  here.local.sent.clear()
  expect(await asWeChat('activity.signUp', { intent: newIntent(), activity: on, people: [self] })).toMatchObject({
    ok: true,
  })
  for (const _ of [1, 2, 3]) await quiet(on)
  const sent = here.local.sent.calls.filter(({ api }) => api === 'subscribeMessage.send')
  expect(sent).toHaveLength(1)
  expect(sent[0]?.data).toMatchObject({ touser: openid, data: { thing1: { value: '活动pushed' } } })
  // What was agreed to once is spent.
  const other = await small('pushed-2', { startsAt: here.local.clock.now() + 90 * hour })
  await asWeChat('activity.signUp', { intent: newIntent(), activity: other, people: [self] })
  await quiet(other)
  expect(here.local.sent.calls.filter(({ api }) => api === 'subscribeMessage.send')).toHaveLength(1)
  expect(here.dump().join('\n')).not.toContain(openid)
  expect(here.log().join('\n')).not.toContain(openid)
})

test('killed before any request of the telling, forty times over: each entry once, each push at most once', async () => {
  const collections = ['rosters', 'messages', 'members'] as const
  for (let round = 0; round < 40; round += 1) {
    const on = await small(`killed-${round}`, {
      capacity: 2,
      startsAt: here.local.clock.now() + (40 + round * 3) * hour,
    })
    for (const name of who) await signUp(name, on)
    const first = (await rosterOf(on)).events.find((event) => event.kind === 'join')
    await here.value('ana', 'activity.leave', { intent: newIntent(), activity: on, party: first?.id })
    const collection = collections[round % 3] as (typeof collections)[number]
    const done = here.local.faults.add({ when: { function: 'message', collection, nth: 1 + (round % 7) }, do: 'kill' })
    await tell().catch(() => undefined)
    done()
    await quiet(on)
    const roster = await rosterOf(on)
    const there = messages(on)
    expect(there).toHaveLength(owedBy(roster, 0).length)
    expect(new Set(there.map(({ _id }) => _id)).size).toBe(there.length)
  }
}, 120_000)

test('an inbox is read page by page to its end, however many entries are of one moment', async () => {
  const to = id('dora')
  const many = Array.from({ length: 47 }, (_, n) => ({
    _id: `same-moment-${n}`,
    centre: 'one',
    to,
    kind: 'reminder',
    activity: 'one-walk',
    title: '同一刻',
    startsAt: 1,
    at: 5,
    read: true,
    push: 'none',
  }))
  await here.put('messages', many as never)
  const seen = new Set<string>()
  let before: Inbox['next'] = null
  for (let pages = 0; pages < 9; pages += 1) {
    const inbox: Inbox = await here.value<Inbox>('dora', 'message.inbox', { before })
    for (const entry of inbox.entries) if (entry.title === '同一刻') seen.add(entry.id)
    before = inbox.next
    if (!before) break
  }
  expect(before).toBeNull()
  expect(seen.size).toBe(47)
})
