import type { OfferedTo, Order, OrderEvent } from '../../src/domain/order'
import type { DeskRow, OrderDesk } from '../../src/domain/order-desk-row'
import { order } from './order-world'
import { type Town, town } from './town'
import { cleared, kid, member } from './world'
import { entry, menu } from './world-menu'

let here: Town
let intents = 0
const intent = () => `intent-row-${(intents += 1)}`
const id = (who: string) => member('one', who, [])._id
const words = '厨房水龙头关不紧，一直滴水，想今天修'
const beginning = '厨房水龙头关不紧，一直滴水，…'

/** A tap that 梅姨 wants mended, in her words. */
async function asked(more: object = {}): Promise<string> {
  const tap = { item: 'tap-and-pipe', words, wants: null, building: 'b-1', room: null, weekly: false, urgent: 'none' }
  const input = { intent: intent(), person: id('mei'), agreed: null, ...tap, ...more }
  return (await here.value<{ order: string }>('mei', 'order.place', input)).order
}

/** The same as it stands after this, without words. */
async function laid(name: string, log: readonly OrderEvent[], more: Partial<Order> = {}): Promise<string> {
  await here.put('orders', [order('one', name, { holder: id('mei'), person: id('mei'), ...more }, log)])
  return name
}
const by = (who: string) => ({ id: intent(), at: Date.now(), by: id(who) })
const givenTo = (to: OfferedTo): OrderEvent => ({ ...by('shi'), kind: 'assigned', to })
const team = { kind: 'team', id: 'team-row' } as const

const rowFor = async (who: string, on: string): Promise<DeskRow | undefined> =>
  (await here.value<OrderDesk>(who, 'order.desk', { view: 'all' })).rows.find((row) => row.id === on)
const seen = async (who: string, on: string) => {
  const row = await rowFor(who, on)
  return row && [row.who, row.said]
}

beforeAll(async () => {
  here = await town()
  await here.local.store.empty('menus')
  await here.put('menus', [menu('one', { entries: [entry('tap-and-pipe')] })])
  await here.put('members', [
    member('one', 'mei', ['resident', 'family-proxy'], { name: '梅姨', family: [kid('one', 'mei', 'k')] }),
    member('one', 'teen', ['resident'], { name: '阳阳同学', band: '13-17' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
    member('one', 'wei', ['committee-member'], { name: '主任卫' }),
    member('one', 'ana', ['volunteer'], { ...cleared, team: team.id }),
    member('one', 'cap', ['volunteer-captain'], { ...cleared, team: team.id }),
    member('one', 'op', ['operator'], { organisation: 'org-row' }),
  ])
})
afterAll(() => here.stop())

test('the social worker tells two of the same name apart: who ordered it, for whom, and how the words begin', async () => {
  const own = await asked()
  const kin = await asked({ person: kid('one', 'mei', 'k').id, words: '灯也坏了' })
  expect(await rowFor('shi', own)).toMatchObject({ who: '梅姨', self: true, said: beginning, photoWaits: false })
  expect(await rowFor('shi', kin)).toMatchObject({ who: '梅姨', self: false, said: '灯也坏了' })
})

test('what is for the social workers only has no words on the list, and of its name, as of a child’s, one character', async () => {
  const called = await asked({ item: null, words: '想不开，不想活了', urgent: 'call-me' })
  expect(await seen('shi', called)).toEqual(['梅*', null])
  expect(await seen('wei', called)).toEqual([null, null])
  const child = { holder: id('teen'), person: id('teen'), band: '13-17' as const }
  expect(await seen('shi', await laid('row-child', [], child))).toEqual(['阳*', null])
})

test('the committee sees a first character, and the words once a social worker has passed them on', async () => {
  const on = await asked()
  expect(await seen('wei', on)).toEqual(['梅*', null])
  await here.value('shi', 'order.putUp', { intent: intent(), order: on, words: true })
  expect(await seen('wei', on)).toEqual(['梅*', beginning])
})

test('a team or an organisation knows a first character of who asks it; once one of theirs goes, nothing', async () => {
  const offered = await laid('row-asked', [givenTo(team)])
  expect(await seen('cap', offered)).toEqual(['梅*', null])
  const taken = await laid('row-taken', [givenTo(team), { ...by('ana'), kind: 'taken' }])
  expect(await seen('cap', taken)).toEqual([null, null])
  const org = await laid('row-org', [givenTo({ kind: 'organisation', id: 'org-row' })])
  expect(await seen('op', org)).toEqual(['梅*', null])
})

test('a picture that waits is told to who may look at it', async () => {
  const on = await laid('row-photo', [], { photo: 'cloud://x/orders/one/a.jpg', photoWaits: true })
  expect(await rowFor('shi', on)).toMatchObject({ photoWaits: true })
  expect(await rowFor('wei', on)).toMatchObject({ photoWaits: false })
})

test('two requests, cold', async () => {
  await here.local.cool()
  const { reply, requests } = await here.ask<OrderDesk>('shi', 'order.desk', { view: 'all' })
  expect(reply.ok && reply.value.rows.length).toBeGreaterThan(6)
  expect(requests).toBeLessThanOrEqual(2)
  const text = JSON.stringify(reply)
  for (const secret of ['openid', 'phone', 'calendar', 'birth', 'serving', 'holders'])
    expect(text).not.toContain(secret)
})
