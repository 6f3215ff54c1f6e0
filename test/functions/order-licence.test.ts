import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, startOfDay } from '../../src/domain/day'
import type { Licence } from '../../src/domain/licence'
import type { OrderChoice } from '../../src/domain/order-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { cleared, member } from './world'
import { provider } from './world-menu'

let here: Town
let intents = 0
const intent = () => `intent-licence-${(intents += 1)}`
const id = (who: string) => memberId('one', `web:${who}`)
const today = startOfDay(Date.now())

const licence = (name: string, until: number | null, checked = true): Licence => ({
  id: `licence-${name}-${until}`,
  at: today,
  by: null,
  name,
  until,
  check: checked ? { intent: 'intent-check', at: today, by: null, pass: true, reason: null } : null,
})

const firms: Record<string, Licence[]> = {
  'ent-nurses': [licence('执业护士', today + 40 * day)],
  'ent-waiting': [licence('执业护士', null, false)],
  'ent-expired': [licence('执业护士', today - day), licence('食品经营许可', today + 400 * day)],
}

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
    member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜' }),
    ...[...Object.keys(firms), 'ent-unknown'].map((key) =>
      member('one', key, ['enterprise'], { name: `来自 ${key}`, organisation: key }),
    ),
  ])
  await here.put(
    'providers',
    Object.entries(firms).map(([key, licences]) =>
      provider('one', key, { kind: 'enterprise', name: `${key} 店`, licences }),
    ),
  )
})
afterAll(() => here.stop())

let orders = 0
async function nursing(item = 'home-nursing'): Promise<string> {
  const _id = `licence-${(orders += 1)}`
  await here.put('orders', [stored('one', _id, { item, title: '上门护理', holder: id('mei'), person: id('mei') })])
  return _id
}
const told = async (who: string, deed: string, order: string, more = {}) =>
  (await here.ask(who, `order.${deed}`, { intent: intent(), order, ...more })).reply
const to = (key: string) => ({ to: { kind: 'organisation', id: key } })
const no = { ok: false, reason: 'order-licence', whose: 'chosen', demanded: '执业护士' }

test('whose licence is checked and holds is sent; missing, unchecked, expired or unknown to the centre is not', async () => {
  const order = await nursing()
  for (const key of ['ent-waiting', 'ent-expired'])
    expect(await told('shi', 'assign', order, to(key))).toEqual({ ...no, name: `${key} 店` })
  expect(await told('shi', 'assign', order, to('ent-unknown'))).toMatchObject({ ...no, name: 'ent-unknown' })
  const named = { to: { kind: 'people', ids: [id('ent-expired')] } }
  expect(await told('shi', 'assign', order, named)).toMatchObject(no)
  expect(await told('shi', 'assign', order, to('ent-nurses'))).toEqual({ ok: true, value: null })
  expect(await told('ent-nurses', 'take', order)).toMatchObject({ ok: true })
})

test('one that ran out between the giving and the taking: it is not taken, and who it is hears why', async () => {
  const order = await nursing()
  expect(await told('shi', 'assign', order, to('ent-nurses'))).toMatchObject({ ok: true })
  const now = here.local.clock.now()
  here.local.clock.shift(42 * day)
  expect(await told('ent-nurses', 'take', order)).toEqual({ ...no, whose: 'own', name: 'ent-nurses 店' })
  here.local.clock.shift(now - here.local.clock.now())
  await here.local.cool()
  const { reply, requests } = await here.ask('ent-nurses', 'order.take', { intent: intent(), order })
  expect(reply).toMatchObject({ ok: true })
  expect(requests).toBeLessThanOrEqual(3)
})

test('what demands none is given to anyone as before', async () => {
  const order = await nursing('tap-and-pipe')
  expect(await told('shi', 'assign', order, to('ent-unknown'))).toMatchObject({ ok: true })
})

test('the list to choose from says it before it is tried, of firms and of their people', async () => {
  const list = async (order: string) => here.value<OrderChoice[]>('shi', 'order.providers', { order, words: 'ent-' })
  const found = await list(await nursing())
  const whyNot = (name: string) => found.find((each) => each.name === name)?.whyNot
  expect(whyNot('ent-nurses 店')).toBeNull()
  expect(whyNot('ent-expired 店')).toMatchObject({ reason: 'order-licence', demanded: '执业护士' })
  expect(whyNot('来自 ent-waiting')).toMatchObject({ reason: 'order-licence' })
  expect((await list(await nursing('tap-and-pipe'))).every((each) => each.whyNot === null)).toBe(true)
})
