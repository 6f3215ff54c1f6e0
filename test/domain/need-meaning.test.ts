import { bandOf, careOf, isLicence, placesIn, stretchesOf, stricter, wishesIn } from '../../src/domain/need-meaning'
import { saysWeekly } from '../../src/domain/weekly-words'
import { understand } from '../../src/domain/understanding'
import { prepared } from '../../cloudfunctions/thesaurus/thesaurus'

/** A Monday, ten in the morning at the centre. */
const monday = Date.parse('2026-11-23T10:00+08:00')
const read = (text: string) => understand(text, prepared())

test.each([
  ['周六上午有人能来吗', [{ weekday: 6, from: 540, to: 720 }]],
  ['明天下午', [{ weekday: 2, from: 840, to: 1080 }]],
  ['周末都行', [6, 7].map((weekday) => ({ weekday, from: 480, to: 1320 }))],
  ['什么时候都行', []],
])('%s: the times that it names, and no others', (text, when) => {
  expect(stretchesOf(read(text).when, monday)).toEqual(when)
})

test.each([
  ['每周来打扫一次', true],
  ['每个星期陪我妈去一趟医院', true],
  ['一周两次，帮忙送饭', true],
  ['逢周三有人来量血压就好', true],
  ['这周三来一次', false],
  ['一次就够，不用每周来', false],
  ['周末想去走走', false],
])('%s: every week, %s', (text, weekly) => {
  expect(saysWeekly(text)).toBe(weekly)
})

test('a time of day alone is meant on any day', () => {
  expect(stretchesOf(read('晚上有空').when, monday).map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test.each([
  ['厨房水龙头关不紧', ['home']],
  ['可以上门，也可以在中心教', ['home', 'centre']],
  ['周末带大家去公园走走', ['outdoor']],
  ['想找人聊聊', []],
])('%s: the places that it names', (text, places) => {
  expect(placesIn(text)).toEqual(places)
})

test.each([
  ['想找个女老师教游泳', ['female_only']],
  ['最好会讲粤语，不要钱的', ['cantonese', 'free_only']],
  ['随便谁都行', []],
])('%s: what it insists on', (text, wishes) => {
  expect(wishesIn(text, read(text))).toEqual(wishes)
})

test('a correction never makes a delicate thing public, and can make an open one delicate', () => {
  const beaten = '我老公又打我了'
  expect(careOf(beaten, read(beaten), 'open', '35-59').care).not.toBe('open')
  const tap = '厨房水龙头一直滴水'
  expect(careOf(tap, read(tap), undefined, '35-59')).toEqual({ care: 'open', doubtful: false })
  expect(careOf(tap, read(tap), 'staff-first', '35-59').care).toBe('staff')
  expect(careOf(tap, read(tap), undefined, '13-17').care).toBe('staff')
  expect(stricter('guide', 'staff')).toBe('staff')
})

test('what is not understood is never shown unseen: a person looks at it before neighbours do', () => {
  const odd = '嗯嗯那个什么来着'
  expect(careOf(odd, read(odd), undefined, '35-59')).not.toEqual({ care: 'open', doubtful: false })
})

test('for whom: as said, else as the words say, else the author', () => {
  expect(bandOf(read('我妈八十四岁了'), '60-79', '35-59')).toBe('60-79')
  expect(bandOf(read('我妈八十四岁了'), null, '35-59')).toBe('80+')
  expect(bandOf(read('水管漏了'), null, '35-59')).toBe('35-59')
})

test('a licence is what the law asks for, not experience or the centre’s own training', () => {
  expect(['低压电工证', '执业护士', '养老护理员证'].every(isLicence)).toBe(true)
  expect(['有水电维修经验', '经培训义工', '持证社工'].some(isLicence)).toBe(false)
})

test('not one delicate or urgent meaning of the thesaurus, in any of its own words, is open to neighbours', () => {
  const delicate = prepared().concepts.filter(({ handling }) => handling === 'staff-first' || handling === 'emergency')
  const open = delicate.flatMap(({ code, synonyms }) =>
    synonyms
      .filter((text) => {
        const { care, doubtful } = careOf(text, read(text), undefined, '35-59')
        return care === 'open' && !doubtful
      })
      .map((text) => `${code}: ${text}`),
  )
  expect(delicate.length).toBeGreaterThan(20)
  expect(open).toEqual([])
})
