import fc from 'fast-check'
import { derivedId, memberId } from '../../cloudfunctions/runtime/caller'
import { type ActivityMessage, owedBy, pushedBy, templates } from '../../src/domain/message'
import type { Member } from '../../src/domain/member'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { type Story, story } from '../domain/stories'
import { type Town, town } from './town'
import { activity } from './world'

/** As many as a run of all tests has time for; `LINLI_STORIES=10000` tells as many as anyone wants. */
const stories = Number(process.env.LINLI_STORIES ?? 300)
const batch = 200
const hour = 3_600_000
const neighbours = 27

let here: Town
beforeAll(async () => {
  here = await town()
  await bringNeighbours()
}, 60_000)
afterAll(() => here.stop())

/** Neighbours who came through WeChat and agreed to more messages than there will be. */
async function bringNeighbours(): Promise<void> {
  const members: Member[] = []
  for (let n = 0; n < neighbours; n += 1) {
    const me = { name: `邻居${n}`, band: '35-59', birth: null, building: null, consent: true }
    await asWeChat(n, 'join', me, 'member')
    await asWeChat(n, 'granted', { intent: `intent-grant-${n}`, templates: [templates[0]] }, 'message')
    members.push((await here.read<Member>('members', idOf(n))) as Member)
  }
  const many = Object.fromEntries(templates.map((template) => [template, 1_000_000]))
  await here.local.store.empty('members')
  await here.put(
    'members',
    members.map((each) => ({ ...each, grants: many })),
  )
}

const idOf = (n: number): string => memberId('one', `wx:o-${n}`)

async function asWeChat(n: number, procedure: string, input: object, noun: string): Promise<void> {
  const response = await fetch(`${here.local.url}/v1/functions/${noun}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer localwx.o-${n}` },
    body: JSON.stringify({ procedure, centre: 'one', input }),
  })
  expect(await response.json()).toMatchObject({ ok: true })
}

/** A story as the list of an activity that is still ahead, told to nobody yet. */
function rosterOf(name: string, { rules, events }: Story, now: number): ReturnType<typeof activity> {
  const base = now - 12 * hour
  const { priority } = rules
  const shifted = events.map((event): RosterEvent => {
    const moved = { ...event, at: event.at + base }
    if (moved.kind === 'join') return { ...moved, member: idOf(Number(moved.member.slice(1))) }
    if (moved.kind !== 'time') return moved
    const times = ['startsAt', 'endsAt', 'closesAt', 'offersFrom', 'settledFrom'] as const
    return {
      ...moved,
      ...(Object.fromEntries(times.map((time) => [time, moved[time] + base])) as Pick<typeof moved, 'startsAt'>),
    }
  })
  const last = [...shifted].reverse().find((event) => event.kind === 'time')
  const startsAt = last?.kind === 'time' ? last.startsAt : base + 1000 * hour
  const made = activity('one', name, { startsAt, endsAt: startsAt + hour, capacity: rules.capacity, events: shifted })
  return {
    ...made,
    roster: {
      ...made.roster,
      toTell: true,
      rules: {
        ...rules,
        offersFrom: rules.offersFrom + base,
        settledFrom: rules.settledFrom + base,
        priority: priority && { ...priority, until: priority.until + base },
      },
    },
  }
}

const all = <Document>(collection: string): Document[] =>
  here
    .dump()
    .filter((line) => line.startsWith(`${collection} `))
    .map((line) => JSON.parse(line.slice(collection.length + 1)) as Document)

/** Tells on and on, however often it dies, until nothing is owed and nothing is to be pushed. */
async function tellAll(): Promise<number> {
  for (let rounds = 1; rounds < 4000; rounds += 1) {
    await here.local.fire('tell').catch(() => undefined)
    const due = here.local.store.find('messages', { filter: { push: 'due' }, limit: 1 }).length
    if (due === 0 && here.local.store.find('rosters', { filter: { toTell: true }, limit: 1 }).length === 0)
      return rounds
  }
  throw new Error('never quiet')
}

interface Sent {
  touser: string
  templateId: string
  page: string
}

const sent = () =>
  here.local.sent.calls.filter(({ api }) => api === 'subscribeMessage.send').map(({ data }) => data as Sent)

/** How many were sent of one template to one neighbour about one activity, and how many entries may have been. */
function pushes(messages: readonly ActivityMessage[]): { sent: number; may: number }[] {
  const sums = new Map<string, { sent: number; may: number }>()
  const sum = (key: string) => sums.get(key) ?? sums.set(key, { sent: 0, may: 0 }).get(key) ?? { sent: 0, may: 0 }
  for (const { to, kind, activity: on, push } of messages)
    if (push === 'sent' || push === 'claimed' || push === 'failed') sum(`${to} ${pushedBy[kind]} ${on}`).may += 1
  for (const { touser, templateId, page } of sent())
    sum(`${idOf(Number(touser.slice(2)))} ${templateId} ${/id=([^&]+)/.exec(page)?.[1]}`).sent += 1
  return [...sums.values()]
}

/** An empty centre with these stories in it, none of them told. */
async function lay(made: readonly Story[], from: number): Promise<void> {
  const now = here.local.clock.now()
  const rosters = made.map((each, n) => rosterOf(`story-${from + n}`, each, now))
  for (const name of ['messages', 'rosters', 'activities'] as const) await here.local.store.empty(name)
  here.local.sent.clear()
  await here.put(
    'activities',
    rosters.map(({ activity: about }) => about),
  )
  await here.put(
    'rosters',
    rosters.map(({ roster }) => roster),
  )
}

test(`${stories} random stories, the function killed anywhere between its requests: each entry is there once, each push went out at most once`, async () => {
  const made = fc.sample(story, { numRuns: stories, seed: 20261123 })
  let [entries, pushed] = [0, 0]
  const kills = here.local.faults.add({ when: { function: 'message', chance: 1 / 400 }, do: 'kill' })
  for (let from = 0; from < stories; from += batch) {
    const part = made.slice(from, from + batch)
    await lay(part, from)
    await tellAll()
    const messages = all<ActivityMessage>('messages')
    for (const roster of all<Roster>('rosters')) {
      const owed = owedBy(roster, 0).map(({ cause, party, kind }) => derivedId(22, roster._id, cause, party, kind))
      const told = messages.filter((each) => each.activity === roster._id && !['reminder', 'rate'].includes(each.kind))
      expect(told.map(({ _id }) => _id).sort()).toEqual([...owed].sort())
      entries += told.length
    }
    for (const { sent: out, may } of pushes(messages)) expect(out).toBeLessThanOrEqual(may)
    pushed += sent().length
  }
  const killed = kills()
  expect(killed).toBeGreaterThan(stories / 40)
  expect(pushed).toBeGreaterThan(stories / 4)
  if (process.env.LINLI_STORIES)
    process.stderr.write(`${stories} stories: ${entries} entries, ${pushed} pushes, ${killed} kills\n`)
}, 3_600_000)

test('control: where a claim is no claim, and two tell at once, something is pushed twice', async () => {
  here.local.faults.clear()
  await lay(fc.sample(story, { numRuns: 40, seed: 5 }), 0)
  here.local.faults.add({
    when: { function: 'message', collection: 'messages', action: 'database.modifyAndReturnDoc' },
    do: 'strip',
  })
  await Promise.all([1, 2, 3].map(() => here.local.fire('tell').catch(() => undefined)))
  here.local.faults.clear()
  expect(pushes(all<ActivityMessage>('messages')).some(({ sent: out, may }) => out > may)).toBe(true)
}, 60_000)
