import type { Order } from '../../../src/domain/order'
import { order } from '../order-world'
import { openStage, type Stage } from '../stage'
import { centre, member } from '../world'
import { ask, newIntent } from './people'

const at = 'pictures'
const many = Array.from({ length: 12 }, (_, n) => n)
const image = (n: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(32, n)]).toString('base64')

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

async function laid(): Promise<void> {
  const holder = member(at, 'huang', ['resident'])
  await stage.reset({
    centres: [centre(at)],
    members: [holder],
    orders: [order(at, 'lamp', { holder: holder._id, person: holder._id })],
  })
}
const send = <Value>(procedure: string, input: object) =>
  ask<Value>(stage.url, 'huang', 'order', {
    procedure,
    centre: at,
    input: { intent: newIntent(), order: 'lamp', ...input },
  })
const stored = () => stage.one<Order>('orders', 'lamp')
const isThere = async (address: string | null) => address !== null && (await fetch(address)).ok

/** Twelve pictures at once, of one order; which of them are still there, and which the order names. */
async function race() {
  const replies = await Promise.all(many.map((n) => send<{ photo: string | null }>('setPhoto', { image: image(n) })))
  const addresses = replies.flatMap((reply) => (reply.ok ? [reply.value.photo] : []))
  const there = await Promise.all(addresses.map(isThere))
  const { photo = '' } = await stored()
  // Whose reply was lost hears of the picture that stands by then: two may be told one file.
  const left = [
    ...new Map(addresses.flatMap((each, n) => (each && there[n] ? [[new URL(each).pathname, each]] : []))).values(),
  ]
  return {
    said: replies.filter(({ ok }) => ok).length,
    left,
    named: left.filter((each) => each?.includes(photo.split('/').at(-1) ?? '-')),
  }
}

test('twelve pictures set at once: one stays, the order names it, and no file is left that nothing names', async () => {
  await laid()
  stage.faults.add({
    when: { collection: 'orders', action: 'database.modifyAndReturnDoc', every: 5 },
    do: 'timeout-after',
  })
  const { left, named } = await race()
  expect([left.length, named.length]).toEqual([1, 1])
}, 60_000)

test('an order that is called off while pictures are set names what is there, or nothing', async () => {
  await laid()
  const sets = many.map((n) => send<{ photo: string | null }>('setPhoto', { image: image(n) }))
  const [, ...replies] = await Promise.all([send('cancel', { reason: null, series: null }), ...sets])
  const { photo, state } = await stored()
  expect(state).toBe('cancelled')
  const addresses = replies.flatMap((reply) => (reply.ok ? [reply.value.photo] : []))
  const left: (string | null)[] = []
  for (const each of addresses) if (await isThere(each)) left.push(each)
  expect(new Set(left.map((each) => new URL(each as string).pathname)).size).toBe(photo === undefined ? 0 : 1)
}, 60_000)

test('control: without the old picture in the step files are left that nothing names', async () => {
  await laid()
  stage.faults.add({ when: { collection: 'orders', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  const { left, named } = await race()
  expect([left.length, named.length]).not.toEqual([1, 1])
}, 60_000)
