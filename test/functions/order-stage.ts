import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, minute, startOfDay } from '../../src/domain/day'
import type { Message } from '../../src/domain/message'
import type { OrderPage, WorkPage } from '../../src/domain/order-page'
import { type Town, town } from './town'
import { cleared, kid, member } from './world'
import { entry, menu } from './world-menu'

/** A centre with 梅姨 and those who come to her, the staff above them, and a firm; and what they do to her orders. */
export function stage(): void {
  beforeAll(async () => {
    here = await town()
    await here.local.store.empty('menus')
    await here.put('menus', [menu('one', { entries: [entry('tap-and-pipe'), entry('elder-errand')] })])
    await here.put('members', [
      member('one', 'mei', ['resident', 'family-proxy'], {
        name: '梅姨',
        band: '60-79',
        family: [kid('one', 'mei', 'k1')],
      }),
      member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜', team: 'team-repair' }),
      member('one', 'bo', ['volunteer'], { ...cleared, name: '阿波', team: 'team-repair' }),
      member('one', 'fresh', ['volunteer'], { name: '新来的', team: 'team-repair' }),
      member('one', 'teen', ['volunteer'], { name: '小宇', band: '13-17' }),
      member('one', 'cap', ['volunteer-captain'], { ...cleared, name: '何队长', team: 'team-repair' }),
      member('one', 'shop', ['enterprise'], { name: '榕记店主', organisation: 'ent-wujin' }),
      member('one', 'shi', ['social-worker'], { name: '社工施' }),
      member('one', 'committee', ['committee-member'], { name: '主任' }),
    ])
  })
  afterAll(() => here.stop())
  beforeEach(() => {
    nextSlot()
  })
}

/** The centre with its people; there once the tests run. */
export let here: Town
let intents = 0
export const intent = () => `intent-order-${(intents += 1)}`
export const id = (who: string) => memberId('one', `web:${who}`)

/** Tomorrow morning, and a visit of two hours then or later: each test its own, since nobody is at two at once. */
export const tomorrow = startOfDay(Date.now()) + day + 10 * hour
export let slot = { startsAt: tomorrow, endsAt: tomorrow + 2 * hour }
let visits = 0
/** Time goes back after each visit, but what was served stays in a calendar: the next one is at another hour. */
export function nextSlot(): void {
  const startsAt = tomorrow - 2 * hour + Math.floor(visits / 6) * day + (visits % 6) * (2 * hour + minute)
  slot = { startsAt, endsAt: startsAt + 2 * hour }
  visits += 1
}

export const asking = (more: Record<string, unknown> = {}) => ({
  intent: intent(),
  person: id('mei'),
  item: 'tap-and-pipe',
  words: '厨房龙头滴水',
  wants: null,
  building: 'b-1',
  room: '7单元302',
  weekly: false,
  urgent: 'none',
  ...more,
})

export const place = async (more: Record<string, unknown> = {}, who = 'mei') =>
  (await here.value<{ order: string }>(who, 'order.place', asking(more))).order
export const does = (who: string, deed: string, order: string, more: Record<string, unknown> = {}) =>
  here.value<unknown>(who, `order.${deed}`, { intent: intent(), order, ...more })
/** Both are at the door, and go in. */
export async function bothCome(order: string): Promise<void> {
  await does('ana', 'start', order)
  expect(await page('mei', order)).toMatchObject({ state: 'scheduled', here: 1 })
  await does('bo', 'start', order)
}
export const told = async (who: string, deed: string, order: string, more: Record<string, unknown> = {}) =>
  (await here.ask(who, `order.${deed}`, { intent: intent(), order, ...more })).reply
export const page = (who: string, order: string) => here.value<OrderPage>(who, 'order.open', { order })
export const work = (who: string) => here.value<WorkPage>(who, 'order.work')
export const messages = (to: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .filter((each) => each.to === id(to))
export const kindsOn = (to: string, order: string) =>
  messages(to)
    .flatMap((each) => ('about' in each && each.about === order ? [each.kind] : []))
    .sort()

/** An order of two, taken by both and agreed for tomorrow. */
export async function agreed(more: Record<string, unknown> = {}): Promise<string> {
  const order = await place(more)
  await does('shi', 'putUp', order, { words: true })
  await does('ana', 'take', order)
  await does('bo', 'take', order)
  await does('ana', 'schedule', order, { slot, reason: null })
  return order
}

/** The same, with the time set to a time, and back to now. */
export async function at<Value>(moment: number, run: () => Promise<Value>): Promise<Value> {
  const now = here.local.clock.now()
  here.local.clock.shift(moment - now)
  try {
    return await run()
  } finally {
    here.local.clock.shift(now - moment)
  }
}
