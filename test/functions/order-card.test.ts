import { memberId } from '../../cloudfunctions/runtime/caller'
import { stockItem } from '../../cloudfunctions/catalogue/catalogue'
import { day, startOfDay } from '../../src/domain/day'
import type { DeskThing } from '../../src/domain/loan-page'
import type { OrderGuest } from '../../src/domain/order-desk-page'
import type { OrderPage } from '../../src/domain/order-page'
import { stepWords } from '../../src/text/order-deed-words'
import { deskWords } from '../../src/text/order-desk-words'
import { type Town, town } from './town'
import { cleared, kid, member } from './world'

let here: Town
const mei = memberId('one', 'web:mei')
const child = kid('one', 'mei', 'k1')
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident', 'family-proxy'], { name: '梅姨', family: [child] }),
    member('one', 'lin', ['social-worker'], { name: '小林' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
    member('one', 'shop', ['enterprise'], { ...cleared, name: '榕记店主', organisation: 'ent-wujin' }),
  ])
})
afterAll(() => here.stop())

let intents = 0
const asked = (more: object) => ({
  intent: `intent-card-${(intents += 1)}`,
  item: 'tap-and-pipe',
  words: null,
  wants: null,
  building: 'b-1',
  room: null,
  weekly: false,
  urgent: 'none',
  ...more,
})
const enter = async (more: object) => {
  const card = asked({ holder: null, name: '王奶奶', band: '80+', reach: 'knock', consent: true, ...more })
  return (await here.value<{ order: string }>('lin', 'order.placeFor', card)).order
}
const place = async (person: string) =>
  (await here.value<{ order: string }>('mei', 'order.place', asked({ person }))).order
/** What its story says of how it began, to this reader. */
async function began(who: string, order: string): Promise<string[]> {
  const { steps } = await here.value<OrderPage>(who, 'order.open', { order })
  return steps.flatMap((step) => (step.kind === 'placed' ? stepWords(step, Date.now()) : []))
}

test('who was only written down asks the desk to be forgotten, and is; of one who has an account nothing is deleted', async () => {
  await here.put('members', [
    member('one', 'cap', ['volunteer-captain'], { team: 'team-repair' }),
    member('one', 'runs', ['operator'], { organisation: 'ent-wujin' }),
  ])
  const order = await enter({ name: '忘奶奶', words: '厨房龙头滴水', room: '7单元302' })
  const { record } = await here.value<OrderPage>('shi', 'order.open', { order })
  expect(await here.value('shi', 'order.find', { words: '忘奶奶' })).toMatchObject([{ id: record, kept: true }])
  const slot = { timetable: 'one-room', day: startOfDay(Date.now()) + day, slots: [600], people: 1, purpose: '排练' }
  const books = { intent: 'intent-card-slot', ...slot, person: record, name: '忘奶奶', band: '80+', building: null }
  await here.value('shi', 'booking.bookFor', { ...books, consent: true })
  const forget = async (who: string, person = record) => (await here.ask(who, 'member.eraseKept', { person })).reply
  for (const who of ['cap', 'runs', 'shop', 'mei']) expect(await forget(who)).toMatchObject({ reason: 'no-permission' })
  expect(await forget('shi', mei)).toMatchObject({ reason: 'no-permission' })
  expect(here.dump().join('\n')).toContain('忘奶奶')
  for (const _ of [1, 2]) expect(await forget('shi')).toEqual({ ok: true, value: null })
  expect(here.dump().filter((line) => line.includes('忘奶奶') || line.includes(record ?? '忘奶奶'))).toEqual([])
  expect(await here.value<OrderPage>('shi', 'order.open', { order })).toMatchObject({
    state: 'cancelled',
    record: null,
    words: null,
    hasRoom: false,
  })
  // Nobody is to ring at the door of somebody who is not there any more.
  await here.local.fire('chase')
  expect(here.dump().filter((line) => line.startsWith('messages ') && line.includes('order-tell'))).toEqual([])
})

test('to whom something is lent is not forgotten before it is back', async () => {
  const guest = { name: '借奶奶', band: '80+', building: 'b-1', consent: true }
  const { loans } = await here.value<DeskThing>('shi', 'loan.lendGuest', {
    intent: 'intent-card-lent',
    thing: 'one-chair',
    ...guest,
  })
  const [record] = await here.value<OrderGuest[]>('shi', 'order.find', { words: '借奶奶' })
  const forget = async () => (await here.ask('shi', 'member.eraseKept', { person: record?.id })).reply
  expect(await forget()).toMatchObject({ reason: 'record-loan' })
  const loan = loans.find(({ name }) => name === '借奶奶')?.id
  const back = { intent: 'intent-card-back', thing: 'one-chair', loan, condition: 'good', note: null }
  await here.value('shi', 'loan.takeBack', back)
  expect(await forget()).toEqual({ ok: true, value: null })
})

test('who entered a card for whom is said to each as they may know it', async () => {
  const order = await enter({})
  expect(await began('lin', order)).toEqual(['您替王奶奶点了单'])
  expect(await began('shi', order)).toEqual(['社工小林替王奶奶点了单'])
  const assigned = {
    intent: 'intent-card-assign',
    order,
    to: { kind: 'organisation', id: 'ent-wujin' },
    unlisted: true,
  }
  await here.value('lin', 'order.assign', assigned)
  // Who was asked and has not said yes learns neither name.
  expect(await began('shop', order)).toEqual(['社工替居民点了单'])
})

test('who has an account reads who ordered in their name, and their own as their own', async () => {
  expect(await began('mei', await enter({ holder: mei, name: '梅姨' }))).toEqual(['社工小林替您点了单'])
  expect(await began('mei', await place(mei))).toEqual(['您点了单'])
  expect(await began('mei', await place(child.id))).toEqual(['您替家里人点了单'])
})

test('every box of the card is of the catalogue or words; water and power ask which it is', () => {
  for (const { items } of deskWords.boxes)
    for (const { item } of items) if (item !== null) expect(stockItem(item)?.mode).toMatch(/on-demand|booking/)
  const box = deskWords.boxes.find(({ label }) => label === '修水电')
  expect(box?.items.map(({ item }) => item)).toEqual(['tap-and-pipe', 'light-and-socket', 'drain-unclog', null])
})
