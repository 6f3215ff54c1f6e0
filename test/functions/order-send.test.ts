import { memberId } from '../../cloudfunctions/runtime/caller'
import { hour } from '../../src/domain/day'
import type { Message } from '../../src/domain/message'
import type { OrderEvent } from '../../src/domain/order'
import type { OrderPage } from '../../src/domain/order-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { member } from './world'

/** An organisation says by name whom it sends into a home, and two do not go in before. */
let here: Town
let turn = 0
const id = (who: string) => memberId('one', `web:${who}`)
const names = ['王师傅', '李师傅']

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
    member('one', 'shop', ['enterprise'], { name: '榕记店主', organisation: 'ent-wujin' }),
    member('one', 'rival', ['enterprise'], { name: '别家店主', organisation: 'ent-rival' }),
  ])
})
afterAll(() => here.stop())

/** A visit of 梅姨's within the hour, which the firm took. */
async function agreed(need: 1 | 2): Promise<string> {
  const _id = `send-${(turn += 1)}`
  const at = Date.now()
  const slot = { startsAt: at + hour, endsAt: at + 3 * hour }
  const later = [
    { id: `given-${_id}`, at, by: id('shi'), kind: 'assigned', to: { kind: 'organisation', id: 'ent-wujin' } },
    { id: `taken-${_id}`, at, by: id('shop'), kind: 'taken' },
    { id: `agreed-${_id}`, at, by: id('shop'), kind: 'scheduled', slot, reason: null },
  ] as OrderEvent[]
  await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei'), need }, later)])
  return _id
}

const intent = () => `intent-send-${(turn += 1)}`
const does = async (who: string, deed: string, order: string, more: object = {}, as = intent()) =>
  (await here.ask(who, `order.${deed}`, { intent: as, order, ...more })).reply
const page = (who: string, order: string) => here.value<OrderPage>(who, 'order.open', { order })
const told = (to: string, about: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .filter((each) => each.to === id(to) && 'about' in each && each.about === about)

test('two are said by name first; the resident hears who will knock, then they begin', async () => {
  const order = await agreed(2)
  expect(await does('shop', 'start', order)).toMatchObject({ reason: 'order-unsent' })
  expect((await page('shop', order)).may).not.toContain('start')
  expect(await does('shop', 'send', order, { names: ['王师傅'] })).toMatchObject({ reason: 'order-unsent' })
  const once = intent()
  expect(await does('shop', 'send', order, { names }, once)).toMatchObject({ ok: true })
  expect(await does('shop', 'send', order, { names }, once)).toMatchObject({ ok: true })
  for (const who of ['mei', 'shi', 'shop']) expect((await page(who, order)).sent).toBe('王师傅、李师傅')
  expect((await page('mei', order)).steps.filter(({ kind }) => kind === 'sent')).toHaveLength(1)
  await here.local.fire('chase')
  expect(told('mei', order)).toMatchObject([{ kind: 'order-sent', reason: '王师傅、李师傅' }])
  expect(await does('shop', 'start', order)).toMatchObject({ ok: true })
  expect(await page('mei', order)).toMatchObject({ state: 'started', sent: '王师傅、李师傅' })
})

test('where one is enough nobody need be said, and somebody may be', async () => {
  const order = await agreed(1)
  expect((await page('shop', order)).may).toEqual(expect.arrayContaining(['start', 'send']))
  expect(await does('shop', 'send', order, { names: ['王师傅'] })).toMatchObject({ ok: true })
  // Said anew it is the last word that counts.
  expect(await does('shop', 'send', order, { names: ['赵师傅'] })).toMatchObject({ ok: true })
  expect((await page('mei', order)).sent).toBe('赵师傅')
})

test.each([
  ['another firm', 'rival'],
  ['the resident', 'mei'],
])('%s does not say whom the firm sends', async (_, who) => {
  const order = await agreed(2)
  expect((await does(who, 'send', order, { names })).ok).toBe(false)
  expect((await page('shop', order)).sent).toBeNull()
})

test('names that the check of words holds up a social worker says for the firm, and the resident reads who said it', async () => {
  const order = await agreed(2)
  expect(await does('shop', 'send', order, { names: ['王师傅', '滚蛋'] })).toMatchObject({ reason: 'words-wait' })
  expect((await page('shi', order)).may).toContain('send')
  expect(await does('shi', 'send', order, { names })).toMatchObject({ ok: true })
  for (const who of ['mei', 'shop']) expect((await page(who, order)).sent).toBe('王师傅、李师傅')
  const said = (await page('mei', order)).steps.find(({ kind }) => kind === 'sent')
  expect(said).toMatchObject({ by: 'staff', name: '社工施' })
  expect(await does('shop', 'start', order)).toMatchObject({ ok: true })
})

test('one name twice is no two people', async () => {
  const order = await agreed(2)
  expect(await does('shop', 'send', order, { names: ['王师傅', '王师傅'] })).toMatchObject({ reason: 'bad-input' })
})

test('whoever is sent next is said anew', async () => {
  const order = await agreed(2)
  await does('shop', 'send', order, { names })
  await does('shop', 'handOn', order, { reason: '材料没到' })
  expect((await page('mei', order)).sent).toBeNull()
})
