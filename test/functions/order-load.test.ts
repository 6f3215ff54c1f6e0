import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, startOfDay } from '../../src/domain/day'
import type { OfferedTo, OrderEvent } from '../../src/domain/order'
import type { DeskPage } from '../../src/domain/order-desk-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { cleared, member } from './world'
import { provider } from './world-menu'

let here: Town
let turn = 0
const id = (who: string) => memberId('one', `web:${who}`)
const staff = 'role-social-worker'

/** An order given to someone, with a time that was wished, in so many days; taken by these. */
async function given(to: OfferedTo | null, days: number, by: string[] = []) {
  const _id = `load-${(turn += 1)}`
  const startsAt = startOfDay(Date.now()) + days * day + 10 * hour
  const event = (kind: string, who: string, rest = {}) =>
    ({ id: `${kind}-${who}`, at: Date.now(), by: id(who), kind, ...rest }) as OrderEvent
  await here.put('orders', [
    stored('one', _id, {}, [
      event('moved', 'huang', { wants: { startsAt, endsAt: startsAt + hour }, reason: null }),
      to === null ? event('opened', staff, { words: true }) : event('assigned', staff, { to }),
      ...by.map((who) => event('taken', who)),
    ]),
  ])
}

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'li-1', ['volunteer'], { ...cleared, name: '李姐', team: 'load-team' }),
    member('one', 'li-2', ['volunteer'], { ...cleared, name: '李姐' }),
    member('one', 'shop', ['enterprise'], { name: '店主', organisation: 'load-firm' }),
  ])
  await here.put('providers', [
    provider('one', 'load-firm', { kind: 'enterprise', name: '榕记五金', weekly: 3 }),
    provider('one', 'load-idle', { kind: 'enterprise', name: '没有单的', weekly: 9 }),
  ])
  await here.put('teams', [
    { _id: 'load-team', centre: 'one', name: '维修队', captain: null, saved: '', createdAt: 0 } as { _id: string },
  ])
  const firm = { kind: 'organisation', id: 'load-firm' } as const
  const team = { kind: 'team', id: 'load-team' } as const
  await given(firm, 1)
  await given(firm, 2, ['shop'])
  await given(firm, 9)
  await given(team, 3, ['li-1'])
  await given(team, 4)
  await given(null, 5, ['li-2'])
})
afterAll(() => here.stop())

test('the desk reads how much people, teams and organisations have, what they were asked counted in, against what they can', async () => {
  await here.local.cool()
  const { reply, requests } = await here.ask<DeskPage>(staff, 'order.desk', { view: 'all' })
  if (!reply.ok) throw new Error(reply.reason)
  expect(requests).toBeLessThanOrEqual(2)
  const { providers } = reply.value
  const minutes = (visits: number) => 60 * visits
  const load = (kind: string, key: string, name: string, active: number, week: number, weekly: number | null) => ({
    kind,
    id: key,
    name,
    active,
    week,
    minutes: minutes(week),
    weekly,
  })
  const all = [
    load('organisation', 'load-firm', '榕记五金', 3, 2, 3),
    load('team', 'load-team', '维修队', 2, 2, null),
    load('member', id('li-1'), '李姐', 1, 1, null),
    load('member', id('li-2'), '李姐', 1, 1, null),
    load('member', id('shop'), '店主', 1, 1, null),
  ]
  expect(providers).toHaveLength(all.length)
  expect(providers).toEqual(expect.arrayContaining(all))
})
