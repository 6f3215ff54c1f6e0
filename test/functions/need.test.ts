import { type Draft, planOf } from '../../src/domain/activity-draft'
import type { Inbox } from '../../src/domain/message'
import type { Need } from '../../src/domain/need'
import type { MineList, NeedPage, NeedQueue, Reading, Square, Wanted } from '../../src/domain/need-page'
import type { PicturePage } from '../../src/domain/need-picture'
import type { Kept } from '../../src/domain/need-rules'
import type { Roster } from '../../src/domain/roster'
import type { SurveyPage } from '../../src/domain/survey'
import { dancing, need } from './neighbours'
import { type Town, town } from './town'
import { member } from './world'

const day = 24 * 60 * 60 * 1000
const said = { concept: null, when: null, where: null, band: null, shown: 'name', quiet: false }
const idOf = (who: string) => member('one', who, [])._id
const people = Array.from({ length: 14 }, (_, n) => `p${n}`)

let here: Town
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'ana', ['resident'], { name: '安婆婆', band: '80+' }),
    member('one', 'teen', ['resident'], { name: '小周', band: '13-17' }),
    ...people.map((who) => member('one', who, ['resident'])),
  ])
})
afterAll(() => here.stop())

const staff = 'role-social-worker'
const committee = 'role-committee-member'
const stored = async (id: string) => (await here.read<Need>('needs', id)) as Need
const sweep = () => here.local.fire('promises')
const inboxOf = async (who: string) => (await here.value<Inbox>(who, 'message.inbox', { before: null })).entries
const kindsOf = async (who: string) => (await inboxOf(who)).map(({ kind }) => kind)

let intents = 0
const intent = () => `intent-need-${(intents += 1)}`

async function post(who: string, text: string, more: Record<string, unknown> = {}): Promise<string> {
  const { id } = await here.value<{ id: string }>(who, 'need.post', { intent: intent(), text, ...said, ...more })
  return id
}

const put = (_id: string, more: Partial<Need> = {}) => here.put('needs', [need('one', _id, more)])
const onSquare = async (who: string) =>
  (await here.value<Square>(who, 'need.square', { category: null, before: null })).cards.map(({ id }) => id)

describe('a need in one sentence', () => {
  test('says what it is about, for whom and where by itself, and its author corrects it', async () => {
    const asked = { text: '我妈八十多了，周六上午想找人上门换个水龙头', item: null }
    const read = await here.value<Reading>('ana', 'need.read', asked)
    expect(read).toMatchObject({ care: 'open', where: 'home', band: '80+' })
    expect(read.when).toEqual([{ weekday: 6, from: 540, to: 720 }])
    const id = await post('ana', asked.text, { concept: 'leaking-tap', where: 'centre', band: '60-79' })
    expect((await stored(id)).meaning).toMatchObject({ concept: 'leaking-tap', where: 'centre', band: '60-79' })
  })

  test('who came from the menu means what stands there, whatever little the words say; delicate words stay delicate', async () => {
    const read = (text: string, item: string | null) => here.value<Reading>('ana', 'need.read', { text, item })
    expect((await read('想要那一样', null)).concept).toBeNull()
    const chosen = await read('想要那一样', 'tap-and-pipe')
    expect(chosen.label).toEqual(expect.any(String))
    const id = await post('ana', '想要那一样', { concept: chosen.concept })
    expect((await stored(id)).meaning).toMatchObject({ item: 'tap-and-pipe' })
    expect(await read('想要那一样', 'no-such-item')).toMatchObject({ concept: null })
    expect((await read('老公打我', 'tap-and-pipe')).care).not.toBe('open')
  })

  test('the same intent is one need, whatever it is sent with', async () => {
    const asked = { intent: intent(), text: '水管一直滴水', ...said }
    const first = await here.value<{ id: string }>('ana', 'need.post', asked)
    expect(await here.value('ana', 'need.post', asked)).toEqual(first)
  })

  test('neighbours see it after a person has looked at it, its author at once, under the name that was chosen', async () => {
    const id = await post('ana', '厨房水龙头关不紧，一直滴水')
    expect(await stored(id)).toMatchObject({ sight: 'waiting', shownAs: '安婆婆' })
    expect((await here.value<NeedPage>('ana', 'need.open', { need: id })).own).toBe(true)
    expect((await here.ask('p0', 'need.open', { need: id })).reply).toMatchObject({ reason: 'not-found' })
    expect(await onSquare('p0')).not.toContain(id)
    const { needs } = await here.value<NeedQueue>(staff, 'need.queue', { show: 'words' })
    expect(needs.map((each) => each.id)).toContain(id)
    await here.value(staff, 'need.decide', { intent: intent(), need: id, pass: true, reason: '没问题' })
    expect(await onSquare('p0')).toContain(id)
    const page = await here.value<NeedPage>('p0', 'need.open', { need: id })
    expect(page).toMatchObject({ own: false, by: '安婆婆', suggestions: [], timeline: [] })
    await sweep()
    expect(await kindsOf('ana')).toContain('need-shown')
  })

  test('"a neighbour" is nobody by name', async () => {
    const id = await post('ana', '想学打太极拳', { shown: 'neighbour' })
    expect((await stored(id)).shownAs).toBeNull()
  })

  test.each([
    ['我老公又打我了，不敢回家', 'emergency or staff'],
    ['想不开，活够了', 'emergency'],
    ['孩子在学校被人欺负', 'staff'],
  ])('%s goes to those who handle cases only, whatever was chosen', async (text) => {
    const id = await post('ana', text, { concept: 'leaking-tap' })
    const kept = await stored(id)
    expect([kept.sight, kept.care === 'open']).toEqual(['staff', false])
    for (const who of ['p0', committee, 'role-volunteer', 'role-operator'])
      expect((await here.ask(who, 'need.open', { need: id })).reply).toMatchObject({ reason: 'not-found' })
    expect((await here.ask(staff, 'need.open', { need: id })).reply).toMatchObject({ ok: true })
    expect(await onSquare('p0')).not.toContain(id)
    const queue = await here.value<NeedQueue>(committee, 'need.queue', { show: 'due' })
    expect(queue.needs.map((each) => each.id)).not.toContain(id)
    expect((await here.ask('p0', 'need.want', { intent: intent(), need: id })).reply).toMatchObject({
      reason: 'not-found',
    })
  })

  test('in an emergency it says whom to call, at once and on its page', async () => {
    const asked = { intent: intent(), text: '闻到煤气味，好像燃气泄漏了', ...said }
    const { id, calls } = await here.value<{ id: string; calls: string[] }>('ana', 'need.post', asked)
    expect(calls).toContain('119')
    expect((await here.value<NeedPage>('ana', 'need.open', { need: id })).calls).toEqual(calls)
    expect((await stored(id)).dueAt - (await stored(id)).postedAt).toBeLessThanOrEqual(2 * 60 * 60 * 1000)
  })

  test('of someone under age staff look after it', async () => {
    const id = await post('teen', '想找人补数学')
    expect(await stored(id)).toMatchObject({ care: 'staff', sight: 'staff', shownAs: null })
  })
})

describe('a promise', () => {
  test('has a date from the first moment, and who takes it answers for it; the date stays', async () => {
    const id = await post('ana', '想学用手机挂号')
    const before = await stored(id)
    expect(before.dueAt).toBeGreaterThan(before.postedAt)
    await here.value(staff, 'need.take', { intent: intent(), need: id })
    expect(await stored(id)).toMatchObject({ owner: idOf(staff), dueAt: before.dueAt })
    const page = await here.value<NeedPage>('ana', 'need.open', { need: id })
    expect(page.owner).toEqual({ kind: 'staff', name: staff.slice(0, 12) })
  })

  test('overdue it goes up a level, once, and its author is told', async () => {
    await put('late', { author: idOf('p1'), dueAt: Date.now() - 1000, owner: idOf(staff) })
    await sweep()
    await sweep()
    const kept = await stored('late')
    expect(kept.events.filter(({ kind }) => kind === 'overdue')).toHaveLength(1)
    expect(await kindsOf('p1')).toEqual(['need-late'])
    expect(await kindsOf(committee)).toContain('need-overdue')
  })

  test('an answer is counted by the first date; "not solved" makes it a promise again', async () => {
    await put('answered', { author: idOf('p2') })
    await here.value(staff, 'need.reply', { intent: intent(), need: 'answered', text: '明天下午师傅上门' })
    expect(await stored('answered')).toMatchObject({ inTime: true, escalatesAt: null })
    await here.value('p2', 'need.solve', { intent: intent(), need: 'answered', solved: false })
    const again = await stored('answered')
    expect(again).toMatchObject({ state: 'open', answeredAt: null, inTime: null, escalatesAt: again.dueAt })
    await here.value('p2', 'need.solve', { intent: intent(), need: 'answered', solved: true })
    expect(await stored('answered')).toMatchObject({ state: 'solved', inTime: true })
    await sweep()
    expect(await kindsOf('p2')).toEqual(expect.arrayContaining(['need-replied']))
    const late = await here.ask('p2', 'need.solve', { intent: intent(), need: 'answered', solved: false })
    expect(late.reply).toMatchObject({ reason: 'need-closed' })
  })

  test('only its author says so, and withdraws it', async () => {
    await put('hers', { author: idOf('p3') })
    for (const called of ['need.solve', 'need.withdraw'] as const) {
      const input = { intent: intent(), need: 'hers', ...(called === 'need.solve' && { solved: true }) }
      expect((await here.ask('p4', called, input)).reply).toMatchObject({ reason: 'not-found' })
    }
    await here.value('p3', 'need.withdraw', { intent: intent(), need: 'hers' })
    await here.value('p3', 'need.withdraw', { intent: intent(), need: 'hers' })
    expect(await stored('hers')).toMatchObject({ state: 'withdrawn', escalatesAt: null })
  })

  test('what cannot be done is said, with why, to all who want it', async () => {
    await put('undone', { author: idOf('p5') })
    await here.value('p6', 'need.want', { intent: intent(), need: 'undone' })
    const input = { intent: intent(), need: 'undone', solved: false, why: 'no-place', text: '楼里没有地方放' }
    await here.value(committee, 'need.close', input)
    await sweep()
    for (const who of ['p5', 'p6'])
      expect(await inboxOf(who)).toEqual([expect.objectContaining({ kind: 'need-closed', reason: '楼里没有地方放' })])
  })

  test('how many were kept in time is open to anyone, and resting on five at least', async () => {
    const kept = await here.value<Kept>('p0', 'need.kept')
    expect(kept.answered + kept.late).toBeGreaterThan(0)
    expect(kept.share === null).toBe(kept.answered + kept.late < 5)
    expect((await here.ask(null, 'need.kept')).reply).toMatchObject({ ok: true })
  })
})

describe('"I want it too"', () => {
  test('counts a household once, whoever of it says so; taken back it can be said again', async () => {
    await put('shade')
    await here.value('p0', 'household.create', { intent: intent() })
    const { digits } = await here.value<{ digits: string }>('p0', 'household.code', {})
    await here.value('p1', 'household.join', { code: digits })
    const first = { intent: intent(), need: 'shade' }
    expect(await here.value<Wanted>('p0', 'need.want', first)).toEqual({ households: 2, mine: first.intent })
    const other = await here.ask('p1', 'need.want', { intent: intent(), need: 'shade' })
    expect(other.reply).toEqual({ ok: false, reason: 'want-already' })
    expect(await here.value('p0', 'need.want', first)).toEqual({ households: 2, mine: first.intent })
    const back = { intent: intent(), need: 'shade', want: first.intent }
    expect(await here.value('p0', 'need.unwant', back)).toEqual({ households: 1, mine: null })
    expect(await here.value('p0', 'need.unwant', back)).toEqual({ households: 1, mine: null })
    // The first tap, once more: what it was told then.
    expect(await here.value('p0', 'need.want', first)).toEqual({ households: 2, mine: first.intent })
    expect((await stored('shade')).households).toHaveLength(1)
    expect(await here.value<Wanted>('p1', 'need.want', { intent: intent(), need: 'shade' })).toMatchObject({
      households: 2,
    })
  })

  test('one’s own need is wanted already', async () => {
    await put('own', { author: idOf('p2') })
    const { reply } = await here.ask('p2', 'need.want', { intent: intent(), need: 'own' })
    expect(reply).toEqual({ ok: false, reason: 'want-already' })
  })

  test('at the threshold there is one draft with a name and a date; those who asked sign up first', async () => {
    await put('class', { ...dancing, author: idOf('p0'), owner: idOf(staff) })
    for (const who of people.slice(2, 11)) await here.value(who, 'need.want', { intent: intent(), need: 'class' })
    const kept = await stored('class')
    const draft = (await here.read<Draft>('drafts', kept.draft as string)) as Draft
    expect(kept).toMatchObject({ drafted: true, short: 0, owner: idOf(staff), escalatesAt: kept.dueAt })
    expect(draft).toMatchObject({
      state: 'draft',
      createdBy: idOf(staff),
      wanted: { need: 'class', owner: idOf(staff) },
    })
    await sweep()
    for (const who of ['p0', 'p2', 'p10']) expect(await kindsOf(who)).toContain('need-draft')
    expect(await kindsOf(staff)).toContain('need-yours')

    const thrown = { intent: intent(), activity: draft._id, version: 1 }
    const { reply } = await here.ask(staff, 'activity.discard', thrown)
    expect(reply).toEqual({ ok: false, reason: 'draft-promised', households: 10 })

    const startsAt = Date.now() + 10 * day
    const { _id } = draft
    const saved = { ...planOf(draft), place: '多功能厅', startsAt, endsAt: startsAt + 3_600_000, capacity: 3 }
    await here.value(staff, 'activity.saveDraft', { ...saved, intent: intent(), activity: _id, version: 1 })
    await here.value(staff, 'activity.publish', { intent: intent(), activity: _id, version: 2 })
    const roster = (await here.read<Roster>('rosters', _id)) as Roster
    // The household of p0 has p1 in it, who goes first with it.
    expect(roster.rules.priority?.people).toEqual(expect.arrayContaining(['p0', 'p1', 'p10'].map(idOf)))
    expect(JSON.stringify(roster)).not.toContain('安婆婆')
    const stranger = await signUp('p12', _id)
    const asker = await signUp('p3', _id)
    expect([stranger, asker]).toEqual(['waiting', 'seated'])
    await sweep()
    expect(await kindsOf('p2')).toContain('need-published')
    expect(await stored('class')).toMatchObject({ activity: _id, escalatesAt: null })
    const mine = await here.value<MineList>('p2', 'need.mine')
    expect(mine.needs).toContainEqual(expect.objectContaining({ id: 'class', own: false, activity: _id }))
  })

  async function signUp(who: string, activity: string) {
    const input = { intent: intent(), activity, people: [idOf(who)] }
    const { party } = await here.value<{ party: { state: string } }>(who, 'activity.signUp', input)
    return party.state
  }

  test('what is done for each by itself is wanted by many and makes no draft; nothing is said to be missing', async () => {
    await put('taps', { author: idOf('p0'), short: 1 })
    for (const who of people.slice(2, 6)) await here.value(who, 'need.want', { intent: intent(), need: 'taps' })
    expect(await stored('taps')).toMatchObject({ drafted: false, short: 1, households: { length: 5 } })
    const page = await here.value<NeedPage>('p0', 'need.open', { need: 'taps' })
    expect(page).toMatchObject({ gathered: false, short: null, households: 5 })
    await put('dancing', { ...dancing, author: idOf('p0') })
    const other = await here.value<NeedPage>('p0', 'need.open', { need: 'dancing' })
    expect(other).toMatchObject({ gathered: true, short: 9, orders: null })
  })

  test('that it is wanted every week stays on it, is corrected by its author, and goes on to who helps', async () => {
    const text = '每周帮我妈打扫一次卫生'
    const read = await here.value<Reading>('ana', 'need.read', { text, item: null })
    expect(read.weekly).toBe(true)
    const id = await post('ana', text)
    expect((await stored(id)).meaning.weekly).toBe(true)
    const page = await here.value<NeedPage>('ana', 'need.open', { need: id })
    expect(page).toMatchObject({ weekly: true, orders: { item: 'elder-cleaning' } })
    const once = await post('ana', text, { weekly: false })
    expect((await stored(once)).meaning.weekly).toBeUndefined()
    expect((await here.value<NeedPage>('ana', 'need.open', { need: once })).weekly).toBe(false)
  })

  test('a draft that was cut short is made by the sweep, once', async () => {
    await put('cut', { ...dancing, short: 0, author: idOf('p9') })
    await sweep()
    await sweep()
    const kept = await stored('cut')
    expect(kept.events.filter(({ kind }) => kind === 'draft')).toHaveLength(1)
    expect(await here.read<Draft>('drafts', kept.draft as string)).toBeDefined()
  })
})

describe('the yearly survey', () => {
  test('is one answer a household, whoever of it gives it, and joins the picture; what is delicate is not asked', async () => {
    // p0 and p1 live together.
    await here.value('p0', 'need.answerSurvey', { intent: intent(), needs: ['home-repair'], brings: [] })
    const second = { intent: intent(), needs: ['share-lend'], brings: ['culture-sport'] }
    const page = await here.value<SurveyPage>('p1', 'need.answerSurvey', second)
    expect(page.mine).toEqual({ needs: ['share-lend'], brings: ['culture-sport'], byMe: true })
    expect((await here.value<SurveyPage>('p0', 'need.survey')).mine).toMatchObject({
      needs: ['share-lend'],
      byMe: false,
    })
    for (const who of people.slice(2, 7))
      await here.value(who, 'need.answerSurvey', { intent: intent(), needs: ['share-lend'], brings: [] })
    const { picture } = await here.value<PicturePage>(committee, 'need.picture')
    expect(picture.households).toBe(6)
    expect(picture.byCategory.find(({ of }) => of === 'share-lend')?.surveyAsking).toBe(6)
    const delicate = { intent: intent(), needs: ['reintegration'], brings: [] }
    expect((await here.ask('p2', 'need.answerSurvey', delicate)).reply).toMatchObject({ reason: 'bad-input' })
  })

  test('the picture shows no cell under five to whoever does not handle cases', async () => {
    const cells = async (who: string) => {
      const { picture } = await here.value<PicturePage>(who, 'need.picture')
      return [...picture.byCategory, ...picture.byBuilding, ...picture.byBand].flatMap((cell) => [
        cell.asking,
        cell.bringing,
        cell.surveyAsking,
        cell.surveyBringing,
      ])
    }
    const small = (count: number | null) => count !== null && count > 0 && count < 5
    expect((await cells(committee)).some(small)).toBe(false)
    expect((await cells(staff)).some(small)).toBe(true)
  })
})
