import { day, hour } from '../../src/domain/day'
import type { Order } from '../../src/domain/order'
import type { OwnOrders } from '../../src/domain/order-page'
import {
  here,
  slot,
  intent,
  id,
  asking,
  place,
  does,
  bothCome,
  told,
  page,
  work,
  kindsOn,
  agreed,
  nextSlot,
  at,
  stage,
} from './order-stage'
import { order as stored } from './order-world'
import { kid, member } from './world'

stage()

describe('an order from its placing to its end', () => {
  test('an elder orders a tap repair; two volunteers come; she says that it is done and judges it', async () => {
    const order = await place()
    expect(await page('mei', order)).toMatchObject({ state: 'triage', owner: 'desk', words: '厨房龙头滴水' })
    expect((await work('ana')).open.some((each) => each.id === order)).toBe(false)

    await does('shi', 'putUp', order, { words: true })
    const seen = (await work('ana')).open.find((each) => each.id === order)
    expect(seen).toMatchObject({ title: '水龙头水管滴漏', building: '听榕苑1栋', words: '厨房龙头滴水', need: 2 })
    expect(JSON.stringify(seen)).not.toMatch(/梅姨|302/)

    expect(await does('ana', 'take', order)).toEqual({ as: 'lead', complete: false })
    expect(await page('mei', order)).toMatchObject({ state: 'open', takers: [{ name: '阿娜' }] })
    // Put up once more, with its words by now, who has a place keeps it.
    await does('shi', 'putUp', order, { words: true })
    expect(await does('bo', 'take', order)).toEqual({ as: 'second', complete: true })
    await does('ana', 'schedule', order, { slot, reason: null })
    expect(await page('mei', order)).toMatchObject({ state: 'scheduled', owner: 'provider', slot })

    await at(slot.startsAt, () => bothCome(order))
    await at(slot.startsAt + hour, () => does('ana', 'end', order))
    expect(await page('mei', order)).toMatchObject({ state: 'ended', owner: 'resident' })
    await does('mei', 'confirm', order)
    await does('mei', 'rate', order, { score: 5, comment: '修得好' })
    await does('ana', 'report', order, { how: 'well', text: '门口有台阶' })
    const end = await page('mei', order)
    expect(end).toMatchObject({ state: 'rated', owner: null, dueAt: null, score: 5 })
    expect(end.steps.map(({ kind }) => kind)).not.toContain('reported')
    expect((await page('shi', order)).steps.at(-1)).toMatchObject({ kind: 'reported', text: '门口有台阶' })
  })

  test('both sides are told each thing once, however often the chase runs', async () => {
    const order = await agreed()
    for (const _ of [1, 2, 3]) await here.local.fire('chase')
    expect(kindsOn('mei', order)).toEqual(['order-taken', 'order-time'])
    expect(kindsOn('bo', order)).toEqual(['order-time'])
    expect(kindsOn('shi', order)).toEqual(['order-new'])
  })

  test('a reason is read by both sides where it is for both, and by the desk where it is not', async () => {
    const order = await agreed()
    await does('ana', 'handOn', order, { reason: '临时加班' })
    expect(await page('mei', order)).toMatchObject({ state: 'open', takers: [{ name: '阿波' }] })
    expect((await page('mei', order)).steps.at(-1)).toMatchObject({ kind: 'handed-on', text: '临时加班' })
    await does('shi', 'assign', order, { to: { kind: 'organisation', id: 'ent-wujin' }, unlisted: true })
    // Who gave it back needs to know neither when it is nor who comes.
    expect(await page('ana', order)).toMatchObject({ parts: [], slot: null, takers: [], asked: null })
    await does('shop', 'decline', order, { reason: '材料没到' })
    expect((await page('mei', order)).steps.at(-1)).toMatchObject({ kind: 'declined', text: null })
    expect((await page('shi', order)).steps.at(-1)).toMatchObject({ kind: 'declined', text: '材料没到' })
  })

  test('a complaint is answered by the desk, done again, and the first score does not stand', async () => {
    const order = await agreed()
    await at(slot.startsAt, () => bothCome(order))
    await at(slot.startsAt + hour, () => does('ana', 'end', order))
    await at(slot.startsAt + 2 * hour, async () => {
      await does('mei', 'complain', order, { reason: '还是漏' })
      expect(await page('mei', order)).toMatchObject({ state: 'complained', owner: 'desk' })
      await does('shi', 'redo', order, { reason: '再去一次' })
      expect(await page('mei', order)).toMatchObject({ state: 'triage', takers: [] })
    })
  })

  test('the committee reads the complaint that came up to it, and not what is for the social workers only', async () => {
    const complained = async (reason: string) => {
      const order = await agreed()
      await at(slot.startsAt, () => bothCome(order))
      await at(slot.startsAt + hour, () => does('ana', 'end', order))
      await at(slot.startsAt + 2 * hour, () => does('mei', 'complain', order, { reason }))
      nextSlot()
      const { owner, steps } = await at(slot.startsAt + 8 * day, async () => {
        await here.local.fire('chase')
        return page('committee', order)
      })
      const step = steps.find(({ kind }) => kind === 'complained')
      return { owner, text: step?.text, quiet: step?.quiet }
    }
    expect(await complained('还是漏')).toEqual({ owner: 'committee', text: '还是漏', quiet: false })
    const quiet = await complained('来的人说我老公打我是家务事')
    expect(quiet).toEqual({ owner: 'committee', text: null, quiet: true })
  })

  test('a cancellation is taken back, and a captain gives what their team has to their own people only', async () => {
    const order = await place()
    const cancelling = intent()
    await here.value('mei', 'order.cancel', { intent: cancelling, order, reason: null, series: null })
    await does('mei', 'restore', order, { undoes: cancelling })
    await does('shi', 'assign', order, { to: { kind: 'team', id: 'team-repair' }, unlisted: true })
    const strangers = [id('ana'), id('teen')]
    expect(await told('cap', 'assign', order, { to: { kind: 'people', ids: strangers } })).toMatchObject({
      reason: 'no-permission',
    })
    const giving = { intent: intent(), order, to: { kind: 'people', ids: [id('ana'), id('bo')] } }
    // It is out of the team's hands by that very step; whoever's answer was lost asks again all the same.
    for (const _ of [1, 2]) expect((await here.ask('cap', 'order.assign', giving)).reply).toMatchObject({ ok: true })
    expect(await page('ana', order)).toMatchObject({ state: 'offered', asked: expect.stringContaining('阿波') })
    expect((await work('bo')).asked.map((each) => each.id)).toContain(order)
  })

  test('the same intent again is the same order and the same step', async () => {
    const asked = asking()
    const [one, two] = await Promise.all([
      here.value('mei', 'order.place', asked),
      here.value('mei', 'order.place', asked),
    ])
    expect(one).toEqual(two)
    const { order } = one as { order: string }
    await does('shi', 'putUp', order, { words: false })
    const taking = { intent: intent(), order }
    const first = await here.value('ana', 'order.take', taking)
    await does('bo', 'take', order)
    expect(await here.value('ana', 'order.take', taking)).toEqual(first)
    expect((await here.read<Order>('orders', order))?.takers).toEqual([id('ana'), id('bo')])
  })
})

describe('for someone without a phone', () => {
  const card = (more: Record<string, unknown> = {}) => {
    const { person: _person, ...asked } = asking()
    return { ...asked, holder: null, name: '陈婆婆', band: '80+', reach: 'knock', consent: true, ...more }
  }

  test('a paper card is entered, served, confirmed and judged by staff in her name', async () => {
    const { order } = await here.value<{ order: string }>('shi', 'order.placeFor', card())
    expect(await page('shi', order)).toMatchObject({ kept: true, reach: 'knock', who: { name: '陈婆婆', band: '80+' } })
    await does('shi', 'assign', order, { to: { kind: 'organisation', id: 'ent-wujin' }, unlisted: true })
    // A firm sends as many as must go: one word of it is enough, and their names before they go in.
    expect(await does('shop', 'take', order)).toEqual({ as: 'lead', complete: true })
    await does('shop', 'schedule', order, { slot, reason: null })
    await does('shop', 'send', order, { names: ['王师傅', '李师傅'] })
    await at(slot.startsAt, () => does('shop', 'start', order))
    await at(slot.startsAt + hour, () => does('shop', 'end', order))
    expect(await page('shi', order)).toMatchObject({ state: 'ended', owner: 'desk' })
    await does('shi', 'confirm', order)
    await does('shi', 'rate', order, { score: 4, comment: null })
    expect(await page('shi', order)).toMatchObject({ state: 'rated', score: 4 })
  })

  test('the next card finds her record; who has an account holds the order in it', async () => {
    const found = await here.value<{ id: string; kept: boolean }[]>('shi', 'order.find', { words: '陈婆' })
    expect(found).toEqual([expect.objectContaining({ kept: true })])
    await here.value('shi', 'order.placeFor', card({ holder: found[0]?.id }))
    expect(await here.value<unknown[]>('shi', 'order.find', { words: '陈婆' })).toHaveLength(1)
    const { order } = await here.value<{ order: string }>('shi', 'order.placeFor', card({ holder: id('mei') }))
    const own = await here.value<OwnOrders>('mei', 'order.mine', { after: null })
    expect(own.rows.map((row) => row.id)).toContain(order)
  })

  test('staff who order for their own child do not give it to themselves', async () => {
    const child = kid('one', 'zhi', 'k1')
    await here.put('members', [member('one', 'zhi', ['social-worker'], { name: '社工支', family: [child] })])
    await here.put('orders', [stored('one', 'order-of-kin', { holder: id('mei'), person: child.id })])
    const give = { to: { kind: 'people', ids: [id('zhi')] } }
    expect(await told('zhi', 'assign', 'order-of-kin', give)).toMatchObject({ reason: 'order-own' })
    expect(await told('shi', 'assign', 'order-of-kin', { to: { kind: 'people', ids: [id('shi')] } })).toMatchObject({
      ok: true,
    })
  })

  test('nobody else writes orders in somebody’s name', async () => {
    for (const who of ['mei', 'ana', 'cap', 'shop'])
      expect((await here.ask(who, 'order.placeFor', card())).reply).toMatchObject({ reason: 'no-permission' })
  })
})

describe('requests to the database of one cold call', () => {
  const cold = async (who: string, called: `${string}.${string}`, input: unknown) => {
    await here.local.cool()
    const { reply, requests } = await here.ask(who, called, input)
    expect(reply).toMatchObject({ ok: true })
    return requests
  }

  test('an order 3 at most, taking it 3, its timeline 2', async () => {
    expect(await cold('mei', 'order.place', asking())).toBeLessThanOrEqual(3)
    const order = await place()
    await does('shi', 'putUp', order, { words: true })
    expect(await cold('ana', 'order.take', { intent: intent(), order })).toBeLessThanOrEqual(3)
    for (const who of ['mei', 'ana', 'shi']) expect(await cold(who, 'order.open', { order })).toBeLessThanOrEqual(2)
    expect(await cold('shi', 'order.desk', { view: 'all' })).toBeLessThanOrEqual(2)
    expect(await cold('mei', 'order.mine', { after: null })).toBeLessThanOrEqual(2)
  })
})
