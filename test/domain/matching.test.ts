import { matcher } from '../../cloudfunctions/thesaurus/matcher'
import { stored } from '../../local/matching-set'
import { made } from '../../local/wordbook'
import book from '../../cloudfunctions/thesaurus/wordbook.json'
import { matchNeed, matchOffer, type StoredNeed, type StoredOffer } from '../../src/domain/matching'
import { learn, meaningsOf, noExperience } from '../../src/domain/matching/experience'
import { obstacles, timesMeet, together } from '../../src/domain/matching/hard-facts'
import { type Kept, needsFor, offersFor } from '../../src/domain/matching/kept'
import type { Need, Offer, Wish } from '../../src/domain/matching/posting'
import { packed, unpacked } from '../../src/domain/matching/signs'
import { states } from '../../src/domain/matching/statement'
import dev from '../data/matching/dev.json'
import own from '../data/matching/own.json'

const words = matcher()
const saturday = { weekday: 6, from: 9 * 60, to: 12 * 60 }

function need(text: string, more: Partial<Need> = {}): StoredNeed & { match: Kept } {
  const plain: Need = {
    id: 'need',
    text,
    when: [],
    where: 'home',
    audience: 'elder',
    wishes: [],
    building: '3栋',
    requires: [],
    household: 'hers',
    ...more,
  }
  return { ...plain, match: words.need(plain) }
}

function offer(id: string, text: string, more: Partial<Offer> = {}): StoredOffer & { match: Kept } {
  const plain: Offer = {
    id,
    text,
    when: [],
    where: ['home'],
    audience: [],
    building: null,
    holds: [],
    left: 2,
    household: 'another',
    ...more,
  }
  return { ...plain, match: words.offer(plain) }
}

const dripping = need('水管一直滴水', { when: [saturday] })
const plumber = offer('plumber', '会修水电,街坊家里小毛病喊我', { when: [saturday], building: '3栋' })

test('who asks for a tap to be mended is told who can, and why', () => {
  const { fits, nearest } = matchNeed(dripping, [offer('choir', '合唱团招新'), plumber])
  expect(fits.map(({ id }) => id)).toEqual(['plumber'])
  expect(fits[0]?.reasons.map(({ why }) => why)).toEqual(['means', 'times', 'same-building'])
  expect(nearest).toEqual([])
})

test('the other way round the plumber is told whom to help', () => {
  const other = need('想学二胡', { id: 'lute' })
  expect(matchOffer(plumber, [other, dripping]).fits.map(({ id }) => id)).toEqual(['need'])
})

const hard: [string, Partial<Need>, Partial<Offer>, string][] = [
  ['time', { when: [saturday] }, { when: [{ weekday: 6, from: 11 * 60 + 31, to: 15 * 60 }] }, 'other-time'],
  ['place', { where: 'home' }, { where: ['centre', 'online'] }, 'other-place'],
  ['audience', { audience: 'adult' }, { audience: ['elder', 'child'] }, 'other-audience'],
  ['a wish', { wishes: ['female_only'] }, {}, 'wish-not-stated'],
  ['a qualification', { requires: ['electrician'] }, { holds: ['nurse'] }, 'not-qualified'],
  ['room', {}, { left: 0 }, 'full'],
  ['the same household', {}, { household: 'hers' }, 'own'],
]

test.each(hard)('%s is never traded for words', (_, asked, given, obstacle) => {
  const perfect = need('水龙头滴水,想找人修水龙头', { ...asked })
  const same = offer('same', '水龙头滴水我来修水龙头', { ...given })
  const { fits, nearest } = matchNeed(perfect, [same])
  expect(fits).toEqual([])
  expect(obstacles(perfect, same)).toContain(obstacle)
  if (obstacle === 'own') expect(nearest).toEqual([])
  else expect(nearest).toEqual([{ id: 'same', obstacles: [obstacle], code: 'leaking-tap' }])
})

test('half an hour together is enough, a minute less is not', () => {
  const until = (to: number) => [{ weekday: 6, from: 11 * 60, to }]
  expect(together([saturday], until(11 * 60 + 30))).toEqual({ weekday: 6, from: 660, to: 690 })
  expect(timesMeet([saturday], until(11 * 60 + 29))).toBe(false)
  expect(timesMeet([saturday], [])).toBe(true)
  expect(timesMeet([saturday], [{ ...saturday, weekday: 7 }])).toBe(false)
})

const statements: [string, Wish, boolean][] = [
  ['失智照护员,女,上门协助沐浴', 'female_only', true],
  ['热心大姐上门帮忙洗头', 'female_only', true],
  ['三个孩子的妈妈,可以带娃', 'female_only', true],
  ['护理员上门助浴', 'female_only', false],
  ['给独居婆婆理发,工具自带', 'female_only', false],
  ['女装改裤脚', 'female_only', false],
  ['退休大叔会修灯', 'male_only', true],
  ['男护工,扶得动', 'male_only', true],
  ['免费剪男发', 'male_only', false],
  ['护理员上门助浴', 'male_only', false],
  ['会讲粤语,陪阿婆倾偈', 'cantonese', true],
  ['我识整水喉,得闲帮手', 'cantonese', true],
  ['会修水管', 'cantonese', false],
  ['疏通下水道,80元一次', 'free_only', false],
  ['拉丁舞少儿班,400元一期', 'free_only', false],
  ['油钱分摊,早上去福田', 'free_only', false],
  ['烘焙课,收材料费', 'free_only', false],
  ['量血压,不收费', 'free_only', true],
  ['每天两小时陪聊', 'free_only', true],
  ['义务理发,分文不取', 'free_only', true],
]

test.each(statements)('%s: %s %s', (text, wish, stated) => {
  expect(states(text, wish)).toBe(stated)
})

test('who asks for tennis is not sent to badminton, nor to nothing when tennis is there', () => {
  const wanted = need('周末想找人打网球', { where: 'outdoor', audience: 'adult' })
  const badminton = offer('badminton', '羽毛球双打缺人,周末一起打球', { where: ['outdoor'] })
  const tennis = offer('tennis', '网球爱好者,周末约球', { where: ['outdoor'] })
  expect(matchNeed(wanted, [badminton]).fits).toEqual([])
  expect(matchNeed(wanted, [badminton, tennis]).fits.map(({ id }) => id)).toEqual(['tennis'])
})

test('nothing near is no near miss either', () => {
  expect(matchNeed(need('想学开飞机'), [plumber])).toEqual({ fits: [], nearest: [] })
})

test('a declined pair is not suggested again, on either side', () => {
  const outcome = { need: 'need', offer: 'plumber', meanings: 'a|b', accepted: false }
  expect(matchNeed(dripping, [plumber], { experience: learn([outcome], { need: 'need' }) }).fits).toEqual([])
  expect(matchOffer(plumber, [dripping], { experience: learn([outcome], { offer: 'plumber' }) }).fits).toEqual([])
  expect(matchNeed(dripping, [plumber], { experience: learn([outcome], { need: 'other' }) }).fits).toHaveLength(1)
})

test('accepted pairs teach the order, and never make a fit', () => {
  const twins = [offer('a', '水龙头漏水我会修'), offer('b', '水管工,会修水管')]
  const plain = matchNeed(dripping, twins).fits
  const [first, second] = plain
  const outcomes = Array.from({ length: 20 }, () => ({
    need: 'other',
    offer: 'x',
    meanings: second?.meanings ?? '',
    accepted: true,
  }))
  if (first?.meanings === second?.meanings) throw new Error('the two must differ for this to show anything')
  const taught = learn(outcomes, { need: 'need' })
  expect(learn([...outcomes].reverse(), { need: 'need' })).toEqual(taught)
  const again = matchNeed(dripping, twins, { experience: taught }).fits
  expect(again.find(({ id }) => id === second?.id)?.reasons.at(-1)).toEqual({ why: 'proven' })
  const apart = offer('lute', '民乐老师教二胡')
  const lesson = { declined: new Set<string>(), taught: new Map([[meaningsOf('leaking-tap', 'erhu'), 1000]]) }
  expect(matchNeed(dripping, [apart], { experience: lesson }).fits).toEqual([])
})

test('a likeness service can be asked, where a centre has one', () => {
  const odd = need('锟斤拷烫烫烫')
  const other = offer('other', '屯屯屯')
  expect(matchNeed(odd, [other], { experience: noExperience }).fits).toEqual([])
  expect(matchNeed(odd, [other], { alike: () => 0.9 }).fits.map(({ id }) => id)).toEqual(['other'])
})

test('each side finds the other by keys it keeps, without the thesaurus', () => {
  const asked = offersFor(dripping.match)
  expect(asked.keys.some(({ key }) => plumber.match.keys.includes(key))).toBe(true)
  expect(asked.keys.reduce((sum, { most }) => sum + most, 0)).toBeLessThanOrEqual(160)
  expect(asked.near.map(({ key }) => key)).toContain('leaking-tap@centre')
  expect(asked.for).toEqual(['elder', 'all'])
  expect(asked.slots).toEqual(['6a', '*'])
  expect(needsFor(plumber.match).for).toBeNull()
  expect(needsFor(plumber.match).keys.some(({ key }) => dripping.match.keys.includes(key))).toBe(true)
})

test('whatever fits is among what the keys bring', () => {
  for (const set of [dev, own]) {
    const { needs, offers } = stored(set, words)
    for (const each of needs) {
      const keys = new Set(offersFor(each.match).keys.map(({ key }) => key))
      const brought = offers.filter(({ match }) => match.keys.some((key) => keys.has(key)))
      expect(matchNeed(each, brought)).toMatchObject({ fits: matchNeed(each, offers).fits })
    }
  }
})

test('what nobody has heard of is found by its own rare word', () => {
  const wanted = need('想找人一起玩掷铁饼', { where: 'outdoor' })
  const given = offer('discus', '掷铁饼小组,周末练', { where: ['outdoor'] })
  expect(offersFor(wanted.match).keys.some(({ key }) => given.match.keys.includes(key))).toBe(true)
  expect(matchNeed(wanted, [given]).fits.map(({ id }) => id)).toEqual(['discus'])
})

test('what is kept of a text stays small', () => {
  const long = offer(
    'long',
    '会修水电、通马桶、换灯、装家具、陪诊、接送孩子、教手机、教英语、教数学、唱歌、跳舞、下棋、种菜、缝补、搬家',
  )
  expect(JSON.stringify(long.match).length).toBeLessThan(2000)
  expect(unpacked(packed([{ code: 'leaking-tap', weight: 0.876 }]))).toEqual([{ code: 'leaking-tap', weight: 0.88 }])
  expect(unpacked('')).toEqual([])
})

test('the wordbook that functions read is made of the supplement as it lies here', () => {
  expect(book).toEqual(made())
})
