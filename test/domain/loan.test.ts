import { day, hour, startOfDay } from '../../src/domain/day'
import { dueOf, lendingOf, loanOf } from '../../src/domain/loan'
import type { LoanEvent } from '../../src/domain/thing'
import { keptFor } from '../../src/domain/loan-seats'
import { dueAgain, whyNotBorrow, whyNotExtend } from '../../src/domain/loan-rule'
import { loanNotices, momentsOf, wakesAt } from '../../src/domain/loan-telling'
import { thing } from '../functions/world-lending'

const t0 = startOfDay(Date.parse('2026-11-23T00:00+08:00')) + 10 * hour

const asks = (who: string, at = t0): LoanEvent => ({ id: `asks-${who}`, at, kind: 'borrow', member: who, person: who })
const handsOut = (who: string, at = t0, days = 14): LoanEvent => ({
  id: `out-${who}`,
  at,
  kind: 'hand-out',
  loan: `asks-${who}`,
  by: 'desk',
  dueAt: dueOf(at, days),
})
const returns = (who: string, at: number, condition: 'good' | 'worn' | 'broken' = 'good'): LoanEvent => ({
  id: `back-${who}`,
  at,
  kind: 'return',
  undoes: `asks-${who}`,
  by: 'desk',
  condition,
  note: null,
})

const states = (events: LoanEvent[], now: number, stock = 1) =>
  Object.fromEntries(
    lendingOf({ firstStock: stock, events }, now).loans.map(({ member, state }) => [member, state] as const),
  )

describe('who has a piece', () => {
  test('the first who ask are kept one, the others wait in their order', () => {
    const { loans, free, waiting } = lendingOf(
      { firstStock: 2, events: ['a', 'b', 'c', 'd'].map((who) => asks(who)) },
      t0,
    )
    expect(loans.map(({ state, position }) => [state, position])).toEqual([
      ['kept', undefined],
      ['kept', undefined],
      ['waiting', 1],
      ['waiting', 2],
    ])
    expect([free, waiting]).toEqual([0, 2])
  })

  test('what comes back is offered to whoever is next, for a day, and then to the one after', () => {
    const events = [asks('a'), handsOut('a'), asks('b'), asks('c'), returns('a', t0 + day)]
    expect(states(events, t0 + day)).toEqual({ a: 'returned', b: 'offered', c: 'waiting' })
    expect(states(events, t0 + day + keptFor - 1)).toMatchObject({ b: 'offered' })
    expect(states(events, t0 + day + keptFor)).toEqual({ a: 'returned', b: 'lapsed', c: 'offered' })
    const taken: LoanEvent = { id: 'takes', at: t0 + day + hour, kind: 'take', loan: 'asks-b' }
    expect(loanOf({ firstStock: 1, events: [...events, taken] }, 'asks-b', t0 + 5 * day)).toMatchObject({
      state: 'kept',
      keptUntil: t0 + day + hour + keptFor,
    })
  })

  test('nobody is offered a piece that came back broken, or is lost; a repaired one goes to whoever is next', () => {
    const out = [asks('a'), handsOut('a'), asks('b'), handsOut('b'), asks('c'), asks('d')]
    const broken = [...out, returns('a', t0 + hour, 'broken')]
    expect(states(broken, t0 + hour, 2)).toEqual({ a: 'returned', b: 'out', c: 'waiting', d: 'waiting' })
    const lost: LoanEvent = { id: 'lost', at: t0 + 2 * hour, kind: 'lost', undoes: 'asks-b', by: 'desk', note: '没了' }
    expect(states([...broken, lost], t0 + 2 * hour, 2)).toEqual({
      a: 'returned',
      b: 'lost',
      c: 'waiting',
      d: 'waiting',
    })
    const mended: LoanEvent = { id: 'mended', at: t0 + 3 * hour, kind: 'mended', pieces: 1, by: 'desk' }
    expect(states([...broken, lost, mended], t0 + 3 * hour, 2)).toMatchObject({ c: 'offered', d: 'waiting' })
  })

  test('fewer pieces than are out take nothing from anyone, and move nobody up until enough came back', () => {
    const cut: LoanEvent = { id: 'cut', at: t0, kind: 'stock', stock: 1, by: 'desk', note: '' }
    const events = [asks('a'), handsOut('a'), asks('b'), handsOut('b'), asks('c'), cut, returns('a', t0 + hour)]
    expect(states(events, t0 + hour, 2)).toEqual({ a: 'returned', b: 'out', c: 'waiting' })
    expect(states([...events, returns('b', t0 + 2 * hour)], t0 + 2 * hour, 2)).toMatchObject({ c: 'offered' })
  })

  test('an event that is there twice counts once', () => {
    const events = [asks('a'), asks('b'), handsOut('a'), returns('a', t0 + hour)]
    expect(lendingOf({ firstStock: 1, events: [...events, ...events] }, t0 + hour).loans).toEqual(
      lendingOf({ firstStock: 1, events }, t0 + hour).loans,
    )
  })
})

describe('until when', () => {
  test('it is due in the evening of the last day; lent after that, an hour later', () => {
    expect(dueOf(t0, 14)).toBe(startOfDay(t0) + 14 * day + 20 * hour)
    expect(dueOf(t0, 0)).toBe(startOfDay(t0) + 20 * hour)
    expect(dueOf(startOfDay(t0) + 21 * hour, 0)).toBe(startOfDay(t0) + 22 * hour)
  })

  test('it is kept longer once, in time, and only where nobody waits', () => {
    const lent = thing('one', 'x', { stock: 1, days: 3, events: [asks('a'), handsOut('a', t0, 3)] })
    const loan = loanOf(lent, 'asks-a', t0)
    if (!loan) throw new Error('no loan')
    expect(whyNotExtend(lent, loan, t0)).toBeUndefined()
    expect(dueAgain(lent, loan)).toBe(startOfDay(t0) + 6 * day + 20 * hour)
    expect(whyNotExtend(lent, loan, t0 + 4 * day)).toMatchObject({ reason: 'loan-late', days: 1 })
    expect(whyNotExtend(lent, { ...loan, extended: true }, t0)).toEqual({ reason: 'loan-extended' })
    const awaited = thing('one', 'x', { stock: 1, days: 3, events: [...lent.events, asks('b')] })
    expect(whyNotExtend(awaited, loan, t0)).toEqual({ reason: 'loan-awaited' })
  })

  test('who has something late borrows nothing more; four pieces are enough', () => {
    const late = thing('one', 'late', { name: '冲击钻', events: [asks('a'), handsOut('a', t0, 3)] })
    const wanted = thing('one', 'x')
    const a = { member: 'a', person: 'a' }
    expect(whyNotBorrow(wanted, [late], a, t0 + 2 * day)).toBeUndefined()
    expect(whyNotBorrow(wanted, [late], a, t0 + 6 * day)).toEqual({ reason: 'loan-late', name: '冲击钻', days: 3 })
    const four = [1, 2, 3, 4].map((n) => thing('one', `x${n}`, { events: [asks('a')] }))
    expect(whyNotBorrow(wanted, four, a, t0)).toEqual({ reason: 'loan-limit', most: 4 })
    expect(whyNotBorrow(thing('one', 'y', { events: [asks('a')] }), [], a, t0)).toMatchObject({
      reason: 'loan-already',
    })
    expect(whyNotBorrow(thing('one', 'y', { left: 0 }), [], a, t0)).toMatchObject({ reason: 'loan-none', back: null })
  })

  test('where all are out it is said when the first is due; what is late promises nothing', () => {
    const none = thing('one', 'z', { left: 0, stock: 1, events: [asks('b'), handsOut('b', t0, 3)] })
    const a = { member: 'a', person: 'a' }
    const due = lendingOf(none, t0).loans[0]?.dueAt ?? 0
    expect(due).toBeGreaterThan(t0)
    expect(whyNotBorrow(none, [], a, t0)).toEqual({ reason: 'loan-none', name: none.name, back: due })
    expect(whyNotBorrow(none, [], a, due + day)).toMatchObject({ reason: 'loan-none', back: null })
  })
})

describe('what is told', () => {
  const lent = [asks('a'), handsOut('a', t0, 3)]
  const kinds = (events: LoanEvent[], told: number, now: number) =>
    loanNotices(thing('one', 'x', { stock: 1, events }), told, now).map(({ to, kind }) => [
      typeof to === 'object' ? to.member : to,
      kind,
    ])

  test('each change once, wherever telling left off', () => {
    const events = [...lent, asks('b'), returns('a', t0 + hour)]
    expect(kinds(events, 0, t0 + hour)).toEqual([
      ['a', 'loan-kept'],
      ['a', 'loan-out'],
      ['a', 'loan-back'],
      ['b', 'loan-offered'],
    ])
    expect(kinds(events, 3, t0 + hour)).toEqual([
      ['a', 'loan-back'],
      ['b', 'loan-offered'],
    ])
    expect(kinds(events, 4, t0 + hour)).toEqual([])
  })

  test('the day before, on the day, then late every three days, to the borrower; and to whoever handed it out', () => {
    const at = (days: number) => startOfDay(t0) + days * day + 9 * hour
    expect(kinds(lent, 2, at(2) - 1)).toEqual([])
    expect(kinds(lent, 2, at(2))).toEqual([['a', 'loan-tomorrow']])
    expect(kinds(lent, 2, at(3))).toEqual([
      ['a', 'loan-tomorrow'],
      ['a', 'loan-today'],
    ])
    expect(kinds(lent, 2, at(4))).toEqual([
      ['a', 'loan-late'],
      ['desk', 'loan-ask'],
    ])
    const causes = (days: number) =>
      loanNotices(thing('one', 'x', { stock: 1, events: lent }), 2, at(days)).map(({ cause }) => cause)
    expect(causes(4)).toEqual(causes(6))
    expect(causes(7)[0]).not.toBe(causes(6)[0])
  })

  test('it never goes silent: after two weeks it is the committee’s too, after a year everyone is still told', () => {
    const at = (days: number) => startOfDay(t0) + (3 + days) * day + 10 * hour
    expect(kinds(lent, 2, at(13)).map(([to]) => to)).not.toContain('committee')
    for (const days of [14, 40, 400])
      expect(kinds(lent, 2, at(days))).toEqual([
        ['a', 'loan-late'],
        ['desk', 'loan-ask'],
        ['committee', 'loan-up'],
      ])
    const next = (days: number) => wakesAt(thing('one', 'x', { stock: 1, events: lent }), at(days)) - at(days)
    for (const days of [29, 100, 400]) expect(next(days)).toBeLessThan(7 * day)
  })

  test('whoever has no account is called by the desk, and told nothing that they cannot read', () => {
    const guest: LoanEvent = { id: 'asks-a', at: t0, kind: 'borrow', member: 'a', person: 'a', guest: true }
    const told = (days: number) =>
      kinds([guest, handsOut('a', t0, 3)], 2, startOfDay(t0) + (3 + days) * day + 10 * hour)
    expect(told(0)).toEqual([])
    expect(told(1)).toEqual([['desk', 'loan-call']])
    expect(told(20)).toEqual([
      ['desk', 'loan-call'],
      ['committee', 'loan-up'],
    ])
  })

  test('what is lent for the same day has no day before', () => {
    const loan = loanOf({ firstStock: 1, events: [asks('a'), handsOut('a', t0, 0)] }, 'asks-a', t0)
    expect(loan && momentsOf(loan, t0)[0]?.kind).toBe('loan-late')
  })

  test('it is looked at again when the next of it is due, and never where nothing is', () => {
    const waking = (events: LoanEvent[], now: number) => wakesAt(thing('one', 'x', { events }), now)
    expect(waking([], t0)).toBe(Number.MAX_SAFE_INTEGER)
    expect(waking([asks('a')], t0)).toBe(t0 + keptFor)
    expect(waking(lent, t0)).toBe(startOfDay(t0) + 2 * day + 9 * hour)
    expect(waking([...lent, returns('a', t0 + hour)], t0 + hour)).toBe(Number.MAX_SAFE_INTEGER)
  })
})
