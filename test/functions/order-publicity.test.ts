import * as v from 'valibot'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { thesaurus } from '../../cloudfunctions/thesaurus/thesaurus'
import { readFirst } from '../../cloudfunctions/order/quiet'
import { startOfDay } from '../../src/domain/day'
import type { Order, OrderEvent } from '../../src/domain/order'
import { sendInput } from '../../src/domain/order-input'
import type { WorkPage } from '../../src/domain/order-page'
import type { DeskPage } from '../../src/domain/order-desk-page'
import { usualReasons } from '../../src/text/order-deed-words'
import { deskWords } from '../../src/text/order-desk-words'
import utterances from '../data/utterances-dev.json'
import { type Town, town } from './town'
import { cleared, member } from './world'

/** What must not be public, in the thesaurus's own sentences and in those that people said. */
const kept = thesaurus.concepts.filter(({ handling }) => handling === 'staff-first' || handling === 'emergency')
/** Single words that only point there are looked at in a full run. */
const full = process.env.LINLI_STORIES !== undefined
const sentences = [
  ...new Set([
    ...kept.flatMap(({ label, synonyms, cues }) => [label, ...synonyms, ...(full ? cues : [])]),
    ...utterances.utterances.filter(({ concept }) => kept.some(({ code }) => code === concept)).map(({ text }) => text),
    ...thesaurus.emergencies.flatMap(({ words }) => words),
  ]),
].filter((text) => text.length >= 2)

let here: Town
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨' }),
    member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜', team: 'team-repair' }),
    member('one', 'cap', ['volunteer-captain'], { ...cleared, name: '何队长', team: 'team-repair' }),
    member('one', 'shop', ['enterprise'], { name: '店主', organisation: 'ent-wujin' }),
    member('one', 'runs', ['operator'], { name: '主管', organisation: 'org-nuanban' }),
    member('one', 'committee', ['committee-member'], { name: '主任' }),
    member('one', 'shi', ['social-worker'], { name: '社工' }),
  ])
}, 60_000)
afterAll(() => here.stop())

const orders = () =>
  here
    .dump()
    .filter((line) => line.startsWith('orders '))
    .map((line) => JSON.parse(line.slice('orders '.length)) as Order)

/** Orders with these words, of this item or of none, as many at a time as the machine bears. */
async function placeAll(item: string | null, urgent: string): Promise<Map<string, string>> {
  const placed = new Map<string, string>()
  for (let from = 0; from < sentences.length; from += 12)
    await Promise.all(
      sentences.slice(from, from + 12).map(async (words, n) => {
        const { reply } = await here.ask<{ order: string }>('mei', 'order.place', {
          intent: `delicate-${item ?? 'own'}-${urgent}-${from + n}`,
          person: memberId('one', 'web:mei'),
          item,
          words,
          wants: null,
          building: 'b-1',
          room: '7单元302',
          weekly: false,
          urgent,
        })
        if (reply.ok) placed.set(reply.value.order, words)
        else expect([words, reply.reason]).toEqual([words, 'order-emergency'])
      }),
    )
  return placed
}

/** What each of these could read of it anywhere: lists, the desk, the inbox. */
async function seenBy(who: string): Promise<string> {
  const seen: unknown[] = [(await here.ask<WorkPage>(who, 'order.work')).reply]
  for (const view of ['triage', 'unassigned', 'overdue', 'week', 'all'])
    seen.push((await here.ask<DeskPage>(who, 'order.desk', { view })).reply)
  seen.push((await here.ask(who, 'message.inbox', { before: null })).reply)
  seen.push((await here.ask(who, 'activity.list', { filter: 'all', words: '', after: null })).reply)
  return JSON.stringify(seen)
}

test(`${sentences.length} sentences of ${kept.length} delicate concepts: not one reaches a list that others or volunteers see`, async () => {
  // In their own words; with an item that anyone may take at once; insisting that it is not now, or to be called.
  const placed = new Map([
    ...(await placeAll(null, 'none')),
    ...(await placeAll('elder-errand', 'none')),
    ...(full ? await placeAll('elder-errand', 'not-now') : []),
    ...(full ? await placeAll('elder-errand', 'call-me') : []),
  ])
  await here.local.fire('chase')
  expect(placed.size).toBeGreaterThan(sentences.length / 2)
  for (const who of ['ana', 'cap', 'shop', 'runs', 'committee', 'huang', 'mei-stranger']) {
    const seen = await seenBy(who)
    expect([who, sentences.filter((text) => text.length >= 4 && seen.includes(text))]).toEqual([who, []])
  }
  // Nor is there anything of it without its words: whatever has words waits for a person to look at it.
  const stored = orders().filter(({ _id }) => placed.has(_id))
  const onList = stored.filter(({ board }) => board).map(({ _id }) => placed.get(_id))
  const delicate = stored.filter(({ route }) => route !== 'volunteers')
  process.stdout.write(
    `${sentences.length} sentences, ${placed.size} orders: ${delicate.length} for the social workers only, ` +
      `${onList.length} on the list of volunteers\n`,
  )
  expect(onList).toEqual([])
}, 600_000)

/** Every field that someone writes words into with a step and somebody else could read; whom a firm sends are names. */
const steps = (text: string): OrderEvent[] => {
  const by = { id: 'e', at: 1, by: 'x' }
  return [
    { ...by, kind: 'declined', reason: text },
    { ...by, kind: 'handed-on', reason: text },
    { ...by, kind: 'scheduled', slot: { startsAt: 1, endsAt: 2 }, reason: text },
    { ...by, kind: 'moved', wants: { startsAt: 1, endsAt: 2 }, reason: text },
    { ...by, kind: 'complained', reason: text },
    { ...by, kind: 'redone', reason: text },
    { ...by, kind: 'cancelled', reason: text },
    { ...by, kind: 'corrected', what: ['room'], reason: text },
    { ...by, kind: 'rated', score: 3, comment: text, shown: true },
  ]
}

test(`the same ${sentences.length} sentences in any field that is written with a step are marked for the social workers`, () => {
  const [sample = ''] = sentences
  expect(steps(sample).map((event) => readFirst(event).quiet)).toEqual(steps(sample).map(() => true))
  const [moved] = steps('').filter(({ kind }) => kind === 'moved')
  const read = sentences.filter((reason) => moved && !readFirst({ ...moved, reason } as OrderEvent).quiet)
  expect(read).toEqual([])
})

test('usual reasons are read by the other side: nothing is kept that tells of nobody', () => {
  const usual = [...Object.values(usualReasons).flat(), deskWords.redoReason, '临时加班', '师傅很耐心，谢谢', '改天吧']
  expect(usual.filter((text) => steps(text).some((event) => readFirst(event).quiet))).toEqual([])
})

test('how somebody who comes is called is never kept from whose home it is; what is no name is not taken', () => {
  const called = ['律师', '心理老师', '保姆', '护士', '师傅', '安康', '平'].flatMap((each) => [
    `王${each}`,
    `李${each}`,
  ])
  const sent = called.map((names): OrderEvent => ({ id: 'e', at: 1, by: 'x', kind: 'sent', names, count: 1 }))
  expect(sent.filter((event) => readFirst(event).quiet)).toEqual([])
  const input = (name: string) => ({ intent: 'intent-send-name', order: 'o', names: [name] })
  const taken = (name: string) => v.safeParse(sendInput, input(name)).success
  for (const name of [...called, '古丽娜·拜合提', '3号技师', '小王（电工）', 'Li Wei'])
    expect([name, taken(name)]).toEqual([name, true])
  for (const name of ['王师傅、李师傅', '王师傅13800138000', '他昨晚喝酒了，当心', '门开着。'])
    expect([name, taken(name)]).toEqual([name, false])
})

describe('what is delicate in a field beside the words', () => {
  const secret = '昨晚我老公又打我了，改天吧'
  const hour = 3_600_000
  let intents = 0
  const does = async (who: string, deed: string, order: string, more: object = {}) => {
    const { reply } = await here.ask(who, `order.${deed}`, { intent: `beside-${(intents += 1)}`, order, ...more })
    if (!reply.ok) throw new Error(`${deed}: ${JSON.stringify(reply)}`)
  }
  const slotOn = (days: number) => {
    const startsAt = startOfDay(Date.now()) + days * 24 * hour + 10 * hour
    return { startsAt, endsAt: startsAt + hour }
  }
  /** An errand that one volunteer has taken. */
  async function taken(): Promise<string> {
    const { order } = await here.value<{ order: string }>('mei', 'order.place', {
      intent: `beside-place-${(intents += 1)}`,
      person: memberId('one', 'web:mei'),
      item: 'elder-errand',
      words: null,
      wants: null,
      building: 'b-1',
      room: null,
      weekly: false,
      urgent: 'none',
    })
    await does('shi', 'putUp', order, { words: false })
    await does('ana', 'take', order)
    return order
  }
  const read = async (who: string, order: string) =>
    JSON.stringify([
      await here.ask(who, 'order.open', { order }),
      await here.ask(who, 'message.inbox', { before: null }),
    ])

  const ways: [string, string[], (order: string, text: string) => Promise<void>][] = [
    ['moving it', ['ana', 'committee'], (order, reason) => does('mei', 'move', order, { wants: slotOn(3), reason })],
    ['cancelling it', ['ana', 'committee'], (order, reason) => does('mei', 'cancel', order, { reason, series: null })],
    ['giving it back', ['mei', 'committee'], (order, reason) => does('ana', 'handOn', order, { reason })],
    [
      'agreeing a time',
      ['mei', 'committee'],
      (order, reason) => does('ana', 'schedule', order, { slot: slotOn(10 + (intents % 50)), reason }),
    ],
  ]
  test.each(ways)('%s: only the social workers read it, and hear of it', async (_, others, write) => {
    const order = await taken()
    await write(order, secret)
    await here.local.fire('chase')
    for (const who of [...others, 'cap', 'shop', 'mei-stranger']) expect(await read(who, order)).not.toContain(secret)
    const desk = await read('shi', order)
    expect(desk).toContain(secret)
    expect(desk).toContain('order-quiet')
    // The same with nothing to hide reaches them: the test would see it.
    const plain = await taken()
    await write(plain, '师傅今天要去办货')
    const seen = await Promise.all(others.map((who) => read(who, plain)))
    expect(seen.every((each) => each.includes('师傅今天要去办货'))).toBe(true)
  })

  test('a judgement: who served reads its stars, not its words', async () => {
    const order = await taken()
    const slot = slotOn(5)
    await does('ana', 'schedule', order, { slot, reason: null })
    const now = here.local.clock.now()
    here.local.clock.shift(slot.startsAt - now)
    await does('ana', 'start', order)
    await does('ana', 'end', order)
    await does('mei', 'confirm', order)
    await does('mei', 'rate', order, { score: 4, comment: secret })
    const [ana, shi] = [await read('ana', order), await read('shi', order)]
    here.local.clock.shift(now - here.local.clock.now())
    expect(ana).not.toContain(secret)
    expect(shi).toContain(secret)
  })
})

test('control: what a social worker passed on with its words is on the list, so the test would see it', async () => {
  const { reply } = await here.ask<{ order: string }>('mei', 'order.place', {
    intent: 'delicate-control-1',
    person: memberId('one', 'web:mei'),
    item: 'heavy-lifting',
    words: '抬冰箱上五楼楼梯',
    wants: null,
    building: 'b-1',
    room: null,
    weekly: false,
    urgent: 'none',
  })
  const order = reply.ok ? reply.value.order : ''
  await here.ask('shi', 'order.pass', { intent: 'control-pass-1', order, reason: '看过，没什么' })
  await here.ask('shi', 'order.putUp', { intent: 'control-put-up-1', order, words: true })
  expect(await seenBy('ana')).toContain('抬冰箱上五楼楼梯')
})
