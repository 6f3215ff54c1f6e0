import type { Introduction, IntroductionPage } from '../../src/domain/introduction'
import type { Need } from '../../src/domain/need'
import { wantsIn } from '../../src/domain/need-rules'
import type { Offer } from '../../src/domain/offer'
import type { Roster } from '../../src/domain/roster'
import { dancing, need, offer } from './neighbours'
import { type Town, town } from './town'
import { activity, member } from './world'

const idOf = (who: string) => member('one', who, [])._id

let here: Town
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'ana', ['resident'], { name: '安婆婆' }),
    member('one', 'deng', ['resident'], { name: '邓师傅' }),
    member('one', 'bai', ['resident'], { name: '白婶' }),
  ])
})
afterAll(() => here.stop())

let intents = 0
const intent = () => `intent-gone-${(intents += 1)}`
const stored = async (id: string) => (await here.read<Need>('needs', id)) as Need
const ask = async (who: string, of: string, from: string) => {
  const input = { intent: intent(), need: of, offer: from, shares: true }
  return (await here.value<{ id: string }>(who, 'introduction.ask', input)).id
}
const agree = (who: string, introduction: string) =>
  here.value(who, 'introduction.agree', { intent: intent(), introduction, shares: true })

test('whoever leaves the need to others is its author no more; it goes on for them', async () => {
  await here.put('needs', [need('one', 'left', { ...dancing, author: idOf('bai') })])
  await here.value('ana', 'need.want', { intent: intent(), need: 'left' })
  const leaving = { intent: intent(), need: 'left' }
  await here.value('bai', 'need.withdraw', leaving)
  await here.value('bai', 'need.withdraw', leaving)
  const kept = await stored('left')
  expect(kept).toMatchObject({ state: 'open', author: null, shownAs: null, members: [idOf('ana')], short: 9 })
  expect(wantsIn(kept.events).map(({ member }) => member)).toEqual([idOf('ana')])
})

test('solved for its author, it goes on for those who want it too', async () => {
  await here.put('needs', [need('one', 'shared', { author: idOf('bai') })])
  await here.value('deng', 'need.want', { intent: intent(), need: 'shared' })
  await here.value('bai', 'need.solve', { intent: intent(), need: 'shared', solved: true })
  expect(await stored('shared')).toMatchObject({ state: 'open', inTime: true })
})

test('who deletes their account is in no need, offer, introduction, survey or window any more', async () => {
  const her = idOf('ana')
  const walk = activity('one', 'asked-for')
  const priority = { until: Date.now() + 1e9, bands: [], buildings: [], people: [her, idOf('bai')], label: '' }
  const asked: Roster = { ...walk.roster, rules: { ...walk.roster.rules, priority } }
  await here.put('rosters', [asked])
  await here.put('needs', [
    need('one', 'hers', { author: her, shownAs: '安婆婆', text: '安婆婆家水龙头滴水' }),
    need('one', 'hers-shared', { author: her, shownAs: '安婆婆', text: '安婆婆想学跳舞' }),
    need('one', 'his', { author: idOf('bai') }),
  ])
  await here.put('offers', [offer('one', 'plumbs', { owner: idOf('deng') }), offer('one', 'her-offer', { owner: her })])
  await here.value('bai', 'need.want', { intent: intent(), need: 'hers-shared' })
  await here.value('ana', 'need.want', { intent: intent(), need: 'his' })
  await here.value('ana', 'need.answerSurvey', { intent: intent(), needs: ['home-repair'], brings: [] })
  const one = await ask('ana', 'hers', 'plumbs')
  await agree('deng', one)
  const other = await ask('bai', 'his', 'her-offer')
  await agree('ana', other)
  const linked = () => here.dump().filter((line) => line.includes(her) || line.includes('安婆婆'))
  expect(linked().length).toBeGreaterThan(6)

  await here.value('ana', 'member.erase', { confirm: '注销' })
  expect(linked()).toEqual([])
  expect(await here.read('needs', 'hers')).toBeUndefined()
  expect(await stored('hers-shared')).toMatchObject({ author: null, text: '水龙头滴漏', state: 'open' })
  expect((await stored('hers-shared')).households).toHaveLength(2)
  expect((await stored('his')).households).toHaveLength(wantsIn((await stored('his')).events).length)
  // Whoever helped her has room again; whoever she helped is the staff's again.
  expect(await here.read<Offer>('offers', 'plumbs')).toMatchObject({ room: 2, holding: [] })
  expect(await stored('his')).toMatchObject({ helper: null, state: 'open' })
  expect(await here.read<Introduction>('introductions', one)).toMatchObject({ needer: null, state: 'ended' })
  expect((await here.value<IntroductionPage>('bai', 'introduction.open', { introduction: other })).other).toBeNull()
  await here.local.fire('promises')
  expect(linked()).toEqual([])
})
