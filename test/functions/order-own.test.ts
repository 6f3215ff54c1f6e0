import { memberId } from '../../cloudfunctions/runtime/caller'
import type { OwnOrderPage } from '../../src/domain/order-own'
import { type Town, town } from './town'
import { member } from './world'
import { entry, menu } from './world-menu'

let here: Town
let intents = 0

beforeAll(async () => {
  here = await town()
  await here.local.store.empty('menus')
  await here.put('menus', [menu('one', { entries: [entry('tap-and-pipe')] })])
  await here.put('members', [member('one', 'mei', ['resident'], { name: '梅姨', band: '60-79' })])
})
afterAll(() => here.stop())

const place = async (item: string | null, words: string, urgent = 'none') => {
  const intent = `intent-own-${(intents += 1)}`
  const more = { wants: null, building: 'b-1', room: null, weekly: false, agreed: null }
  const asked = { intent, person: memberId('one', 'web:mei'), item, words, urgent, ...more }
  return (await here.value<{ order: string }>('mei', 'order.place', asked)).order
}

test('who ordered in their own words knows one from another by how they begin', async () => {
  const words = '把柜子挪到窗边，再把旧的那张桌子抬下楼'
  const free = await place(null, words)
  const named = await place('tap-and-pipe', '厨房龙头滴水')
  const called = await place(null, '想不开，不想活了', 'call-me')
  const { rows } = await here.value<OwnOrderPage>('mei', 'order.mine', { after: null })
  const said = new Map(rows.map((row) => [row.id, row.said]))
  expect(said.get(free)).toBe('把柜子挪到窗边，再把旧的那张…')
  expect(said.get(named)).toBeNull()
  // What is for the social workers only stays unsaid where others may look on.
  expect(said.get(called)).toBeNull()
})
