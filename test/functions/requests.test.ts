import type { SignUpOutcome } from '../../src/domain/activity'
import { type Town, town } from './town'
import { activity, kid, member } from './world'

let here: Town
beforeAll(async () => {
  here = await town()
  const walk = activity('one', 'other')
  const clash = activity('one', 'clash', { startsAt: walk.activity.startsAt, endsAt: walk.activity.endsAt })
  const tiny = activity('one', 'tiny', { startsAt: walk.activity.endsAt, capacity: 1, waitCapacity: 0, room: 0 })
  await here.put('activities', [walk.activity, clash.activity, tiny.activity])
  await here.put('rosters', [walk.roster, clash.roster, tiny.roster])
  await here.put('members', [member('one', 'ana', ['resident', 'family-proxy'], { family: [kid('one', 'ana', 'k')] })])
})
afterAll(() => here.stop())

/** What a call costs in a function that was just started, the caller's identity included. */
async function cold(who: string | null, called: `${string}.${string}`, input?: unknown) {
  await here.local.cool()
  return here.ask<SignUpOutcome>(who, called, input)
}

const listed = { filter: 'week', words: '', after: null }
const self = kid('one', 'ana', 'k').id.split('.')[0]
const signUp = (intent: string, on: string, people = [self]) => ({ intent, activity: on, people })

describe('requests to the database of one cold call', () => {
  test.each([
    ['the home screen', 'centre.open', {}, 2],
    ['the list', 'activity.list', listed, 2],
    ['an activity', 'activity.open', { activity: 'one-walk' }, 3],
  ] as const)('%s: as few as promised, for a stranger and for a member', async (_, called, input, most) => {
    for (const who of [null, 'nobody', 'huang']) {
      const { reply, requests } = await cold(who, called, input)
      expect(reply).toMatchObject({ ok: true })
      expect(requests).toBeGreaterThan(0)
      expect(requests).toBeLessThanOrEqual(most)
    }
  })

  test('a sign-up 3; its replay, a refusal and a clash 4 at most; leaving 3', async () => {
    const people = [self, kid('one', 'ana', 'k').id]
    const first = await cold('ana', 'activity.signUp', signUp('intent-ana-1', 'other', people as string[]))
    expect(first.reply).toMatchObject({ ok: true, value: { party: { state: 'seated' } } })
    expect(first.requests).toBeLessThanOrEqual(3)

    const replay = await cold('ana', 'activity.signUp', signUp('intent-ana-1', 'other', people as string[]))
    expect(replay.reply).toEqual(first.reply)
    expect(replay.requests).toBeLessThanOrEqual(4)

    const full = await cold('ana', 'activity.signUp', signUp('intent-ana-2', 'tiny'))
    expect(full.reply).toMatchObject({ ok: false, reason: 'full' })
    expect(full.requests).toBeLessThanOrEqual(4)

    const clash = await cold('ana', 'activity.signUp', signUp('intent-ana-3', 'clash'))
    expect(clash.reply).toMatchObject({ ok: false, reason: 'time-clash' })
    expect(clash.requests).toBeLessThanOrEqual(4)

    const leaving = { intent: 'intent-ana-4', activity: 'other', party: 'intent-ana-1' }
    const left = await cold('ana', 'activity.leave', leaving)
    expect(left.reply).toMatchObject({ ok: true, value: { free: 10 } })
    expect(left.requests).toBeLessThanOrEqual(3)
  })

  test.each([
    ['the staff’s roster', 'activity.roster', { activity: 'one-walk' }, 3],
    ['the staff’s board', 'activity.board', { show: 'upcoming', after: null }, 2],
    ['the editor of a draft', 'activity.draft', { activity: 'one-plan' }, 3],
    ['finding a person', 'activity.find', { activity: 'one-walk', words: '黄' }, 3],
  ] as const)('%s: as few as promised', async (_, called, input, most) => {
    const { reply, requests } = await cold('role-social-worker', called, input)
    expect(reply).toMatchObject({ ok: true })
    expect(requests).toBeLessThanOrEqual(most)
  })

  test('a profile 1, joining 2, a change of family 2', async () => {
    const joining = { name: '林巧', band: '35-59', birth: null, building: null, consent: true }
    expect((await cold('lin', 'member.join', joining)).requests).toBe(2)
    expect((await cold('lin', 'member.me')).requests).toBe(1)
    const birth = { year: new Date().getFullYear() - 10, month: 1 }
    const child = { intent: 'intent-lin-1', name: '小满', band: '7-12', birth, relation: 'child', consent: true }
    expect((await cold('lin', 'member.addFamily', child)).requests).toBe(2)
  })
})
