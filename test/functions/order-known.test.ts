import { memberId } from '../../cloudfunctions/runtime/caller'
import type { Order, OrderEvent } from '../../src/domain/order'
import type { OrderChoice } from '../../src/domain/order-desk-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { cleared, member } from './world'
import { entry, menu, provider } from './world-menu'

/** Whom the menu names for an item, and who else may be given it. */
let here: Town
let turn = 0
const id = (who: string) => memberId('one', `web:${who}`)
const firms = ['ent-named', 'ent-did', 'ent-other']

beforeAll(async () => {
  here = await town()
  await here.local.store.empty('menus')
  await here.put('menus', [
    menu('one', {
      entries: [entry('tap-and-pipe', { providers: ['ent-named'] }), entry('elder-visit', { providers: [] })],
    }),
  ])
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
    member('one', 'boss', ['committee-member'], { name: '主任' }),
    member('one', 'cap', ['volunteer-captain'], { ...cleared, name: '何队长', team: 'team-other' }),
    member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜', team: 'team-other' }),
    ...firms.map((key) => member('one', key, ['enterprise'], { name: `来自 ${key}`, organisation: key })),
  ])
  await here.put('providers', [
    ...firms.map((key) => provider('one', key, { kind: 'enterprise', name: `${key} 店` })),
    provider('one', 'team-other', { kind: 'team', name: '别的队' }),
  ])
  const events: OrderEvent[] = [
    { id: 'given-before', at: 2, by: id('shi'), kind: 'assigned', to: { kind: 'organisation', id: 'ent-did' } },
    { id: 'taken-before', at: 3, by: id('ent-did'), kind: 'taken' },
    {
      id: 'agreed-before',
      at: 4,
      by: id('ent-did'),
      kind: 'scheduled',
      slot: { startsAt: 5, endsAt: 6 },
      reason: null,
    },
    { id: 'began-before', at: 5, by: id('ent-did'), kind: 'started' },
    { id: 'ended-before', at: 6, by: id('ent-did'), kind: 'ended' },
    { id: 'done-before', at: 7, by: id('mei'), kind: 'confirmed', how: 'self' },
  ]
  await here.put('orders', [asked('before', 'tap-and-pipe', events)])
})
afterAll(() => here.stop())

const asked = (_id: string, item: string | null, later: readonly OrderEvent[] = []): Order =>
  stored('one', _id, { item, holder: id('mei'), person: id('mei'), home: false }, later)

async function lays(item: string | null): Promise<string> {
  const _id = `known-${(turn += 1)}`
  await here.put('orders', [asked(_id, item)])
  return _id
}
const gives = async (who: string, order: string, to: object, more = {}) =>
  (await here.ask(who, 'order.assign', { intent: `intent-known-${(turn += 1)}`, order, to, ...more })).reply
const firm = (key: string) => ({ kind: 'organisation', id: key })
const named = (who: string) => ({ kind: 'people', ids: [id(who)] })
const chosen = (order: string, words: string | null = null) =>
  here.value<OrderChoice[]>('shi', 'order.providers', { order, words })

test('whom the menu does not name is given it only once that was said; whom it names, at once', async () => {
  const order = await lays('tap-and-pipe')
  for (const who of ['shi', 'boss']) {
    expect(await gives(who, order, firm('ent-other'))).toEqual({
      ok: false,
      reason: 'order-unlisted',
      name: 'ent-other 店',
    })
    expect(await gives(who, order, { kind: 'team', id: 'team-other' })).toMatchObject({ reason: 'order-unlisted' })
    // One of the firm's people by name is the firm.
    expect(await gives(who, order, named('ent-other'))).toMatchObject({ reason: 'order-unlisted' })
  }
  expect(await here.read<Order>('orders', order)).toMatchObject({ state: 'triage' })
  expect(await gives('shi', order, firm('ent-other'), { unlisted: true })).toMatchObject({ ok: true })
  expect(await gives('shi', order, firm('ent-named'))).toMatchObject({ ok: true })
  expect(await gives('shi', order, named('ent-named'))).toMatchObject({ ok: true })
})

test('who did one before is known; a volunteer by name is no firm; a captain gives on what the team was given', async () => {
  const order = await lays('tap-and-pipe')
  expect(await gives('shi', order, firm('ent-did'))).toMatchObject({ ok: true })
  expect(await gives('shi', order, named('ana'))).toMatchObject({ ok: true })
  expect(await gives('shi', order, { kind: 'team', id: 'team-other' }, { unlisted: true })).toMatchObject({ ok: true })
  expect(await gives('cap', order, named('ana'))).toMatchObject({ ok: true })
})

test.each([
  ['what was said in one’s own words', null],
  ['an item for which the menu names nobody', 'elder-visit'],
  ['an item that is not on the menu', 'phone-one-to-one'],
])('%s is given without a question: there is nobody to prefer', async (_, item) => {
  const order = await lays(item)
  expect((await chosen(order)).every(({ known }) => known === null)).toBe(true)
  expect(await gives('shi', order, firm('ent-other'))).toMatchObject({ ok: true })
})

test('in the choices those who do such things come first, others below people, also by the name of the firm', async () => {
  const order = await lays('tap-and-pipe')
  const all = await chosen(order)
  const known = all.filter(({ known: as }) => as !== null).map(({ id: key, known: as }) => [key, as])
  expect(known.filter(([key]) => firms.includes(key as string))).toEqual([
    ['ent-named', 'named'],
    ['ent-did', 'did'],
    ['ent-other', 'neither'],
  ])
  const places = ['ent-named', id('ana'), 'ent-other'].map((each) => all.findIndex(({ id: key }) => key === each))
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(all.find(({ id: key }) => key === id('ent-other'))).toMatchObject({ kind: 'member', known: 'neither' })
  expect((await chosen(order, 'named 店')).map(({ id: key, known: as }) => [key, as])).toEqual([['ent-named', 'named']])
})
