import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, minute, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { Message } from '../../src/domain/message'
import type { OfferedTo, Order, OrderEvent } from '../../src/domain/order'
import type { OrderPage } from '../../src/domain/order-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { cleared, member } from './world'
import { provider } from './world-menu'
import { volunteer } from './world-volunteer'

/** Who took orders, and may then serve no more. */
let here: Town
let turn = 0
const id = (who: string) => memberId('one', `web:${who}`)
const staff = 'role-social-worker'
const head = 'role-committee-member'

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨' }),
    member('one', 'bo', ['resident', 'volunteer'], { ...cleared, name: '阿波' }),
  ])
  await here.put('providers', [provider('one', 'ent-gone', { kind: 'enterprise', name: '榕记' })])
})
afterAll(() => here.stop())

async function helper(roles: Member['roles'] = ['resident', 'volunteer'], organisation: string | null = null) {
  const who = `goes-${(turn += 1)}`
  await here.put('members', [member('one', who, roles, { ...cleared, name: `走的${turn}`, organisation })])
  if (roles.includes('volunteer')) await here.put('volunteers', [volunteer('one', who)])
  return who
}

/** An order of 梅姨's that these took, up for all or given to someone; with a time agreed, in so many days. */
async function taken(by: string[], to: OfferedTo | null = null, more: readonly OrderEvent['kind'][] = []) {
  const _id = `gone-${(turn += 1)}`
  const startsAt = startOfDay(Date.now()) + (2 + turn) * day + 10 * hour
  const event = (kind: string, who: string, rest = {}) =>
    ({ id: `${kind}-${who}-${_id}`, at: Date.now(), by: id(who), kind, ...rest }) as OrderEvent
  const later = [
    to === null ? event('opened', staff, { words: true }) : event('assigned', staff, { to }),
    ...by.map((who) => event('taken', who)),
    event('scheduled', by[0] ?? '', { slot: { startsAt, endsAt: startsAt + hour }, reason: null }),
    ...more.map((kind) => event(kind, by[0] ?? '')),
  ]
  const need = by.length > 1 ? 2 : 1
  await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei'), need }, later)])
  return _id
}
const order = async (_id: string) => (await here.read<Order>('orders', _id)) as Order
const on = (_id: string) => ({ intent: `intent-on-${(turn += 1)}`, order: _id })
const page = (who: string, _id: string) => here.ask<OrderPage>(who, 'order.open', { order: _id })
const told = (to: string, about: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .flatMap((each) => (each.to === id(to) && 'about' in each && each.about === about ? [each.kind] : []))
const leave = (who: string, intent = `intent-leave-${(turn += 1)}`) =>
  here.ask(who, 'volunteer.step', { intent, step: 'leave' })
const suspend = (who: string) =>
  here.value(staff, 'volunteer.decide', {
    intent: `intent-suspend-${(turn += 1)}`,
    volunteer: id(who),
    step: { kind: 'suspend', reason: '有投诉' },
  })
const unlink = (who: string, intent = `intent-unlink-${(turn += 1)}`) =>
  here.ask(head, 'provider.unlinkPerson', { intent, provider: 'ent-gone', person: id(who) })

test.each([
  ['leaves', (who: string) => leave(who)],
  ['is suspended', (who: string) => suspend(who)],
])(
  'a volunteer who %s gives back what they took: it is up again, both sides and the desk hear of it',
  async (_, goes) => {
    const who = await helper()
    const one = await taken([who])
    const two = await taken([who, 'bo'])
    const begun = await taken([who], null, ['started'])
    await goes(who)
    await here.local.fire('chase')
    expect(await order(one)).toMatchObject({ state: 'open', board: true, owner: 'desk', takers: [] })
    expect(await order(two)).toMatchObject({ state: 'open', takers: [id('bo')] })
    // Whoever is in a home at that moment is there, whatever a list says: the desk has it at once, and everyone hears.
    const { dueAt } = await order(begun)
    expect(await order(begun)).toMatchObject({ state: 'started', owner: 'desk', takers: [id(who)] })
    expect((dueAt ?? 0) - here.local.clock.now()).toBeLessThanOrEqual(30 * minute)
    expect([told('mei', begun), told(who, begun), told(staff, begun)]).toEqual([
      ['order-left'],
      ['order-leave'],
      ['order-left-alone'],
    ])
    expect(await here.value<OrderPage>(staff, 'order.open', { order: begun })).toMatchObject({ left: true })
    expect((await here.ask(who, 'order.end', on(begun))).reply).toMatchObject({ ok: false })
    expect((await here.ask(staff, 'order.end', on(begun))).reply).toMatchObject({ ok: true })
    expect(await order(begun)).toMatchObject({ state: 'ended', owner: 'resident' })
    for (const [to, kind] of [
      ['mei', 'order-again'],
      [who, 'order-cancelled'],
      [staff, 'order-again'],
    ] as const)
      expect(told(to, one)).toEqual([kind])
    expect(told('bo', two)).toEqual(['order-again'])
    expect(await here.read<Member>('members', id(who))).toMatchObject({ calendar: [] })
  },
)

test('asked again, or cut short before an order is given back: each goes back once, and the rest with the next try', async () => {
  const who = await helper()
  const both = [await taken([who]), await taken([who])]
  const write = { function: 'volunteer', collection: 'orders', action: 'database.modifyAndReturnDoc', nth: 2 }
  const died = here.local.faults.add({ when: write, do: 'kill' })
  const intent = 'intent-leave-cut-short'
  await leave(who, intent).catch(() => undefined)
  expect(died()).toBe(1)
  expect((await Promise.all(both.map(order))).map(({ state }) => state).sort()).toEqual(['open', 'scheduled'])
  expect((await leave(who, intent)).reply).toMatchObject({ ok: true })
  expect((await leave(who, intent)).reply).toMatchObject({ ok: true })
  for (const each of both) expect((await order(each)).events.filter(({ kind }) => kind === 'handed-on')).toHaveLength(1)
})

test('who deletes their account in somebody’s home: the desk has it at once, and nothing says who it was', async () => {
  const who = await helper()
  const begun = await taken([who], null, ['started'])
  await here.value(who, 'member.erase', { confirm: '注销' })
  await here.local.fire('chase')
  expect(await order(begun)).toMatchObject({ state: 'started', owner: 'desk' })
  expect(JSON.stringify(await order(begun))).not.toContain(id(who))
  expect([told('mei', begun), told(staff, begun)]).toEqual([['order-left'], ['order-left-alone']])
})

test('a take that is cut short before it looks whether they still serve is given back by the next chase', async () => {
  const who = await helper()
  const _id = `gone-${(turn += 1)}`
  const opened: OrderEvent = { id: `up-${_id}`, at: Date.now(), by: staff, kind: 'opened', words: true }
  await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei') }, [opened])])
  const when = { function: 'order', collection: 'members', action: 'database.aggregateDocuments', nth: 1 }
  const died = here.local.faults.add({ when, do: 'kill' })
  await here.ask(who, 'order.take', on(_id)).catch(() => undefined)
  expect(died()).toBe(1)
  // As it is where the role went between the door and the step.
  const member = (await here.read<Member>('members', id(who))) as Member
  await here.local.store.set('members', { ...member, roles: ['resident'] } as never)
  expect(await order(_id)).toMatchObject({ takers: [id(who)] })
  await here.local.fire('chase')
  expect(await order(_id)).toMatchObject({ state: 'open', takers: [] })
})

test('what somebody else may still send them to stays theirs', async () => {
  const who = await helper(['resident', 'volunteer', 'enterprise'], 'ent-gone')
  const board = await taken([who])
  const named = await taken([who], { kind: 'people', ids: [id(who)] })
  const sent = await taken([who], { kind: 'organisation', id: 'ent-gone' })
  await leave(who)
  expect(await order(board)).toMatchObject({ takers: [] })
  for (const each of [named, sent]) expect(await order(each)).toMatchObject({ state: 'scheduled', takers: [id(who)] })
  expect((await unlink(who)).reply).toMatchObject({ ok: true })
  for (const each of [named, sent])
    expect(await order(each)).toMatchObject({ state: 'triage', owner: 'desk', takers: [] })
})

test('whoever works for an organisation no more gives back what it sent them to', async () => {
  const who = await helper(['resident', 'enterprise'], 'ent-gone')
  const sent = await taken([who], { kind: 'organisation', id: 'ent-gone' })
  expect((await unlink(who)).reply).toMatchObject({ ok: true })
  await here.local.fire('chase')
  expect(await order(sent)).toMatchObject({ state: 'triage', owner: 'desk', takers: [] })
  expect([told('mei', sent), told(who, sent)]).toEqual([['order-again'], ['order-cancelled']])
})

test('who may serve no more reads of what they are still on no more than who gave it back', async () => {
  const who = await helper()
  const begun = await taken([who], null, ['started'])
  const before = await page(who, begun)
  expect(before.reply).toMatchObject({ ok: true, value: { who: { name: '梅姨' }, parts: ['taker'] } })
  await suspend(who)
  const { reply } = await page(who, begun)
  expect(reply).toMatchObject({
    ok: true,
    value: { who: { name: null }, words: null, photo: null, parts: [], may: [] },
  })
})

/** An order of 梅姨's that these were asked to do, and have not answered. */
async function offered(to: OfferedTo): Promise<string> {
  const _id = `gone-${(turn += 1)}`
  const at = Date.now()
  const given: OrderEvent = { id: `given-${_id}`, at, by: id(staff), kind: 'assigned', to }
  await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei') }, [given])])
  return _id
}
const backAtDesk = { state: 'triage', owner: 'desk', givenTo: [], takers: [] }

test('whoever was asked and deletes their account is waited for no more; of two the other one is', async () => {
  const who = await helper()
  const alone = await offered({ kind: 'people', ids: [id(who)] })
  const both = await offered({ kind: 'people', ids: [id(who), id('bo')] })
  await here.value(who, 'member.erase', { confirm: '注销' })
  await here.local.fire('chase')
  expect(await order(alone)).toMatchObject(backAtDesk)
  expect(await order(both)).toMatchObject({ state: 'offered', givenTo: [`member:${id('bo')}`] })
  expect(told(staff, alone)).toEqual(['order-again'])
  for (const each of [alone, both]) expect(JSON.stringify(await order(each))).not.toContain(id(who))
})

test.each([
  ['deletes their account', (who: string) => here.value(who, 'member.erase', { confirm: '注销' })],
  ['works for it no more', (who: string) => unlink(who)],
])(
  'what a firm was asked whose last person %s goes back to staff; while somebody is left it waits',
  async (_, goes) => {
    const [one, two] = [await helper(['resident', 'enterprise'], 'ent-gone'), await helper(['operator'], 'ent-gone')]
    const asked = await offered({ kind: 'organisation', id: 'ent-gone' })
    await goes(one)
    expect(await order(asked)).toMatchObject({ state: 'offered', givenTo: ['organisation:ent-gone'] })
    await goes(two)
    expect(await order(asked)).toMatchObject(backAtDesk)
  },
)

test('a firm in which nobody is gets nothing; what it was asked in the moment its last one left comes back by the chase', async () => {
  const who = await helper(['resident', 'enterprise'], 'ent-gone')
  const _id = `gone-${(turn += 1)}`
  await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei') })])
  const to = { kind: 'organisation', id: 'ent-gone' } as const
  const give = async () => (await here.ask(staff, 'order.assign', { ...on(_id), to, unlisted: true })).reply
  expect(await give()).toMatchObject({ ok: true })
  await unlink(who)
  expect(await give()).toEqual({ ok: false, reason: 'order-nobody-there', name: '榕记' })
  expect(await order(_id)).toMatchObject(backAtDesk)

  const later = [await offered(to), await offered({ kind: 'people', ids: [id(who)] })]
  for (const each of later)
    await here.local.store.set('orders', { ...(await order(each)), told: 1, toTell: true } as never)
  await here.local.fire('chase')
  for (const each of later) expect(await order(each)).toMatchObject(backAtDesk)
})

test('whoever took it while their account went leaves no trace in it', async () => {
  const _id = `gone-${(turn += 1)}`
  const by = id('never-there')
  const log = (kind: string, who: string, rest = {}) =>
    ({ id: `${kind}-${_id}`, at: Date.now(), by: who, kind, ...rest }) as OrderEvent
  const late = [log('opened', id(staff), { words: true }), log('taken', by)]
  const found = stored('one', _id, { holder: id('mei'), person: id('mei') }, late)
  const waiting: Order = { ...found, told: 2, toTell: true }
  await here.put('orders', [waiting])
  for (const _ of [1, 2]) await here.local.fire('chase')
  expect(await order(_id)).toMatchObject({ state: 'open', takers: [] })
  expect(here.dump().filter((line) => line.includes(by))).toEqual([])
})

test('what was asked for in distress is not asked for again by the calendar', async () => {
  const _id = `gone-${(turn += 1)}`
  const found = stored('one', _id, { holder: id('mei'), person: id('mei'), repeat: { first: _id, nth: 0 } })
  const events = found.events.map((event) => (event.kind === 'placed' ? { ...event, route: 'crisis' as const } : event))
  const before: Order = { ...found, events, repeatDue: true, repeatFrom: 1 }
  await here.put('orders', [before])
  await here.local.fire('chase')
  expect(await order(_id)).toMatchObject({ repeatDue: false })
  expect(here.dump().filter((line) => line.startsWith('orders ') && line.includes(`"first":"${_id}"`))).toHaveLength(1)
})

test('a team whose last one goes to another waits for nobody', async () => {
  const who = await helper()
  const team = (to: string | null) =>
    here.value(staff, 'volunteer.decide', {
      intent: `intent-team-${(turn += 1)}`,
      volunteer: id(who),
      step: { kind: 'team', team: to },
    })
  await here.value(staff, 'volunteer.saveTeam', {
    intent: `intent-team-${(turn += 1)}`,
    team: 'lone',
    name: '一个人的队',
    captain: null,
  })
  await team('lone')
  const asked = await offered({ kind: 'team', id: 'lone' })
  await team(null)
  expect(await order(asked)).toMatchObject({ state: 'triage', owner: 'desk' })
})
