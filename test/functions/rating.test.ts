import type { RatingPage, Verdict } from '../../src/domain/rating'
import { type RatingQueue, type RatingResult, type RatingRow, summaryOf } from '../../src/domain/rating-summary'
import type { Roster } from '../../src/domain/roster'
import { type Town, town } from './town'
import { activity, kid, member } from './world'

const hour = 3_600_000
const day = 24 * hour
let here: Town
let turn = 0
const newIntent = () => `intent-rating-${(turn += 1)}`
const id = (who: string) => member('one', who, ['resident'])._id
const scores = [
  { of: 'attitude', score: 4 },
  { of: 'useful', score: 5 },
]

/** Something that ended two hours ago, with these people checked in. */
async function over(name: string, present: string[], more: Parameters<typeof activity>[2] = {}) {
  const now = here.local.clock.now()
  const made = activity('one', name, { startsAt: now - 4 * hour, endsAt: now - 2 * hour, ...more })
  await here.put('activities', [{ ...made.activity, ...more } as typeof made.activity])
  const roster: Roster = { ...made.roster, present, people: present }
  await here.put('rosters', [roster])
  return name
}

const tell = async (who: string, called: `${string}.${string}`, input: unknown) =>
  (await here.ask(who, called, input)).reply
const judge = (who: string, on: string, more: object = {}, how: 'rate' | 'edit' = 'rate') =>
  tell(who, `rating.${how}`, {
    intent: newIntent(),
    activity: on,
    person: id(who),
    overall: 4,
    scores,
    tags: [],
    comment: null,
    contact: false,
    ...more,
  })
const verdictOf = (on: string) => here.read<Verdict>('verdicts', on)
const refused = (reason: string) => expect.objectContaining({ ok: false, reason })

const neighbours = ['ana', 'bai', 'chen', 'dora', 'emi', 'fang']

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    ...neighbours.map((who) =>
      member('one', who, ['resident', 'family-proxy'], { name: who, band: '60-79', family: [kid('one', who, 'k')] }),
    ),
    member('one', 'young', ['resident'], { band: '18-34' }),
    member('one', 'helper', ['resident'], { organisation: 'org-a' }),
    member('one', 'mate', ['resident'], { team: 'team-a' }),
    member('one', 'maker', ['resident']),
    member('one', 'boss', ['operator'], { organisation: 'org-a' }),
    member('one', 'committee', ['committee-member'], { organisation: 'org-committee' }),
    member('one', 'worker', ['social-worker']),
  ])
})
afterAll(() => here.stop())

test('whoever came rates, once; the same intent is the same rating; who they are is not kept', async () => {
  const on = await over('once', [id('ana')])
  const intent = newIntent()
  for (const _ of [1, 2]) expect(await judge('ana', on, { intent })).toEqual({ ok: true, value: null })
  expect(await judge('ana', on)).toEqual(refused('rate-already'))
  const verdict = await verdictOf(on)
  expect(verdict?.entries).toHaveLength(1)
  expect(JSON.stringify(verdict)).not.toContain(id('ana'))
})

test('refused: who did not come, someone else’s person, too early, too late, the organiser’s own, its team, its maker', async () => {
  const on = await over('refused', [id('ana'), id('young'), id('helper'), id('mate'), id('maker')], {
    createdBy: id('maker'),
  })
  expect(await judge('bai', on)).toEqual(refused('rate-not-checked-in'))
  expect(await judge('bai', on, { person: id('ana') })).toEqual(refused('not-your-family'))
  for (const own of ['helper', 'mate', 'maker']) expect(await judge(own, on)).toEqual(refused('rate-own-session'))
  const running = await over('running', [id('ana')], { endsAt: here.local.clock.now() + hour })
  expect(await judge('ana', running)).toEqual(refused('rate-not-finished'))
  const now = here.local.clock.now()
  const old = await over('old', [id('ana'), id('young')], { startsAt: now - 9 * day, endsAt: now - 8 * day })
  expect(await judge('young', old)).toEqual(refused('rate-window-closed'))
  expect(await judge('ana', old)).toMatchObject({ ok: true })
  expect((await verdictOf(on))?.entries ?? []).toEqual([])
})

test('stuffing: fifty at once for one person count once, through every procedure there is', async () => {
  const on = await over('stuffed', [id('ana'), `${id('ana')}.k`])
  const many = await Promise.all(Array.from({ length: 50 }, () => judge('ana', on, { overall: 5 })))
  expect(many.filter((reply) => reply.ok)).toHaveLength(1)
  const edits = await Promise.all(Array.from({ length: 20 }, () => judge('ana', on, { overall: 5 }, 'edit')))
  expect(edits.filter((reply) => reply.ok)).toHaveLength(1)
  expect(edits.filter((reply) => !reply.ok && reply.reason === 'rate-edit-used')).toHaveLength(19)
  await tell('ana', 'rating.withdraw', { intent: newIntent(), activity: on, person: id('ana'), what: 'score' })
  expect(await judge('ana', on)).toEqual(refused('rate-already'))
  // The child's own three faces do not add to the grown-ups' five.
  const child = { person: `${id('ana')}.k`, overall: 3, scores: null }
  expect(await judge('ana', on, { ...child, overall: 5 })).toEqual(refused('bad-input'))
  expect(await judge('ana', on, child)).toMatchObject({ ok: true })
  for (const who of ['boss', 'committee', 'worker'])
    for (const called of ['rating.decide', 'rating.follow', 'rating.reply', 'rating.contact'] as const) {
      const about = { about: newIntent(), pass: true, reason: '多算几个' }
      const input = {
        'rating.decide': about,
        'rating.follow': { rater: 'abcdefghijklmnopqrst', outcome: '多算' },
        'rating.reply': { text: '都说好' },
        'rating.contact': { rater: 'abcdefghijklmnopqrst', reason: '多算' },
      }[called]
      await tell(who, called, { intent: newIntent(), activity: on, ...input })
    }
  const { summaryOf } = await import('../../src/domain/rating-summary')
  expect(summaryOf([(await verdictOf(on)) as Verdict])).toMatchObject({ ratings: 0, children: [0, 0, 1] })
})

test('what is edited counts as it was last said, once and within two days', async () => {
  const on = await over('edited', [id('ana')])
  await judge('ana', on, { overall: 2 })
  here.local.clock.shift(49 * hour)
  expect(await judge('ana', on, { overall: 5 }, 'edit')).toEqual(refused('rate-window-closed'))
})

test('words that were taken back, or said otherwise since, are nobody’s to read', async () => {
  const on = await over('taken-back', [id('ana'), id('bai')])
  const texts = async () =>
    (await here.value<RatingQueue>('committee', 'rating.queue')).words
      .filter((each) => each.activity === on)
      .map(({ text }) => text)
  await judge('ana', on, { comment: '先这么说' })
  await judge('bai', on, { comment: '说了又撤回' })
  await judge('ana', on, { comment: '后来这么说' }, 'edit')
  expect(await texts()).toEqual(['说了又撤回', '后来这么说'])
  await tell('bai', 'rating.withdraw', { intent: newIntent(), activity: on, person: id('bai'), what: 'text' })
  expect(await texts()).toEqual(['后来这么说'])
})

test('nothing is shown before five; then the numbers, nobody’s name, and words that were passed', async () => {
  const on = await over('shown', neighbours.map(id))
  for (const who of neighbours.slice(0, 4)) await judge(who, on, { comment: '讲得明白' })
  const before = await here.value<RatingResult>(null as never, 'rating.summary', { activity: on })
  expect(before).toMatchObject({ summary: null, present: 6 })
  await judge('emi', on, { overall: 1, comment: '打我电话 13800138000', tags: ['pressured-rating'], contact: true })
  const after = await here.value<RatingResult>(null as never, 'rating.summary', { activity: on })
  expect(after.summary).toMatchObject({ ratings: 5, counts: [1, 0, 0, 4, 0], comments: [] })

  const queue = await here.value<RatingQueue>('committee', 'rating.queue')
  const waiting = queue.words.filter((each) => each.activity === on)
  expect(waiting).toHaveLength(5)
  for (const { id: about, text } of waiting)
    expect(
      await tell('worker', 'rating.decide', {
        intent: newIntent(),
        activity: on,
        about,
        pass: !text.includes('电话'),
        reason: '看过',
      }),
    ).toMatchObject({ ok: true })
  const told = await here.value<RatingResult>(null as never, 'rating.summary', { activity: on })
  expect(told.summary?.comments.map(({ text }) => text)).toEqual(Array(4).fill('讲得明白'))
  expect(told.summary?.ratings).toBe(5)
  for (const who of neighbours) expect(JSON.stringify(told)).not.toContain(id(who))
})

test('a low rating waits for the committee, never for the organiser; who asked to be called is told for a reason', async () => {
  const on = await over('low', [id('fang')])
  await here.value('fang', 'member.setContact', { phone: '13800138000', room: null, consent: true })
  await judge('fang', on, { overall: 1, contact: true })
  const mine = (queue: RatingQueue) => queue.low.filter((each) => each.activity === on)
  expect(mine(await here.value<RatingQueue>('worker', 'rating.queue'))).toEqual([])
  const [low] = mine(await here.value<RatingQueue>('committee', 'rating.queue'))
  expect(low).toMatchObject({ overall: 1, wantsContact: true })
  expect(JSON.stringify(low)).not.toContain(id('fang'))
  const contact = { intent: newIntent(), activity: on, rater: low?.rater, reason: '回访' }
  expect(await tell('worker', 'rating.contact', contact)).toEqual(refused('no-permission'))
  expect(await tell('committee', 'rating.contact', contact)).toMatchObject({
    ok: true,
    value: { phone: '13800138000' },
  })
  const { value: traces } = (await tell('fang', 'audit.mine', {})) as { value: unknown }
  expect(JSON.stringify(traces)).toContain('回访')
  const follow = { intent: newIntent(), activity: on, rater: low?.rater, outcome: '打过电话，下次换大房间' }
  expect(await tell('boss', 'rating.follow', follow)).toEqual(refused('no-permission'))
  expect(await tell('committee', 'rating.follow', follow)).toMatchObject({ ok: true })
  expect(mine(await here.value<RatingQueue>('committee', 'rating.queue'))).toEqual([])
})

test('who decided on my words, and who looked into my rating, is told to me and to nobody else', async () => {
  const joins = ['dora', 'emi'].map((who) => {
    const shared = { id: `intent-traced-${who}`, at: 1, kind: 'join', first: true } as const
    return { ...shared, member: id(who), people: [id(who)] }
  })
  const on = await over('traced', [id('dora'), id('emi')], { events: joins })
  await judge('dora', on, { overall: 1, comment: '讲得太快' })
  const verdict = (await verdictOf(on)) as Verdict
  const { rater, id: about } = verdict.entries[0] as Verdict['entries'][number] & { rater: string }
  const decide = { intent: newIntent(), activity: on, about, pass: false, reason: '写了别人的事' }
  expect(await tell('worker', 'rating.decide', decide)).toMatchObject({ ok: true })
  const follow = { intent: newIntent(), activity: on, rater, outcome: '内部记下的话' }
  expect(await tell('committee', 'rating.follow', follow)).toMatchObject({ ok: true })
  const traces = await here.value<{ title: string; kind: string; reason: string | null }[]>('dora', 'audit.mine')
  const told = traces.filter(({ title }) => title === '活动traced').map(({ kind, reason }) => [kind, reason])
  expect(new Map(told as [string, string | null][])).toEqual(
    new Map([
      ['looked-into', null],
      ['words-hidden', decide.reason],
    ]),
  )
  expect(await here.value('emi', 'audit.mine')).toEqual([])
})

test('small children are one voice with the grown-up beside them, however many there are', async () => {
  const small = Array.from({ length: 8 }, (_, n) => ({ ...kid('one', 'nanny', `k${n}`), band: '0-3' as const }))
  await here.put('members', [member('one', 'nanny', ['resident', 'family-proxy'], { family: small })])
  const on = await over('small', [id('nanny'), ...small.map((child) => child.id)])
  expect(await judge('nanny', on, { person: small[0]?.id, overall: 5 })).toMatchObject({ ok: true })
  for (const person of [id('nanny'), ...small.slice(1).map((child) => child.id)])
    expect(await judge('nanny', on, { person, overall: 5 })).toEqual(refused('rate-already'))
  expect((await verdictOf(on))?.raters).toHaveLength(1)
})

test('whoever gave it hides nothing of what is said of it, and does not learn who said it', async () => {
  const on = await over('own', [id('ana')])
  await judge('ana', on, { overall: 1, comment: '拍完照就散了', contact: true })
  await here.put('members', [
    member('one', 'own-worker', ['social-worker'], { organisation: 'org-a' }),
    member('one', 'own-committee', ['committee-member'], { organisation: 'org-a' }),
  ])
  const verdict = await verdictOf(on)
  const about = { intent: newIntent(), activity: on }
  const hide = { ...about, about: verdict?.waiting[0], pass: false, reason: '不好看' }
  for (const who of ['own-worker', 'own-committee'])
    expect(await tell(who, 'rating.decide', hide)).toEqual(refused('rate-own-session'))
  const rater = verdict?.raters[0]
  expect(await tell('own-committee', 'rating.contact', { ...about, rater, reason: '是谁' })).toEqual(
    refused('rate-own-session'),
  )
  expect(await tell('own-committee', 'rating.follow', { ...about, rater, outcome: '没事' })).toEqual(
    refused('rate-own-session'),
  )
})

test('taking back and changing at the same moment: what is taken back does not return, and waits in no queue', async () => {
  for (let round = 0; round < 12; round += 1) {
    const on = await over(`back-${round}`, [id('ana')])
    await judge('ana', on, { overall: 1, comment: '太挤' })
    const back = { intent: newIntent(), activity: on, person: id('ana'), what: 'score' }
    await Promise.all([tell('ana', 'rating.withdraw', back), judge('ana', on, { overall: 5 }, 'edit')])
    await tell('ana', 'rating.withdraw', { ...back, intent: newIntent() })
    const { summaryOf } = await import('../../src/domain/rating-summary')
    const verdict = (await verdictOf(on)) as Verdict
    expect(summaryOf([verdict]).ratings).toBe(0)
    expect(verdict).toMatchObject({ waiting: [], low: [], open: 0 })
  }
})

test('a good rating with a wish to be called back reaches the committee; a cancelled activity is not rated', async () => {
  const on = await over('call', [id('ana')])
  await judge('ana', on, { overall: 5, contact: true })
  const queue = await here.value<RatingQueue>('committee', 'rating.queue')
  expect(queue.low.find((each) => each.activity === on)).toMatchObject({ overall: 5, wantsContact: true })
  const off = await over('off', [id('ana')], { state: 'cancelled' })
  expect(await judge('ana', off)).toEqual(refused('activity-cancelled'))
})

test('the organiser answers once; another organisation does not', async () => {
  const on = await over('replied', [id('ana')])
  await judge('ana', on)
  await here.put('members', [member('one', 'rival', ['operator'], { organisation: 'org-b' })])
  const say = (who: string, text: string) => tell(who, 'rating.reply', { intent: newIntent(), activity: on, text })
  expect(await say('rival', '我们更好')).toEqual(refused('no-permission'))
  const both = await Promise.all([say('boss', '谢谢大家'), say('boss', '下次再来')])
  expect(both.filter((reply) => reply.ok)).toHaveLength(1)
  expect(await say('boss', '再说一句')).toEqual(refused('reply-once'))
})

test('a private service: two answers, no words, nothing public', async () => {
  const on = await over('private', neighbours.map(id), { private: true })
  const two = [
    { of: 'useful', score: 5 },
    { of: 'respect', score: 5 },
  ]
  expect(await judge('ana', on, { scores: two, comment: '谢谢' })).toEqual(refused('rate-private'))
  for (const who of neighbours) expect(await judge(who, on, { scores: two })).toMatchObject({ ok: true })
  expect(await here.value<RatingResult>(null as never, 'rating.summary', { activity: on })).toMatchObject({
    summary: null,
    present: null,
    reply: null,
  })
  expect((await here.value<RatingRow[]>('worker', 'rating.board')).map((row) => row.id)).not.toContain(on)
})

test('the board orders by the lower bound, and gives no number below five', async () => {
  const board = await here.value<RatingRow[]>('worker', 'rating.board')
  expect(board.find((row) => row.id === 'shown')).toMatchObject({ ratings: 5, present: 6, few: true })
  expect(board.find((row) => row.id === 'once')).toMatchObject({ mean: null, bound: null })
  const bounds = board.map((row) => row.bound ?? 0)
  expect(bounds).toEqual([...bounds].sort((a, b) => b - a))
})

test('requests of a cold call: rating 3 at most, the first one too', async () => {
  const on = await over('cheap', [id('ana'), id('bai')])
  for (const who of ['ana', 'bai']) {
    await here.local.cool()
    const input = {
      intent: newIntent(),
      activity: on,
      person: id(who),
      overall: 4,
      scores,
      tags: [],
      comment: null,
      contact: false,
    }
    const { reply, requests } = await here.ask(who, 'rating.rate', input)
    expect(reply).toMatchObject({ ok: true })
    expect(requests).toBeLessThanOrEqual(3)
  }
})

describe('who may judge, and for whom', () => {
  test('grown-ups of a family speak for themselves: eight of them invented add nothing', async () => {
    const adults = Array.from({ length: 8 }, (_, n) => ({
      ...kid('one', 'stuffer', `a${n}`, `大人${n}`),
      band: '35-59',
    }))
    const elder = { ...kid('one', 'stuffer', 'e', '婆婆'), band: '80+' }
    const family = [...adults, elder] as ReturnType<typeof kid>[]
    await here.put('members', [member('one', 'stuffer', ['resident', 'family-proxy'], { family })])
    const all = [id('stuffer'), ...family.map((each) => each.id)]
    const on = await over('invented', all)
    for (const { id: person } of adults)
      expect(await judge('stuffer', on, { person, overall: 5 })).toEqual(refused('rate-by-themselves'))
    const page = await here.value<RatingPage>('stuffer', 'rating.open', { activity: on })
    expect(page.people.map(({ name }) => name)).toEqual(['stuffer', '婆婆'])
    expect(await judge('stuffer', on, { person: elder.id })).toMatchObject({ ok: true })
    expect((await verdictOf(on))?.raters).toHaveLength(1)
  })

  test('nobody who worked at its desk, and none of the centre’s own staff where the centre held it', async () => {
    const event = {
      id: newIntent(),
      at: 1,
      kind: 'check-in',
      people: [id('ana')],
      by: id('worker'),
      way: 'name',
    } as const
    const desk = await over('desk-work', [id('ana'), id('worker')], { events: [{ ...event, people: [id('ana')] }] })
    expect(await judge('worker', desk)).toEqual(refused('rate-own-session'))
    const own = { organiser: { id: 'one', name: '中心' }, team: null }
    const held = await over('held-by-centre', [id('worker'), id('ana')], own)
    expect(await judge('worker', held)).toEqual(refused('rate-own-session'))
    expect(await judge('ana', held)).toMatchObject({ ok: true })
  })

  test('what was given at the last moment may still be changed for two days', async () => {
    const now = here.local.clock.now()
    const on = await over('last-moment', [id('young')], { startsAt: now - 8 * day, endsAt: now - 7 * day + hour })
    expect(await judge('young', on)).toMatchObject({ ok: true })
    here.local.clock.shift(40 * hour)
    expect(await judge('young', on, { overall: 2 }, 'edit')).toMatchObject({ ok: true })
    here.local.clock.shift(-40 * hour)
  })

  test('words that were said otherwise leave the queue with nothing behind', async () => {
    const on = await over('no-rest', [id('ana')])
    await judge('ana', on, { comment: '打 13800138000 找我' })
    expect(await judge('ana', on, { comment: '加微信：abcdefg' }, 'edit')).toMatchObject({ ok: true })
    const verdict = (await verdictOf(on)) as Verdict
    expect([verdict.waiting.length, verdict.open]).toEqual([1, 1])
    const about = verdict.waiting[0]
    const decide = { intent: newIntent(), activity: on, about, pass: false, reason: '有电话' }
    expect(await tell('committee', 'rating.decide', decide)).toMatchObject({ ok: true })
    expect(await verdictOf(on)).toMatchObject({ waiting: [], open: 0 })
  })
})

describe('who turns out not to have been there', () => {
  const checkIn = { id: 'check-in-by-code', at: 1, kind: 'check-in', by: '', way: 'code' } as const
  const came = async (name: string) => {
    const own = [id('ana')]
    const join: Roster['events'][number] = {
      id: `join-${name}`,
      at: 1,
      kind: 'join',
      member: id('ana'),
      people: own,
      first: true,
    }
    return over(name, [id('ana')], { events: [join, { ...checkIn, people: [id('ana')] }] })
  }
  const undo = (who: string, on: string) =>
    tell(who, 'attendance.undo', { intent: newIntent(), activity: on, checkIn: checkIn.id, reason: '没来' })

  test('does not count, and counts again once it turns out that they were', async () => {
    const on = await came('not-there')
    expect(await judge('ana', on, { overall: 1 })).toMatchObject({ ok: true })
    expect(await undo('committee', on)).toMatchObject({ ok: true })
    expect(summaryOf([(await verdictOf(on)) as Verdict]).ratings).toBe(0)
    const admit = { intent: newIntent(), activity: on, party: `join-${on}`, people: [id('ana')], reason: '人在现场' }
    expect(await tell('committee', 'attendance.admit', admit)).toMatchObject({ ok: true })
    expect(summaryOf([(await verdictOf(on)) as Verdict])).toMatchObject({ ratings: 1, mean: 1 })
  })

  test('is not for the organiser to say once it is over: nobody loses their voice that way', async () => {
    const on = await came('silenced')
    expect(await undo('boss', on)).toEqual(refused('no-permission'))
    const remove = { intent: newIntent(), activity: on, party: `join-${on}`, reason: '不想要他评' }
    expect(await tell('boss', 'activity.remove', remove)).toEqual(refused('already-started'))
    expect(await judge('ana', on, { overall: 1 })).toMatchObject({ ok: true })
  })
})
