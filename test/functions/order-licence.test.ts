import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, startOfDay } from '../../src/domain/day'
import type { Licence } from '../../src/domain/licence'
import type { OrderPage, WorkPage } from '../../src/domain/order-page'
import type { OrderChoice } from '../../src/domain/order-desk-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { cleared, member } from './world'
import type { OrderEvent } from '../../src/domain/order'
import type { Qualification } from '../../src/domain/volunteer'
import { provider } from './world-menu'
import { volunteer } from './world-volunteer'

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
  const asked = { ...to('ent-unknown'), unlisted: true }
  expect(await told('shi', 'assign', order, asked)).toMatchObject({ ok: true })
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

describe('people show what the item demands themselves', () => {
  const demanded = '低压电工证'
  const paper = (more: Partial<Qualification> = {}): Qualification => ({
    id: 'paper',
    name: demanded,
    skill: null,
    expiresAt: Date.now() + 30 * day,
    file: null,
    at: today,
    state: 'valid',
    ...more,
  })
  const people: Record<string, [roles: Parameters<typeof member>[2], papers: Qualification[], firm?: string]> = {
    'has-none': [['volunteer'], []],
    'has-one': [['volunteer'], [paper()]],
    'has-old': [['volunteer'], [paper({ expiresAt: Date.now() - day })]],
    'has-unseen': [['volunteer'], [paper({ state: 'waiting' })]],
    'has-other': [['volunteer'], [paper({ name: '急救员证' })]],
    'worker-none': [['social-worker'], []],
    'worker-one': [['social-worker'], [paper()]],
    'both-expired': [['volunteer', 'enterprise'], [], 'ent-current-old'],
    'both-firm': [['volunteer', 'enterprise'], [], 'ent-current'],
    'both-own': [['volunteer', 'enterprise'], [paper()], 'ent-current-old'],
  }

  beforeAll(async () => {
    const all = Object.entries(people)
    await here.put(
      'members',
      all.map(([who, [roles, , organisation = null]]) =>
        member('one', who, roles, { ...cleared, name: `电 ${who}`, organisation }),
      ),
    )
    await here.put(
      'volunteers',
      all.map(([who, [, qualifications]]) => volunteer('one', who, { qualifications })),
    )
    await here.put('providers', [
      provider('one', 'ent-current', { kind: 'enterprise', name: '好店', licences: [licence(demanded, null)] }),
      provider('one', 'ent-current-old', {
        kind: 'enterprise',
        name: '旧店',
        licences: [licence(demanded, today - day)],
      }),
    ])
  })

  async function light(later: Partial<OrderEvent> & Pick<OrderEvent, 'kind'>): Promise<string> {
    const _id = `light-${(orders += 1)}`
    const at = here.local.clock.now()
    const startsAt = startOfDay(at) + (orders + 2) * day + 10 * 3_600_000
    const wants = { startsAt, endsAt: startsAt + 3_600_000 }
    const events = [
      { id: `moved-${_id}`, at, by: id('mei'), kind: 'moved', wants, reason: null },
      { id: `later-${_id}`, at, by: id('shi'), ...later },
    ] as OrderEvent[]
    const facts = { item: 'light-and-socket', title: '换灯', holder: id('mei'), person: id('mei') }
    await here.put('orders', [stored('one', _id, facts, events)])
    return _id
  }
  const up = () => light({ kind: 'opened', words: false })
  const offered = (who: string) => light({ kind: 'assigned', to: { kind: 'people', ids: [id(who)] } })
  const refused = (name: string, whose: 'own' | 'chosen') => ({
    ok: false,
    reason: 'order-licence',
    whose,
    name,
    demanded,
  })

  test.each(['has-none', 'has-old', 'has-unseen', 'has-other', 'both-expired', 'both-firm'])(
    'what is up for all is not taken by %s',
    async (who) => {
      const order = await up()
      expect(await told(who, 'take', order)).toEqual(refused(`电 ${who}`, 'own'))
      const { open } = await here.value<WorkPage>(who, 'order.work')
      expect(open.find((each) => each.id === order)?.whyNot).toMatchObject({ reason: 'order-licence', whose: 'own' })
    },
  )

  test('the order’s page says what is missing before one taps, in two requests, and offers it to who has it', async () => {
    const order = await up()
    await here.local.cool()
    const { reply, requests } = await here.ask<OrderPage>('has-none', 'order.open', { order })
    expect(reply).toMatchObject({ ok: true, value: { whyNot: { reason: 'order-licence', whose: 'own', demanded } } })
    expect(reply.ok && reply.value.may).not.toContain('take')
    expect(requests).toBeLessThanOrEqual(2)
    const own = await here.value<OrderPage>('has-one', 'order.open', { order })
    expect(own).toMatchObject({ whyNot: null })
    expect(own.may).toContain('take')
    // What the firm has holds where one is asked by name.
    const named = await offered('both-firm')
    expect(await here.value<OrderPage>('both-firm', 'order.open', { order: named })).toMatchObject({ whyNot: null })
    const old = await offered('both-expired')
    expect(await here.value<OrderPage>('both-expired', 'order.open', { order: old })).toMatchObject({
      whyNot: { reason: 'order-licence', name: '旧店' },
    })
  })

  test.each(['has-one', 'both-own'])('and is by %s, in 3 requests with a wished time, cold', async (who) => {
    const order = await up()
    const { open } = await here.value<WorkPage>(who, 'order.work')
    expect(open.find((each) => each.id === order)?.whyNot).toBeNull()
    await here.local.cool()
    const { reply, requests } = await here.ask(who, 'order.take', { intent: intent(), order })
    expect(reply).toMatchObject({ ok: true, value: { as: 'lead' } })
    expect(requests).toBeLessThanOrEqual(3)
  })

  test.each([
    ['has-none', '电 has-none'],
    ['worker-none', '电 worker-none'],
    ['both-expired', '旧店'],
  ])('%s is not given it by name, is greyed, and does not take what was given before', async (who, name) => {
    const order = await up()
    const to = { to: { kind: 'people', ids: [id(who)] } }
    expect(await told('shi', 'assign', order, to)).toEqual(refused(name, 'chosen'))
    const listed = await here.value<OrderChoice[]>('shi', 'order.providers', { order, words: who })
    expect(listed[0]?.whyNot).toMatchObject({ reason: 'order-licence', name })
    expect(await told(who, 'take', await offered(who))).toEqual(refused(name, 'own'))
  })

  test.each(['has-one', 'worker-one', 'both-firm', 'both-own'])('%s is given it by name, and takes it', async (who) => {
    const order = await up()
    const listed = await here.value<OrderChoice[]>('shi', 'order.providers', { order, words: who })
    expect(listed[0]?.whyNot).toBeNull()
    expect(await told('shi', 'assign', order, { to: { kind: 'people', ids: [id(who)] } })).toMatchObject({ ok: true })
    expect(await told(who, 'take', order)).toMatchObject({ ok: true })
  })
})
