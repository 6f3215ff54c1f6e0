import { memberId } from '../../cloudfunctions/runtime/caller'
import { thesaurus } from '../../cloudfunctions/thesaurus/thesaurus'
import type { Order } from '../../src/domain/order'
import type { DeskPage, WorkPage } from '../../src/domain/order-page'
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
