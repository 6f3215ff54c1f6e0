import { memberId } from '../../cloudfunctions/runtime/caller'
import type { Member } from '../../src/domain/member'
import type { ActivityMessage, Template } from '../../src/domain/message'
import type { Roster } from '../../src/domain/roster'
import { type Town, town } from './town'
import { activity, member } from './world'

const hour = 3_600_000
let here: Town
let turn = 0
const newIntent = () => `intent-push-${(turn += 1)}`

beforeAll(async () => {
  here = await town()
  await here.put('members', [member('one', 'worker', ['social-worker'])])
})
afterAll(() => here.stop())
beforeEach(() => here.local.sent.clear())

/** Calls as somebody who came through WeChat. */
async function asWeChat(openid: string, called: string, input: object): Promise<void> {
  const [noun, procedure] = called.split('.')
  const response = await fetch(`${here.local.url}/v1/functions/${noun}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer localwx.${openid}` },
    body: JSON.stringify({ procedure, centre: 'one', input }),
  })
  expect(await response.json()).toMatchObject({ ok: true })
}

/** A neighbour with WeChat who agreed to each of these so many times. */
async function neighbour(openid: string, times: number, ...templates: Template[]): Promise<string> {
  await asWeChat(openid, 'member.join', { name: '微信人', band: '35-59', birth: null, building: null, consent: true })
  for (let n = 0; n < times; n += 1) await asWeChat(openid, 'message.granted', { intent: newIntent(), templates })
  return memberId('one', `wx:${openid}`)
}

async function signedUp(openid: string, self: string, more: Parameters<typeof activity>[2] = {}): Promise<string> {
  const made = activity('one', `push-${(turn += 1)}`, {
    startsAt: here.local.clock.now() + (80 + turn) * hour,
    ...more,
  })
  await here.put('activities', [made.activity])
  await here.put('rosters', [made.roster])
  await asWeChat(openid, 'activity.signUp', { intent: newIntent(), activity: made.activity._id, people: [self] })
  return made.activity._id
}

async function quiet(on: string): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    await here.local.fire('tell').catch(() => undefined)
    const roster = (await here.read<Roster>('rosters', on)) as Roster
    if (!roster.toTell && pushesOf(on).every((push) => push !== 'due')) return
  }
  throw new Error(`still untold: ${on}`)
}

const messages = (on: string): ActivityMessage[] =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as ActivityMessage)
    .filter((message) => message.activity === on)
const pushesOf = (on: string) => messages(on).map(({ push }) => push)
const messagesOf = (on: string, self: string) => messages(on).flatMap(({ to, kind }) => (to === self ? [kind] : []))
const grantsOf = async (self: string) => (await here.read<Member>('members', self))?.grants
const sent = () =>
  here.local.sent.calls
    .filter(({ api }) => api === 'subscribeMessage.send')
    .map(({ data }) => (data as { data: Record<string, { value: string }> }).data)

test('where WeChat says that a neighbour takes no more, nothing is said to be left', async () => {
  const self = await neighbour('o-refuses', 3, 'signup-success', 'activity-change')
  here.local.sent.reply('subscribeMessage.send', { errcode: 43101, errmsg: 'user refuse to accept the msg' })
  const on = await signedUp('o-refuses', self)
  await quiet(on)
  await quiet(on)
  expect(sent()).toHaveLength(1)
  expect(pushesOf(on)).toEqual(['failed'])
  expect(await grantsOf(self)).toEqual({ 'signup-success': 0, 'activity-change': 3 })
  const next = await signedUp('o-refuses', self)
  await quiet(next)
  expect(sent()).toHaveLength(1)
})

test('where WeChat refuses a push for a reason of its own, nobody pays for it, and it is not sent again', async () => {
  const self = await neighbour('o-busy', 2, 'signup-success')
  here.local.sent.reply('subscribeMessage.send', { errcode: 47003, errmsg: 'argument invalid' })
  const on = await signedUp('o-busy', self)
  for (const _ of [1, 2, 3]) await quiet(on)
  expect(sent()).toHaveLength(1)
  expect(await grantsOf(self)).toEqual({ 'signup-success': 2 })
  expect(here.log().join('\n')).toContain('47003')
})

test('no field is longer than WeChat takes, has a line break, or a character cut in two', async () => {
  const self = await neighbour('o-long', 2, 'signup-success')
  const on = await signedUp('o-long', self, { title: '二十四节气\n冬至包饺子和汤圆👩‍🍳👩‍🍳👩‍🍳👩‍🍳欢迎街坊' })
  await quiet(on)
  const [fields] = sent()
  expect(fields?.thing1?.value).toMatch(/^二十四节气 冬至包饺子和汤圆.*…$/)
  for (const [name, { value }] of Object.entries(fields ?? {})) {
    expect(value).not.toBe('')
    expect(value).not.toMatch(/[\r\n]/)
    expect(() => encodeURIComponent(value)).not.toThrow()
    if (name.startsWith('thing')) expect(value.length).toBeLessThanOrEqual(20)
    if (name.startsWith('phrase')) expect(value).toMatch(/^\p{Script=Han}{1,5}$/u)
    if (name.startsWith('time')) expect(value).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/)
  }
})

test('a seat that was told late is pushed with the time that holds now; moved twice, only the last change is pushed', async () => {
  const self = await neighbour('o-moved', 3, 'signup-success', 'activity-change')
  const on = await signedUp('o-moved', self)
  const change = async (moved: number, startsAt: number, place: string | null) =>
    here.value('worker', 'activity.changeTime', {
      intent: newIntent(),
      activity: on,
      moved,
      startsAt,
      endsAt: startsAt + 2 * hour,
      closesAt: startsAt,
      place,
      placeNote: place === null ? null : '二楼',
      reason: '下雨',
    })
  const first = ((await here.read<Roster>('rosters', on)) as Roster).startsAt
  await change(0, first + 24 * hour, null)
  await change(1, first + 24 * hour, '老年活动室')
  await quiet(on)
  const changes = sent().filter(({ phrase2 }) => phrase2)
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatchObject({ phrase2: { value: '换地点' }, thing5: { value: '新地点：老年活动室' } })
  const seat = sent().find(({ phrase4 }) => phrase4)
  expect(seat?.time2?.value).toBe(changes[0]?.time3?.value)
})

test('the timer was down for hours: an offer that lapsed meanwhile is in the inbox, and nobody is sent to its seat', async () => {
  const first = await neighbour('o-first', 1, 'waitlist-promoted')
  const second = await neighbour('o-second', 2, 'waitlist-promoted')
  const on = await signedUp('o-first', first, { capacity: 1, startsAt: here.local.clock.now() + 4 * hour })
  await asWeChat('o-second', 'activity.signUp', { intent: newIntent(), activity: on, people: [second] })
  await quiet(on)
  here.local.clock.shift(2.5 * hour)
  const { events } = (await here.read<Roster>('rosters', on)) as Roster
  const party = events.find((event) => event.kind === 'join' && event.member === first)?.id
  await asWeChat('o-first', 'activity.leave', { intent: newIntent(), activity: on, party })
  here.local.clock.shift(hour)
  here.local.sent.clear()
  for (const _ of [1, 2]) {
    await here.local.fire('sweep')
    await quiet(on)
  }
  expect(messagesOf(on, second).sort()).toEqual(['lapsed', 'offered', 'waiting'])
  expect(sent()).toEqual([])
  expect(await grantsOf(second)).toEqual({ 'waitlist-promoted': 2 })
})
