import { pictureOf, type PicturedNeed, type PicturedOffer } from '../../src/domain/need-picture'

const day = 24 * 60 * 60 * 1000
const need = (author: string, more: Partial<PicturedNeed> = {}): PicturedNeed => ({
  author,
  category: 'home-repair',
  building: 'b-1',
  band: '60-79',
  state: 'open',
  postedAt: 0,
  promisedAt: 3 * day,
  answeredAt: null,
  joined: false,
  lacking: null,
  why: null,
  ...more,
})
const offer = (owner: string, more: Partial<PicturedOffer> = {}): PicturedOffer => ({
  owner,
  category: 'home-repair',
  building: 'b-1',
  bands: [],
  ...more,
})
const people = (count: number) => Array.from({ length: count }, (_, n) => `p${n}`)
const nothing = { needs: [], offers: [], answers: [] }

test('people are counted, not cases: whoever asks five times is one', () => {
  const needs = [...people(6).map((who) => need(who)), ...people(5).map(() => need('p0'))]
  expect(pictureOf({ ...nothing, needs }, false).byCategory).toEqual([
    expect.objectContaining({ of: 'home-repair', asking: 6 }),
  ])
})

test('below five a cell says nothing, to whoever does not handle cases; and no gap is told from it', () => {
  const needs = people(7).map((who) => need(who))
  const offers = people(3).map((who) => offer(who))
  const told = pictureOf({ ...nothing, needs, offers }, false)
  expect(told.byCategory[0]).toMatchObject({ asking: 7, bringing: null })
  expect(told.gaps).toEqual([])
  const whole = pictureOf({ ...nothing, needs, offers }, true)
  expect(whole.byCategory[0]).toMatchObject({ asking: 7, bringing: 3 })
  expect(whole.gaps).toEqual([{ of: 'home-repair', asking: 7, bringing: 3 }])
})

test('nothing is nothing, which may be said; no cell between one and four ever is', () => {
  for (let count = 0; count < 9; count += 1) {
    const picture = pictureOf({ ...nothing, needs: people(count).map((who) => need(who)), offers: [offer('a')] }, false)
    for (const cell of [...picture.byCategory, ...picture.byBuilding, ...picture.byBand])
      for (const number of [cell.asking, cell.bringing, cell.joined]) expect([null, 0, 5, 6, 7, 8]).toContain(number)
  }
})

test('where asking exceeds bringing, the widest first', () => {
  const needs = [...people(9).map((who) => need(who)), ...people(6).map((who) => need(who, { category: 'share-lend' }))]
  const offers = people(5).map((who) => offer(who))
  expect(pictureOf({ ...nothing, needs, offers }, false).gaps.map(({ of }) => of)).toEqual([
    'share-lend',
    'home-repair',
  ])
})

test('the survey’s households join the same picture', () => {
  const answers = people(6).map(() => ({ building: 'b-1', band: '35-59' as const, needs: ['share-lend'], brings: [] }))
  const { byCategory, households } = pictureOf({ ...nothing, answers }, false)
  expect(byCategory).toEqual([expect.objectContaining({ of: 'share-lend', surveyAsking: 6, surveyBringing: 0 })])
  expect(households).toBe(6)
})

test('the days from need to answer: the middle, where the slowest quarter begins, and how many were in time', () => {
  const needs = [1, 1, 2, 2, 3, 4, 8, 9].map((days, n) => need(`p${n}`, { answeredAt: days * day }))
  expect(pictureOf({ ...nothing, needs }, false).days).toEqual({ answered: 8, middle: 3, slow: 8, inTime: 63 })
  expect(pictureOf({ ...nothing, needs: needs.slice(0, 3) }, false).days.middle).toBeNull()
})

test('who was helped is counted beside who asked: by category, building and band', () => {
  const needs = people(8).map((who, n) => need(who, { joined: n < 6 }))
  const { byCategory, byBuilding, byBand } = pictureOf({ ...nothing, needs }, false)
  for (const [cell] of [byCategory, byBuilding, byBand]) expect(cell).toMatchObject({ asking: 8, joined: 6 })
})

test('what was not met, by why', () => {
  const needs = [
    ...people(6).map((who) => need(who, { lacking: 'nobody' })),
    ...people(5).map((who) => need(who, { state: 'unsolved', why: 'no-place' })),
    need('x', { state: 'solved', lacking: 'other-time' }),
  ]
  expect(pictureOf({ ...nothing, needs }, false).unmet).toEqual([
    { why: 'nobody', count: 6 },
    { why: 'no-place', count: 5 },
  ])
})
