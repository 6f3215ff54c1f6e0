import type { Message } from '../../src/domain/message'
import type { OrderEvent } from '../../src/domain/order'
import type { OrderPage } from '../../src/domain/order-page'
import type { DeskPage } from '../../src/domain/order-desk-page'
import type { Waiting } from '../../src/domain/order-waiting'
import { order } from './order-world'
import { type Town, town } from './town'
import { cleared, member } from './world'

let here: Town
let intents = 0
const intent = () => `intent-photo-${String((intents += 1))}`
const id = (who: string) => member('one', who, [])._id
const picture = (n: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40, n)]).toString('base64')

/** An order of Huang's that Ana has taken. */
async function laid(name: string): Promise<string> {
  const at = Date.now() - 1000
  const log: OrderEvent[] = [
    { id: `opened-${name}`, at, by: 'x', kind: 'opened', words: false },
    { id: `taken-${name}`, at, by: id('ana'), kind: 'taken' },
  ]
  await here.put('orders', [order('one', name, { holder: id('mei'), person: id('mei'), need: 1 }, log)])
  return name
}
const set = (on: string, n: number, given = intent()) =>
  here.ask<{ photo: string | null }>('mei', 'order.setPhoto', { intent: given, order: on, image: picture(n) })
const page = (who: string, on: string) => here.value<OrderPage>(who, 'order.open', { order: on })
const judge = (on: string, key: string, pass: boolean) =>
  here.ask('shi', 'order.judgePhoto', { intent: intent(), order: on, photo: key, pass })
const isThere = async (address: string | null) => address !== null && (await fetch(address)).ok
const told = (who: string, on?: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .filter((each) => each.to === id(who) && (on === undefined || ('about' in each && each.about === on)))
    .map(({ kind }) => kind)

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident']),
    member('one', 'ana', ['volunteer'], cleared),
    member('one', 'shi', ['social-worker']),
    member('one', 'wei', ['committee-member']),
    member('one', 'cap', ['volunteer-captain'], { team: 'team-photo' }),
    member('one', 'op', ['operator'], { organisation: 'org-photo' }),
  ])
})
afterAll(() => here.stop())
beforeEach(() => here.local.sent.clear())

test('who serves sees a picture once staff have looked at that very one; until then it waits on the desk', async () => {
  const on = await laid('lamp-a')
  await set(on, 1)
  expect(await page('mei', on)).toMatchObject({ photo: expect.stringContaining('http'), picture: { waits: true } })
  expect(await page('ana', on)).toMatchObject({ photo: null, picture: null })
  const { rows } = await here.value<DeskPage>('shi', 'order.desk', { view: 'triage' })
  expect(rows.map((row) => row.id)).toContain(on)
  const seen = (await page('shi', on)).picture?.key as string
  // Another one meanwhile is not passed with it.
  await set(on, 2)
  expect((await judge(on, seen, true)).reply).toMatchObject({ reason: 'changed-meanwhile' })
  const later = (await page('shi', on)).picture?.key as string
  expect((await judge(on, later, true)).reply).toMatchObject({ ok: true })
  const shown = await page('ana', on)
  expect(shown.picture).toEqual({ key: later, waits: false })
  expect(await isThere(shown.photo)).toBe(true)
  expect((await page('shi', on)).may).not.toContain('judgePhoto')
  expect(
    (await here.ask('ana', 'order.judgePhoto', { intent: intent(), order: on, photo: later, pass: false })).reply.ok,
  ).toBe(false)
})

test('the desk is told of each picture that waits, once; it counts for who may judge it, and for nobody else', async () => {
  const at = Date.now() - 1000
  const waiting = async (who: string) => {
    const { orders } = await here.value<Waiting>(who, 'order.waiting')
    const { counts, rows } = await here.value<DeskPage>(who, 'order.desk', { view: 'triage' })
    return [orders.triage, counts.triage, rows.length]
  }
  const people = ['shi', 'wei', 'cap', 'op']
  const ofPhotos = () => told('shi').filter((kind) => kind === 'order-photo').length
  const given = [
    { kind: 'team', id: 'team-photo' },
    { kind: 'organisation', id: 'org-photo' },
  ] as const
  const laidFor = await Promise.all(
    given.map(async (to) => {
      const name = `lamp-${to.id}`
      const log: OrderEvent[] = [{ id: `given-${name}`, at, by: id('shi'), kind: 'assigned', to }]
      await here.put('orders', [order('one', name, { holder: id('mei'), person: id('mei') }, log)])
      return name
    }),
  )
  const before = await Promise.all(people.map(waiting))
  await here.local.fire('chase')
  const told0 = ofPhotos()
  for (const [n, on] of laidFor.entries()) await set(on, 10 + n)
  for (const _ of [1, 2]) await here.local.fire('chase')
  expect(ofPhotos() - told0).toBe(2)
  expect(people.slice(1).flatMap((who) => told(who))).not.toContain('order-photo')
  const after = await Promise.all(people.map(waiting))
  expect(after.map((each, who) => each.map((n, k) => n - (before[who]?.[k] ?? 0)))).toEqual([
    [2, 2, 2],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ])
  // One that came in place of it waits anew; one that was looked at is told no more.
  const [first = '', second = ''] = laidFor
  await set(first, 12)
  await judge(second, (await page('shi', second)).picture?.key as string, true)
  for (const _ of [1, 2]) await here.local.fire('chase')
  expect(ofPhotos() - told0).toBe(3)
})

test('a picture that comes in while the chase tells of the one before is told by the next one', async () => {
  const on = await laid('lamp-t')
  await set(on, 20)
  const ofPhotos = () => told('shi', on).filter((kind) => kind === 'order-photo').length
  // Instances that are warm already: the second one is set while the first one is told.
  await Promise.all([1, 2, 3, 4].map(() => page('mei', on)))
  // That the chase has told all comes late.
  const update = { collection: 'orders', action: 'database.modifyDocument' }
  const late = here.local.faults.add({ when: update, do: 'late' })
  const chased = here.local.fire('chase')
  while (ofPhotos() === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await set(on, 21)
  await chased
  expect(late()).toBeGreaterThan(0)
  await here.local.fire('chase')
  expect(ofPhotos()).toBe(2)
})

test('a picture that staff take off is gone, and its holder is told; a replay brings nothing back', async () => {
  const on = await laid('lamp-b')
  const given = intent()
  const first = await set(on, 3, given)
  const address = first.reply.ok ? first.reply.value.photo : null
  expect((await judge(on, (await page('shi', on)).picture?.key as string, false)).reply).toMatchObject({ ok: true })
  expect(await page('mei', on)).toMatchObject({ photo: null, picture: null })
  expect(await isThere(address)).toBe(false)
  expect(told('mei')).toContain('order-photo-off')
  expect((await set(on, 3, given)).reply).toEqual({ ok: true, value: { photo: null } })
  expect(await page('mei', on)).toMatchObject({ photo: null })
})

test('dropping that dies between any two requests is finished when it is asked again: gone, and told once', async () => {
  for (let nth = 1, died = 1; died > 0; nth += 1) {
    const on = await laid(`lamp-dies-${nth}`)
    const { reply } = await set(on, 30 + nth)
    const address = reply.ok ? reply.value.photo : null
    const photo = (await page('shi', on)).picture?.key as string
    const drop = { intent: intent(), order: on, photo, pass: false }
    const offs = () => told('mei', on).filter((kind) => kind === 'order-photo-off').length
    const struck = here.local.faults.add({ when: { function: 'order', procedure: 'judgePhoto', nth }, do: 'kill' })
    await here.ask('shi', 'order.judgePhoto', drop).catch(() => undefined)
    died = struck()
    // Nothing is off of which its holder has not heard.
    expect((await page('mei', on)).picture === null && offs() === 0).toBe(false)
    for (const _ of [1, 2])
      expect((await here.ask('shi', 'order.judgePhoto', drop)).reply).toEqual({ ok: true, value: null })
    expect(await page('mei', on)).toMatchObject({ photo: null, picture: null })
    expect([await isThere(address), offs()]).toEqual([false, 1])
    if (died === 0) expect(nth).toBeGreaterThan(5)
  }
}, 60_000)

test('dropping one that another came in place of leaves the other, which waits', async () => {
  const on = await laid('lamp-d')
  await set(on, 50)
  const seen = (await page('shi', on)).picture?.key as string
  await set(on, 51)
  expect((await judge(on, seen, false)).reply).toEqual({ ok: true, value: null })
  const { photo, picture } = await page('mei', on)
  expect([await isThere(photo), picture?.waits, picture?.key === seen]).toEqual([true, true, false])
  expect(told('mei', on)).not.toContain('order-photo-off')
})

test('the next one of a weekly order has no picture, and none that waits', async () => {
  const at = Date.now() - 1000
  const picked = { photo: 'orders/one/x.jpg', photoWaits: true, photoIntents: ['intent-photo-0'] }
  const whose = { holder: id('mei'), person: id('mei'), repeat: { first: 'lamp-w', nth: 0 } }
  const off: OrderEvent = { id: 'off-w', at, by: id('mei'), kind: 'cancelled', reason: null, series: 'goes-on' }
  const placed = order('one', 'lamp-w', { ...picked, ...whose }, [off])
  const weekly = { ...placed, repeatDue: true, repeatFrom: at }
  await here.put('orders', [weekly])
  await here.local.fire('chase')
  const next = here.dump().filter((line) => line.startsWith('orders ') && line.includes('"nth":1'))
  expect(next).toHaveLength(1)
  expect(next[0]).not.toMatch(/photo/)
})

describe('WeChat’s word on a picture', () => {
  const tells = (trace_id: string, suggest: string) =>
    here.ask(null, 'message.push', undefined, {
      event: {
        ToUserName: 'gh_1',
        FromUserName: 'o_1',
        CreateTime: 1,
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: 'wx1',
        trace_id,
        version: 2,
        errcode: 0,
        errmsg: 'ok',
        result: { suggest, label: suggest === 'risky' ? 20002 : 100 },
        detail: [{ strategy: 'content_model', errcode: 0, suggest, label: 100, prob: 90 }],
      },
    })

  test('what is forbidden goes at once, though a person has passed it; what is not stays with the person', async () => {
    const on = await laid('lamp-c')
    here.local.sent.reply('security.mediaCheckAsync', { errcode: 0, errmsg: 'ok', trace_id: 'trace-c-1' })
    await set(on, 4)
    expect(here.local.sent.calls.map(({ api }) => api)).toEqual(['security.mediaCheckAsync'])
    expect((await tells('trace-c-1', 'pass')).reply).toMatchObject({ ok: true })
    expect(await page('mei', on)).toMatchObject({ picture: { waits: true } })
    // Its answer was heard; the number is known no more.
    expect((await tells('trace-c-1', 'risky')).reply).toMatchObject({ reason: 'not-found' })
    here.local.sent.reply('security.mediaCheckAsync', { errcode: 0, errmsg: 'ok', trace_id: 'trace-c-2' })
    const answer = await set(on, 5)
    await judge(on, (await page('shi', on)).picture?.key as string, true)
    expect((await tells('trace-c-2', 'risky')).reply).toMatchObject({ ok: true })
    expect(await page('mei', on)).toMatchObject({ photo: null })
    expect(await isThere(answer.reply.ok ? answer.reply.value.photo : null)).toBe(false)
  })

  test('who does not know the number changes nothing, and nothing is kept of it', async () => {
    const before = here.dump().length
    expect((await tells('made-up', 'risky')).reply).toMatchObject({ reason: 'not-found' })
    expect(here.dump().length).toBe(before)
    const bare = { MsgType: 'event', Event: 'wxa_media_check' }
    expect((await here.ask(null, 'message.push', undefined, { event: bare })).reply).toMatchObject({
      reason: 'bad-input',
    })
    const other = { MsgType: 'event', Event: 'constructor' }
    expect((await here.ask(null, 'message.push', undefined, { event: other })).reply).toMatchObject({ ok: false })
  })
})
