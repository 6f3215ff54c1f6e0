import type { Activity, ActivityList } from '../../src/domain/activity'
import type { Board, EditorPage } from '../../src/domain/activity-change'
import { emptyPlan, type Plan } from '../../src/domain/activity-draft'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { type Town, town } from './town'
import { draft, member } from './world'

const hour = 60 * 60 * 1000
const day = 24 * hour

let here: Town
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'worker', ['social-worker'], { name: '社工小林' }),
    member('one', 'captain', ['volunteer-captain'], { name: '队长', team: 'team-a' }),
    member('one', 'ana', ['resident'], { name: '安娜' }),
  ])
})
afterAll(() => here.stop())

const whole = (): Plan => ({
  ...emptyPlan,
  title: '手机课',
  category: 'elder-learning',
  place: '二楼学堂',
  startsAt: Date.now() + 3 * day,
  endsAt: Date.now() + 3 * day + hour,
  capacity: 2,
})
const self = (who: string) => memberId('one', `web:${who}`)
const worker = <Value>(called: `${string}.${string}`, input: unknown) => here.value<Value>('worker', called, input)
const refusal = async (who: string, called: `${string}.${string}`, input: unknown) =>
  (await here.ask(who, called, input)).reply

describe('a plan', () => {
  test('is seen by nobody but its staff until it is published; then it is an activity like any other', async () => {
    const saved = await worker<EditorPage>('activity.saveDraft', {
      ...whole(),
      intent: 'saves-one',
      activity: 'p1',
      version: 0,
    })
    expect(saved).toMatchObject({ id: 'p1', version: 1, state: 'draft', publishes: true })
    expect(await refusal('ana', 'activity.open', { activity: 'p1' })).toEqual({ ok: false, reason: 'not-found' })
    expect(await refusal('ana', 'activity.draft', { activity: 'p1' })).toMatchObject({ reason: 'no-permission' })
    expect((await worker<Board>('activity.board', { show: 'drafts', after: null })).drafts).toContainEqual(
      expect.objectContaining({ id: 'p1', title: '手机课', lacks: 0 }),
    )
    await worker('activity.publish', { intent: 'publishes-one', activity: 'p1', version: 1 })
    const { cards } = await here.value<ActivityList>('ana', 'activity.list', {
      filter: 'all',
      words: '手机课',
      after: null,
    })
    expect(cards).toEqual([
      expect.objectContaining({ id: 'p1', seats: { capacity: 2, free: 2, waiting: 0, waitRoom: 10 } }),
    ])
    const joined = await refusal('ana', 'activity.signUp', {
      intent: 'ana-signs-up',
      activity: 'p1',
      people: [self('ana')],
    })
    expect(joined).toMatchObject({ ok: true, value: { party: { state: 'seated' } } })
    expect((await worker<Board>('activity.board', { show: 'drafts', after: null })).drafts).toHaveLength(1)
    expect(await worker('activity.draft', { activity: 'p1' })).toMatchObject({ state: 'open', signedUp: 1 })
  })

  test('that lacks something is refused by each thing it lacks, and is kept', async () => {
    await worker('activity.saveDraft', { ...emptyPlan, intent: 'saves-two', activity: 'p2', version: 0 })
    expect(
      await refusal('worker', 'activity.publish', { intent: 'publishes-two', activity: 'p2', version: 1 }),
    ).toMatchObject({
      reason: 'draft-incomplete',
      lacks: expect.arrayContaining([{ field: 'title', why: 'needed' }]),
    })
    expect(await worker('activity.draft', { activity: 'p2' })).toMatchObject({ state: 'draft', version: 1 })
  })

  test('of fifty who publish it at once becomes one activity with one roster', async () => {
    await here.put('drafts', [draft('one', 'p3')])
    const before = here.dump().length
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        refusal('worker', 'activity.publish', { intent: `publishes-${n}`, activity: 'p3', version: 3 }),
      ),
    )
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { id: 'p3' } })))
    expect(here.dump().length).toBe(before + 2)
    expect(await here.read('rosters', 'p3')).toMatchObject({ room: 20, people: [], events: [] })
  })

  test('that fifty save at once is saved once; the others are told, and nothing is written over', async () => {
    await here.put('drafts', [draft('one', 'p4')])
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        refusal('worker', 'activity.saveDraft', {
          ...whole(),
          title: `第${n}稿`,
          intent: `saves-p4-${n}`,
          activity: 'p4',
          version: 3,
        }),
      ),
    )
    const won = answers.flatMap((reply, n) => (reply.ok ? [n] : []))
    expect(won).toHaveLength(1)
    expect(answers.filter((reply) => !reply.ok && reply.reason === 'changed-meanwhile')).toHaveLength(49)
    expect(await here.read('drafts', 'p4')).toMatchObject({ title: `第${won[0]}稿`, version: 4 })
    const again = { ...whole(), title: `第${won[0]}稿`, intent: `saves-p4-${won[0]}`, activity: 'p4', version: 3 }
    expect(await worker('activity.saveDraft', again)).toMatchObject({ version: 4 })
  })

  test('published while somebody saves it is published as it was seen, or not at all', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = `race-${round}`
      await here.put('drafts', [draft('one', id, { title: '旧' })])
      const [saved, made] = await Promise.all([
        refusal('worker', 'activity.saveDraft', {
          ...whole(),
          title: '新',
          intent: `saves-${id}`,
          activity: id,
          version: 3,
        }),
        refusal('worker', 'activity.publish', { intent: `publishes-${id}`, activity: id, version: 3 }),
      ])
      expect([saved.ok, made.ok].sort()).toEqual([false, true])
      expect((await here.read<Activity>('activities', id))?.title).toBe(made.ok ? '旧' : undefined)
    }
  })

  test('of a service whose takers are nobody’s business it is private, whatever the plan says', async () => {
    await here.put('drafts', [draft('one', 'kept', { item: 'exam-relax', private: false })])
    await worker('activity.publish', { intent: 'publishes-kept', activity: 'kept', version: 3 })
    expect(await here.read('activities', 'kept')).toMatchObject({ private: true })
  })

  test('cut short while it is published is finished by the sweep', async () => {
    await here.put('drafts', [draft('one', 'p5', { state: 'publishing', publishedAt: Date.now() })])
    await here.local.fire('sweep')
    expect(await here.read('activities', 'p5')).toMatchObject({ state: 'open' })
    expect(await here.read('rosters', 'p5')).toMatchObject({ state: 'open' })
    expect(await here.read('drafts', 'p5')).toMatchObject({ state: 'published' })
  })

  test('of a captain waits for who may publish', async () => {
    const input = { ...whole(), intent: 'captain-saves', activity: 'p6', version: 0 }
    expect(await here.value('captain', 'activity.saveDraft', input)).toMatchObject({ publishes: false })
    expect(
      await here.value('captain', 'activity.ask', { intent: 'captain-asks', activity: 'p6', version: 1 }),
    ).toMatchObject({
      askedAt: expect.any(Number),
    })
    expect(
      await refusal('captain', 'activity.publish', { intent: 'captain-publishes', activity: 'p6', version: 1 }),
    ).toMatchObject({
      reason: 'no-permission',
    })
    const { drafts } = await worker<Board>('activity.board', { show: 'drafts', after: null })
    expect(drafts).toContainEqual(expect.objectContaining({ id: 'p6', asked: true }))
    expect(
      await refusal('worker', 'activity.publish', { intent: 'worker-publishes', activity: 'p6', version: 1 }),
    ).toMatchObject({ ok: true })
  })

  test('thrown away is gone, and thrown away again is no error', async () => {
    await here.put('drafts', [draft('one', 'p7')])
    expect(
      await refusal('worker', 'activity.discard', { intent: 'discards-p7', activity: 'p7', version: 2 }),
    ).toMatchObject({ reason: 'changed-meanwhile' })
    expect(await refusal('worker', 'activity.discard', { intent: 'discards-p7', activity: 'p7', version: 3 })).toEqual({
      ok: true,
      value: null,
    })
    expect(await here.read('drafts', 'p7')).toBeUndefined()
  })
})
