import { type Given, isLow, ratesUntil, ratingRules, type VerdictEntry } from '../../src/domain/rating'
import { lowerBound } from '../../src/domain/rating-bound'
import { publicSummary, replyOf, standings, summaryOf } from '../../src/domain/rating-summary'

const day = 24 * 3_600_000

const given = (rater: string, overall: number, more: Partial<Given> = {}): Given => ({
  rater,
  overall,
  child: false,
  scores: {},
  tags: [],
  comment: null,
  proxy: false,
  contact: null,
  ...more,
})

const rated = (rater: string, overall: number, more: Partial<Given> = {}, edit = false): VerdictEntry => ({
  id: `${rater}${edit ? '-edit' : ''}`,
  at: edit ? 2 : 1,
  kind: 'rate',
  edit,
  check: 'pass',
  ...given(rater, overall, more),
})

describe('the lower bound by which things are ordered', () => {
  test('is what the formula gives, by hand, for no ratings and for two fives', () => {
    // No ratings: mean 3, variance 2, six in the denominator.
    expect(lowerBound([0, 0, 0, 0, 0])).toBeCloseTo(3 - 1.645 * Math.sqrt(2 / 6), 10)
    // Two fives: (1+2+3+4+15)/7 = 25/7; squares (1+4+9+16+75)/7 = 15.
    expect(lowerBound([0, 0, 0, 0, 2])).toBeCloseTo(25 / 7 - 1.645 * Math.sqrt((15 - (25 / 7) ** 2) / 8), 10)
  })

  test('few fives stand below many of nearly five; more of the same raises it; a worse one lowers it', () => {
    expect(lowerBound([0, 0, 0, 0, 3])).toBeLessThan(lowerBound([0, 0, 0, 60, 240]))
    expect(lowerBound([0, 0, 0, 0, 30])).toBeGreaterThan(lowerBound([0, 0, 0, 0, 3]))
    expect(lowerBound([1, 0, 0, 0, 30])).toBeLessThan(lowerBound([0, 0, 0, 0, 30]))
    expect(lowerBound([0, 0, 0, 0, 100_000])).toBeLessThan(5)
  })
})

test('an edit counts in place of what it edits; withdrawn words are gone, a withdrawn rating counts no more', () => {
  const entries: VerdictEntry[] = [
    rated('a', 2, { comment: '太挤' }),
    rated('a', 4, { comment: '第二次好多了' }, true),
    rated('b', 5, { comment: '好' }),
    rated('c', 1),
    { id: 'w1', at: 3, kind: 'withdraw', rater: 'b', what: 'text' },
    { id: 'w2', at: 3, kind: 'withdraw', rater: 'c', what: 'score' },
  ]
  expect(standings(entries)).toMatchObject([
    { rater: 'a', overall: 4, comment: '第二次好多了', edited: true, firstAt: 1 },
    { rater: 'b', overall: 5, comment: null },
  ])
  expect(summaryOf([{ entries }])).toMatchObject({ ratings: 2, counts: [0, 0, 0, 1, 1], mean: 4.5 })
})

test('words that wait are seen by nobody; a decision shows or hides them, and the score counts either way', () => {
  const waits: VerdictEntry = { ...rated('a', 1, { comment: '打电话 139' }), check: 'wait' } as VerdictEntry
  const decide = (pass: boolean): VerdictEntry => ({
    id: 'd',
    at: 2,
    kind: 'decide',
    about: 'a',
    pass,
    by: 'm',
    reason: '看过',
  })
  expect(summaryOf([{ entries: [waits] }])).toMatchObject({ comments: [], ratings: 1 })
  expect(summaryOf([{ entries: [waits, decide(true)] }]).comments).toHaveLength(1)
  expect(summaryOf([{ entries: [waits, decide(false)] }])).toMatchObject({ comments: [], ratings: 1 })
})

test('nothing is shown of four ratings, nor of a private service; children are counted apart', () => {
  const verdict = (ratings: number, more = {}) => ({
    _id: 'x',
    centre: 'c',
    title: '',
    organiser: { id: 'o', name: '' },
    endsAt: 0,
    private: false,
    raters: [],
    edited: [],
    waiting: [],
    low: [],
    open: 0,
    replied: false,
    entries: [
      ...Array.from({ length: ratings }, (_, n) => rated(`r${n}`, 4)),
      rated('kid', 3, { child: true }),
      rated('kid2', 1, { child: true }),
    ],
    ...more,
  })
  expect(publicSummary(null)).toBeNull()
  expect(publicSummary(verdict(4))).toBeNull()
  expect(publicSummary(verdict(5))).toMatchObject({ ratings: 5, mean: 4, few: true, children: [0, 0, 0] })
  expect(summaryOf([verdict(5)]).children).toEqual([1, 0, 1])
  expect(publicSummary(verdict(9, { private: true }))).toBeNull()
})

test('the organiser’s words are told once they may be', () => {
  const reply: VerdictEntry = { id: 'r', at: 5, kind: 'reply', text: '谢谢', by: 'm', check: 'wait' }
  expect(replyOf([reply])).toBeNull()
  expect(replyOf([{ ...reply, check: 'pass' }])).toEqual({ text: '谢谢', at: 5 })
  expect(
    replyOf([reply, { id: 'd', at: 6, kind: 'decide', about: 'r', pass: true, by: 'm', reason: '好' }]),
  ).not.toBeNull()
})

test('elders, and whoever rates for someone else, have fourteen days; others seven', () => {
  expect(ratesUntil(0, '35-59', false)).toBe(7 * day)
  expect(ratesUntil(0, '60-79', false)).toBe(14 * day)
  expect(ratesUntil(0, '4-6', true)).toBe(14 * day)
  expect(ratingRules.editWithin).toBe(2 * day)
})

test('a low score is looked into, and so is what some words say, whatever the score', () => {
  expect(isLow({ overall: 2, child: false, tags: [] })).toBe(true)
  expect(isLow({ overall: 3, child: false, tags: ['late'] })).toBe(false)
  expect(isLow({ overall: 5, child: false, tags: ['pressured-rating'] })).toBe(true)
  expect(isLow({ overall: 1, child: true, tags: [] })).toBe(false)
})
