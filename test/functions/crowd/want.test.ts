import type { Draft } from '../../../src/domain/activity-draft'
import type { Centre } from '../../../src/domain/centre'
import type { Need } from '../../../src/domain/need'
import type { Wanted } from '../../../src/domain/need-page'
import { wantsIn } from '../../../src/domain/need-rules'
import type { Reply } from '../../../src/domain/reply'
import { dancing, need } from '../neighbours'
import { type Stage, openStage } from '../stage'
import { centre, member } from '../world'
import { ask, newIntent } from './people'

const at = 'crowd'
/** Of the 200, by two and two a household: 120 households, of which 80 are of two. */
const people = Array.from({ length: 200 }, (_, n) => `p${n}`)
const households = 120
const threshold = 100

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

const idOf = (who: string) => member(at, who, [])._id

async function square(): Promise<void> {
  const here: Centre = { ...centre(at), wantThreshold: threshold }
  const pairs = Array.from({ length: 80 }, (_, n) => [idOf(`p${2 * n}`), idOf(`p${2 * n + 1}`)])
  await stage.reset({
    centres: [here],
    members: [
      member(at, 'staff', ['social-worker']),
      member(at, 'huang', ['resident']),
      ...people.map((who) => member(at, who, ['resident'])),
    ],
    households: pairs.map((members, n) => ({
      _id: `home-${n}`,
      centre: at,
      members,
      code: { mac: `none-${n}`, until: 0 },
      createdAt: 0,
    })),
    // Its author's household is the first of the hundred.
    needs: [need(at, 'shade', { ...dancing, short: threshold - 1 })],
  })
}

/** Everyone says it at the same moment; some of them twice, each time anew. */
const all = () =>
  Promise.all(
    people.map((who) => {
      const input = { intent: newIntent(), need: 'shade' }
      return ask<Wanted>(stage.url, who, 'need', { procedure: 'want', centre: at, input })
    }),
  )

/** What is wrong with what stands there, in words; nothing where it is right. */
async function complaints(replies: readonly Reply<Wanted>[]): Promise<string[]> {
  const kept = await stage.one<Need>('needs', 'shade')
  const drafts = stage.all<Draft>('drafts')
  const counted = replies.flatMap((reply) => (reply.ok ? [reply.value.households] : []))
  const wrong: [boolean, string][] = [
    [kept.households.length !== households + 1, `${kept.households.length} households are counted`],
    [new Set(kept.households).size !== kept.households.length, 'a household is counted twice'],
    [wantsIn(kept.events).length !== kept.households.length, 'the log says another number'],
    [kept.short !== threshold - kept.households.length, `${kept.short} are said to be missing`],
    [counted.length !== households, `${counted.length} were told that they are counted`],
    [new Set(counted).size !== counted.length, 'two were told the same number'],
    [drafts.length !== 1, `${drafts.length} drafts`],
    [kept.events.filter(({ kind }) => kind === 'draft').length !== 1, 'the draft is not written down once'],
    [drafts[0]?._id !== kept.draft, 'the need does not name its draft'],
    [drafts[0]?.wanted?.owner !== idOf('staff') || !drafts[0]?.wanted?.dueAt, 'the draft has no owner or no date'],
    [new Set(kept.events.map(({ id }) => id)).size !== kept.events.length, 'an event stands there twice'],
  ]
  return wrong.flatMap(([is, what]) => (is ? [what] : []))
}

test('200 at once around a threshold of 100 households: each household counted once, exactly one draft', async () => {
  await square()
  stage.faults.add({ when: { collection: 'centres' }, do: 'delay' })
  const replies = await all()
  expect(replies.filter((reply) => !reply.ok && reply.reason === 'want-already')).toHaveLength(
    people.length - households,
  )
  expect(await complaints(replies)).toEqual([])
}, 300_000)

test('the same with every tenth reply lost, from outside and from the database, and asked again', async () => {
  await square()
  const lost = stage.faults.add({ when: { action: 'invoke', procedure: 'want', every: 10 }, do: 'lost-reply' })
  const lostInside = stage.faults.add({ when: { collection: 'needs', every: 10 }, do: 'timeout-after' })
  const lostDraft = stage.faults.add({ when: { collection: 'drafts', times: 1 }, do: 'timeout-after' })
  const replies = await all()
  expect(lost()).toBeGreaterThan(15)
  expect(lostInside()).toBeGreaterThan(15)
  expect(lostDraft()).toBe(1)
  expect(await complaints(replies)).toEqual([])
}, 300_000)

test('with the filter’s conditions taken out, the same crowd is counted wrong', async () => {
  await square()
  stage.faults.add({ when: { collection: 'needs', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  expect(await complaints(await all())).not.toEqual([])
}, 300_000)
