import type { Inbox } from '../../src/domain/message'
import type { Introduction, IntroductionPage } from '../../src/domain/introduction'
import type { Need } from '../../src/domain/need'
import type { MineList, NeedPage, OfferPage } from '../../src/domain/need-page'
import type { Offer } from '../../src/domain/offer'
import { type Town, town } from './town'
import { member } from './world'

const day = 24 * 60 * 60 * 1000
const said = { concept: null, when: null, shown: 'name' }
const idOf = (who: string) => member('one', who, [])._id
const phone = '13800138000'

let here: Town
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'ana', ['resident'], { name: '安婆婆', band: '80+' }),
    member('one', 'bai', ['resident'], { name: '白婶' }),
    member('one', 'deng', ['resident'], { name: '邓师傅' }),
    member('one', 'eve', ['resident'], { name: '易姐' }),
    member('one', 'teen', ['resident'], { name: '林小宇', band: '13-17' }),
  ])
  for (const who of ['ana', 'deng']) await here.value(who, 'member.setContact', { phone, room: null, consent: true })
})
afterAll(() => here.stop())

const staff = 'role-social-worker'
let intents = 0
const intent = () => `intent-meet-${(intents += 1)}`
const pass = { pass: true, reason: '没问题' }
const seen = { ...pass, holds: [] }

/** A need on the square, and an offer on it: a person has looked at the words of both. */
async function needs(who: string, text = '厨房水龙头一直滴水'): Promise<string> {
  const { id } = await here.value<{ id: string }>(who, 'need.post', {
    ...said,
    where: null,
    band: null,
    intent: intent(),
    text,
    quiet: false,
  })
  await here.value(staff, 'need.decide', { intent: intent(), need: id, ...pass })
  return id
}
async function offers(who: string, capacity = 1, text = '我会修水龙头，上门换，不收钱'): Promise<string> {
  const input = { ...said, places: null, intent: intent(), text, bands: [], capacity }
  const { id } = await here.value<{ id: string }>(who, 'offer.post', input)
  await here.value(staff, 'offer.decide', { intent: intent(), offer: id, ...seen })
  return id
}

const ask = (who: string, need: string, offer: string, shares = true) =>
  here.ask<{ id: string }>(who, 'introduction.ask', { intent: intent(), need, offer, shares })
async function asked(who: string, need: string, offer: string): Promise<string> {
  const { reply } = await ask(who, need, offer)
  if (!reply.ok) throw new Error(reply.reason)
  return reply.value.id
}
const page = (who: string, introduction: string) =>
  here.value<IntroductionPage>(who, 'introduction.open', { introduction })
const agree = (who: string, introduction: string, shares = true) =>
  here.ask(who, 'introduction.agree', { intent: intent(), introduction, shares })
const step = (who: string, introduction: string, to: string) =>
  here.ask(who, 'introduction.step', { intent: intent(), introduction, to })
const storedOffer = async (id: string) => (await here.read<Offer>('offers', id)) as Offer
const storedNeed = async (id: string) => (await here.read<Need>('needs', id)) as Need
const suggested = async (who: string, need: string) =>
  (await here.value<NeedPage>(who, 'need.open', { need })).suggestions.map(({ offer }) => offer)

test('what fits is told without who it is, and both say yes before either learns it', async () => {
  const [need, offer] = [await needs('ana'), await offers('deng')]
  const open = await here.value<NeedPage>('ana', 'need.open', { need })
  const found = open.suggestions.find((each) => each.offer === offer)
  expect(found?.reasons.length).toBeGreaterThan(0)
  expect(JSON.stringify(open)).not.toContain('邓师傅')
  expect(JSON.stringify(open)).not.toContain(idOf('deng'))
  const helpable = await here.value<OfferPage>('deng', 'offer.open', { offer })
  expect(helpable.helpable.map((each) => each.need)).toContain(need)
  expect(JSON.stringify(helpable)).not.toContain('安婆婆')

  const id = await asked('ana', need, offer)
  for (const who of ['ana', 'deng']) {
    const before = await page(who, id)
    expect(before).toMatchObject({ state: 'asked', other: null, mine: who === 'deng' })
    expect(JSON.stringify(before)).not.toMatch(/安婆婆|邓师傅|13800138000/)
  }
  expect((await here.ask('eve', 'introduction.open', { introduction: id })).reply).toMatchObject({
    reason: 'not-found',
  })
  expect((await agree('ana', id)).reply).toMatchObject({ reason: 'introduction-moved-on' })

  const yes = { intent: intent(), introduction: id, shares: false }
  await here.value('deng', 'introduction.agree', yes)
  await here.value('deng', 'introduction.agree', yes)
  expect((await page('deng', id)).other).toEqual({ name: '安婆婆', phone })
  // He did not let his own be seen.
  expect((await page('ana', id)).other).toEqual({ name: '邓师傅', phone: null })
  expect(await storedOffer(offer)).toMatchObject({ room: 0, holding: [id], settling: [] })
  const promised = await storedNeed(need)
  expect(promised).toMatchObject({ helper: id, inTime: true })
  expect((await here.value<NeedPage>('ana', 'need.open', { need })).owner).toEqual({ kind: 'helper', name: null })

  expect((await step('ana', id, 'done')).reply).toMatchObject({ ok: true })
  expect(await storedNeed(need)).toMatchObject({ state: 'solved', escalatesAt: null })
  expect(await storedOffer(offer)).toMatchObject({ room: 1, holding: [], helped: { 'leaking-tap': 1 } })
  for (const who of ['ana', 'deng']) {
    const input = { introduction: id, good: true, words: '很准时' }
    await here.value(who, 'introduction.feedback', { intent: intent(), ...input })
    await here.value(who, 'introduction.feedback', { intent: intent(), ...input })
  }
  const kept = (await here.read<Introduction>('introductions', id)) as Introduction
  expect(kept.events.filter(({ kind }) => kind === 'feedback')).toHaveLength(2)
  // Done is done: nobody's phone is shown any more.
  expect((await page('deng', id)).other).toEqual({ name: '安婆婆', phone: null })

  await here.local.fire('promises')
  const told = await here.value<Inbox>('deng', 'message.inbox', { before: null })
  expect(told.entries.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['introduction-asked', 'introduction-felt', 'offer-shown']),
  )
})

test('whoever offers may ask first; where both ask, both have said yes', async () => {
  const [need, offer] = [await needs('bai'), await offers('eve')]
  const id = await asked('eve', need, offer)
  expect(await page('bai', id)).toMatchObject({ mine: true, other: null })
  expect(await asked('bai', need, offer)).toBe(id)
  expect((await page('bai', id)).state).toBe('agreed')
})

test('a pair of which one said no is never suggested, nor asked, again; nor are the two for the same once more', async () => {
  const [need, offer] = [await needs('bai'), await offers('deng', 3)]
  expect(await suggested('bai', need)).toContain(offer)
  const id = await asked('bai', need, offer)
  expect((await step('bai', id, 'decline')).reply).toMatchObject({ reason: 'introduction-moved-on' })
  await step('deng', id, 'decline')
  expect(await suggested('bai', need)).not.toContain(offer)
  for (const who of ['bai', 'deng'])
    expect((await ask(who, need, offer)).reply).toMatchObject({ reason: 'pair-declined' })
  const helpable = await here.value<OfferPage>('deng', 'offer.open', { offer })
  expect(helpable.helpable.map((each) => each.need)).not.toContain(need)
  const [again, other] = [await needs('bai'), await offers('deng', 3)]
  expect(await suggested('bai', again)).not.toContain(other)
})

test('what neighbours agreed on before is said, and teaches the order; what they declined does too', async () => {
  const need = await needs('eve')
  const offer = await offers('deng', 2)
  const before = await here.value<NeedPage>('eve', 'need.open', { need })
  const reasons = before.suggestions.find((each) => each.offer === offer)?.reasons.map(({ why }) => why)
  // 安 and 邓, and 白 and 易, agreed on such a pair; 白 and 邓 did not.
  expect(reasons).toContain('proven')
})

test('an offer helps no more at once than it said, whoever agrees at the same moment', async () => {
  const offer = await offers('deng', 2)
  const ids = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const who = `many${n}`
      await here.put('members', [member('one', who, ['resident'])])
      return asked(who, await needs(who), offer)
    }),
  )
  const replies = await Promise.all(ids.map((id) => agree('deng', id)))
  expect(replies.filter(({ reply }) => reply.ok)).toHaveLength(2)
  for (const { reply } of replies) if (!reply.ok) expect(reply.reason).toBe('offer-full')
  expect(await storedOffer(offer)).toMatchObject({ room: 0, settling: [] })
  expect((await storedOffer(offer)).holding).toHaveLength(2)
}, 120_000)

test('called off it goes back to the staff with a date, and may be asked again', async () => {
  const [need, offer] = [await needs('ana'), await offers('eve')]
  const id = await asked('ana', need, offer)
  await agree('eve', id)
  await step('eve', id, 'end')
  const back = await storedNeed(need)
  expect(back).toMatchObject({ helper: null, state: 'open', escalatesAt: back.dueAt })
  expect(await storedOffer(offer)).toMatchObject({ room: 1, holding: [] })
  expect((await page('ana', id)).other).toBeNull()
  expect(await asked('ana', need, offer)).toBe(id)
  expect((await page('eve', id)).mine).toBe(true)
})

test('once it is solved who helped has helped, and whoever else was asked or had agreed is free again', async () => {
  const need = await needs('ana')
  const [first, second, third] = [await offers('eve'), await offers('eve'), await offers('bai')]
  const [one, two, open] = [
    await asked('ana', need, first),
    await asked('ana', need, second),
    await asked('ana', need, third),
  ]
  await agree('eve', one)
  await agree('eve', two)
  await here.value('ana', 'need.solve', { intent: intent(), need, solved: true })
  await here.local.fire('promises')
  const states = await Promise.all([one, two, open].map(async (id) => (await page('ana', id)).state))
  expect(states).toEqual(['ended', 'done', 'ended'])
  for (const offer of [first, second, third]) expect(await storedOffer(offer)).toMatchObject({ room: 1, holding: [] })
  expect((await agree('bai', open)).reply).toMatchObject({ reason: 'need-closed' })
})

test('two who agree for the same from two phones at once take one place, and it stays taken', async () => {
  const [need, offer] = [await needs('ana'), await offers('eve', 3)]
  const id = await asked('ana', need, offer)
  const both = await Promise.all([agree('eve', id), agree('eve', id)])
  expect(both.some(({ reply }) => reply.ok)).toBe(true)
  expect(await storedOffer(offer)).toMatchObject({ room: 2, holding: [id], settling: [] })
  await agree('eve', id)
  expect(await storedOffer(offer)).toMatchObject({ room: 2, holding: [id] })
})

test('nobody’s answer within days lets it lapse; agreed to half, it is written down to the end by the sweep', async () => {
  const [need, offer] = [await needs('ana'), await offers('eve')]
  const id = await asked('ana', need, offer)
  // The function dies after the offer's place is taken.
  const done = here.local.faults.add({
    when: { collection: 'introductions', action: 'database.modifyAndReturnDoc', times: 1 },
    do: 'duplicate',
  })
  expect((await agree('eve', id)).reply.ok).toBe(false)
  expect(done()).toBe(1)
  here.local.faults.clear()
  expect((await page('ana', id)).state).toBe('asked')
  expect(await storedOffer(offer)).toMatchObject({ room: 0, holding: [id] })
  await here.local.fire('promises')
  expect((await page('ana', id)).state).toBe('agreed')
  expect(await storedOffer(offer)).toMatchObject({ room: 0, settling: [] })
  expect(await storedNeed(need)).toMatchObject({ helper: id })

  const [other, another] = [await needs('bai'), await offers('eve')]
  const waiting = await asked('bai', other, another)
  here.local.clock.shift(4 * day)
  await here.local.fire('promises')
  expect((await page('bai', waiting)).state).toBe('lapsed')
  here.local.clock.shift(-4 * day)
})

test('what is not for neighbours, not theirs, full or unfit is not asked for', async () => {
  const need = await needs('ana')
  const offer = await offers('eve')
  expect((await ask('bai', need, offer)).reply).toMatchObject({ reason: 'not-found' })
  const own = await offers('ana')
  expect((await ask('ana', need, own)).reply).toMatchObject({ reason: 'pair-unfit' })
  const piano = await offers('eve', 1, '教钢琴，在中心上课')
  expect((await ask('ana', need, piano)).reply).toMatchObject({ reason: 'pair-unfit' })
  await here.value('eve', 'offer.turn', { intent: intent(), offer, to: 'pause' })
  expect((await ask('ana', need, offer)).reply).toMatchObject({ reason: 'offer-closed' })
  await here.value('eve', 'offer.turn', { intent: intent(), offer, to: 'resume' })
  expect((await ask('ana', need, offer)).reply).toMatchObject({ ok: true })
})

test('an offer’s owner is asked once before it ends; extended it lasts, else it is put away', async () => {
  const [kept, gone] = [await offers('bai'), await offers('bai')]
  here.local.clock.shift(54 * day)
  await here.local.fire('promises')
  await here.local.fire('promises')
  const nudges = async () =>
    (await here.value<Inbox>('bai', 'message.inbox', { before: null })).entries.filter(
      (entry) => entry.kind === 'offer-nudge' && 'about' in entry && [kept, gone].includes(entry.about),
    )
  expect(await nudges()).toHaveLength(2)
  await here.value('bai', 'offer.turn', { intent: intent(), offer: kept, to: 'extend' })
  here.local.clock.shift(7 * day)
  await here.local.fire('promises')
  expect([(await storedOffer(kept)).state, (await storedOffer(gone)).state]).toEqual(['open', 'ended'])
  here.local.clock.shift(-61 * day)
})

test('everything of mine in one list', async () => {
  const mine = await here.value<MineList>('ana', 'need.mine')
  expect(mine.needs.length).toBeGreaterThan(2)
  expect(mine.introductions.length).toBeGreaterThan(2)
  expect(JSON.stringify(mine)).not.toMatch(/邓师傅|易姐/)
})

test('of a minor a neighbour learns neither name nor number: they meet at the centre', async () => {
  await here.value('teen', 'member.setContact', { phone: '13900139000', room: null, consent: true })
  const [need, offer] = [await needs('ana'), await offers('teen')]
  const introduction = await asked('ana', need, offer)
  expect(await agree('teen', introduction)).toMatchObject({ reply: { ok: true } })
  const { other } = await page('ana', introduction)
  expect(other).toMatchObject({ phone: null })
  expect(JSON.stringify(other)).not.toContain('小宇')
})

test('whoever withdraws from what others want too has begun nothing with anyone any more', async () => {
  const [need, offer] = [await needs('bai'), await offers('deng')]
  const introduction = await asked('bai', need, offer)
  await here.value('eve', 'need.want', { intent: intent(), need })
  await here.value('bai', 'need.withdraw', { intent: intent(), need })
  for (const _ of [1, 2]) await here.local.fire('promises')
  expect(await here.read<Introduction>('introductions', introduction)).toMatchObject({ state: 'ended' })
  expect(await storedNeed(need)).toMatchObject({ state: 'open', author: null, helper: null })
})
