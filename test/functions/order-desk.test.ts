import { day, startOfDay } from '../../src/domain/day'
import type { OfferedTo, Order, OrderEvent } from '../../src/domain/order'
import type { DeskPage } from '../../src/domain/order-desk-page'
import { here, id, page, slot, place, kindsOn, agreed, at, stage } from './order-stage'
import { order as stored } from './order-world'
import { member } from './world'

stage()

describe('the desk and the chase', () => {
  test('what nobody looked at goes from the desk to the committee, once, and is on the desk as overdue', async () => {
    const order = await place()
    await at(Date.now() + 5 * day, async () => {
      for (const _ of [1, 2, 3]) await here.local.fire('chase')
      const stored = await here.read<Order>('orders', order)
      expect(stored?.events.filter(({ kind }) => kind === 'overdue')).toHaveLength(1)
      expect(stored?.owner).toBe('committee')
      const desk = await here.value<DeskPage>('shi', 'order.desk', { view: 'overdue' })
      expect(desk.rows.map((row) => row.id)).toContain(order)
    })
    expect(kindsOn('committee', order)).toEqual(['order-late'])
    expect(kindsOn('mei', order)).toEqual(['order-late'])
  })

  test('the desk tells the week and who has how much; an organisation sees only what is its own', async () => {
    const before = await here.value<DeskPage>('shi', 'order.desk', { view: 'week' })
    await agreed()
    const after = await here.value<DeskPage>('shi', 'order.desk', { view: 'week' })
    expect(after.counts.week).toBe(before.counts.week + 1)
    expect(after.days.find((each) => each.at === startOfDay(slot.startsAt))?.visits).toBeGreaterThan(0)
    expect(after.providers.some(({ name, week }) => name === '阿娜' && week > 0)).toBe(true)
    const cap = await here.value<DeskPage>('cap', 'order.desk', { view: 'all' })
    expect(cap.counts.all).toBeLessThan(after.counts.all)
  })
})

test('who asks to be called stands on the desk as a crisis, and on their own page; an ordinary order does not', async () => {
  const called = await place({ item: null, words: '想不开，不想活了', urgent: 'call-me' })
  const usual = await place()
  const { rows } = await here.value<DeskPage>('shi', 'order.desk', { view: 'all' })
  const marked = (order: string) => rows.find((row) => row.id === order)?.crisis
  expect([marked(called), marked(usual)]).toEqual([true, false])
  for (const who of ['shi', 'mei'])
    expect(await here.value(who, 'order.open', { order: called })).toMatchObject({ crisis: true, staffOnly: true })
})

test('who heads a team or a firm opens what a colleague took: when it is and who goes, and nothing of whose it is', async () => {
  await here.put('members', [
    member('one', 'runs', ['operator'], { name: '主管', organisation: 'ent-wujin' }),
    member('one', 'mate', ['enterprise'], { name: '伙计', organisation: 'ent-wujin' }),
    member('one', 'other', ['volunteer-captain'], { name: '别队队长', team: 'team-other' }),
  ])
  const given = async (_id: string, to: OfferedTo, by: string) => {
    const event = (kind: string, who: string, more: object) =>
      ({ id: `${kind}-${_id}`, at: Date.now(), by: id(who), kind, ...more }) as OrderEvent
    const log = [
      event('assigned', 'shi', { to }),
      event('taken', by, {}),
      event('scheduled', by, { slot, reason: '带梯子' }),
    ]
    await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei') }, log)])
    return _id
  }
  const team = await given('headed-team', { kind: 'team', id: 'team-repair' }, 'ana')
  const firm = await given('headed-firm', { kind: 'organisation', id: 'ent-wujin' }, 'shop')
  for (const [who, order, taker] of [
    ['cap', team, '阿娜'],
    ['runs', firm, '榕记店主'],
    ['mate', firm, '榕记店主'],
  ] as const) {
    const opened = await page(who, order)
    expect(opened).toMatchObject({ title: '水龙头水管滴漏', state: 'scheduled', slot, takers: [{ name: taker }] })
    expect(opened).toMatchObject({ may: [], parts: [], words: null, who: { name: null }, hasPhone: false, sent: null })
    expect(opened).toMatchObject({ building: null, hasRoom: false, kept: false, reach: 'app' })
    expect(JSON.stringify(opened)).not.toMatch(/梅|带梯子/)
  }
  for (const [who, order] of [
    ['cap', firm],
    ['runs', team],
    ['other', team],
    ['fresh', team],
  ] as const)
    expect((await here.ask(who, 'order.open', { order })).reply).toMatchObject({ reason: 'order-not-yours' })
})
