import fc from 'fast-check'
import { isClosed, type OrderEvent } from '../../src/domain/order'
import { guardsOf } from '../../src/domain/order-guards'
import { standingOf, step } from '../../src/domain/order-log'
import type { OrderTerms, Standing } from '../../src/domain/order-standing'
import { orderOwed } from '../../src/domain/order-notice'
import { live, tale } from './order-tales'

const hour = 3_600_000
const day = 24 * hour
/** A Monday morning at the centre. */
const monday = Date.parse('2026-11-23T09:00+08:00')
const terms: OrderTerms = { home: true, minutes: 60, need: 1, locked: false, kept: false }
const pair: OrderTerms = { ...terms, need: 2 }

const placed = (more: Partial<OrderEvent & { kind: 'placed' }> = {}): OrderEvent => ({
  id: 'placed',
  at: monday,
  by: 'huang',
  kind: 'placed',
  route: 'volunteers',
  start: 'open',
  wants: null,
  ...more,
})
const later = (hours: number) => monday + hours * hour
let count = 0
const id = () => `e-${(count += 1)}`
const taken = (by: string, hours: number): OrderEvent => ({ id: id(), at: later(hours), by, kind: 'taken' })
const slot = { startsAt: later(30), endsAt: later(32) }
const scheduled = (hours: number): OrderEvent => ({
  id: id(),
  at: later(hours),
  by: 'ana',
  kind: 'scheduled',
  slot,
  reason: null,
})
const did = (kind: 'started' | 'ended', hours: number): OrderEvent => ({ id: id(), at: later(hours), by: 'ana', kind })
const stand = (events: OrderEvent[], of = terms) => {
  const standing = standingOf(of, events)
  if (!standing) throw new Error('nothing stands')
  return standing
}
const overdue = (events: OrderEvent[], of = terms): OrderEvent => {
  const due = stand(events, of).dueAt ?? 0
  return { id: `due.${due}`, at: due, by: 'nobody', kind: 'overdue', due }
}

describe('an order goes its way', () => {
  const served = [placed(), taken('ana', 1), scheduled(2), did('started', 30), did('ended', 31)]

  test('from being placed to being judged, each step with its owner and its time', () => {
    const owners = served.map((_, n) => {
      const { state, owner, dueAt } = stand(served.slice(0, n + 1))
      return [state, owner, dueAt === null ? null : (dueAt - monday) / hour]
    })
    expect(owners).toEqual([
      ['open', 'desk', 24],
      ['accepted', 'provider', 25],
      ['scheduled', 'provider', 32],
      ['started', 'provider', 31.5],
      ['ended', 'resident', 31 + 72],
    ])
    const rated: OrderEvent = {
      id: id(),
      at: later(40),
      by: 'huang',
      kind: 'rated',
      score: 5,
      comment: null,
      shown: false,
    }
    expect(stand([...served, rated])).toMatchObject({ state: 'rated', owner: null, dueAt: null, score: 5 })
  })

  test('a wished time is the time, unless it has passed by then', () => {
    const wishes = placed({ wants: slot })
    expect(stand([wishes, taken('ana', 1)])).toMatchObject({ state: 'scheduled', slot })
    expect(stand([wishes, taken('ana', 33)])).toMatchObject({ state: 'accepted', slot: null })
  })

  test('three days of silence confirm it; for someone without a phone staff are asked instead', () => {
    expect(stand([...served, overdue(served)])).toMatchObject({ state: 'confirmed', owner: null })
    const kept = { ...terms, kept: true }
    expect(stand(served, kept)).toMatchObject({ state: 'ended', owner: 'desk' })
    expect(stand([...served, overdue(served, kept)], kept)).toMatchObject({ state: 'ended', owner: 'committee' })
  })

  test('a complaint goes to the desk, which has it done again', () => {
    const complained: OrderEvent = { id: id(), at: later(40), by: 'huang', kind: 'complained', reason: '还漏' }
    expect(stand([...served, complained])).toMatchObject({ state: 'complained', owner: 'desk' })
    const redone: OrderEvent = { id: id(), at: later(41), by: 'shi', kind: 'redone', reason: '再去' }
    expect(stand([...served, complained, redone])).toMatchObject({ state: 'triage', takers: [], slot: null })
  })

  test('a cancellation is taken back within its minutes, and not after them', () => {
    const cancelled: OrderEvent = { id: 'c', at: later(3), by: 'huang', kind: 'cancelled', reason: null }
    const log = [...served.slice(0, 3), cancelled]
    const back = (minutes: number): OrderEvent => ({
      id: id(),
      at: later(3) + minutes * 60_000,
      by: 'huang',
      kind: 'restored',
      undoes: 'c',
    })
    expect(stand([...log, back(4)])).toMatchObject({ state: 'scheduled', takers: ['ana'], slot })
    expect(stand([...log, back(5)])).toMatchObject({ state: 'cancelled' })
  })
})

describe('who goes', () => {
  test('a visit of two needs two: nobody goes alone, and nobody counts twice', () => {
    expect(stand([placed(), taken('ana', 1)], pair)).toMatchObject({ state: 'open', takers: ['ana'] })
    expect(stand([placed(), taken('ana', 1), taken('ana', 1)], pair)).toMatchObject({ state: 'open' })
    expect(stand([placed(), taken('ana', 1), taken('bo', 2)], pair)).toMatchObject({
      state: 'accepted',
      takers: ['ana', 'bo'],
    })
    expect(stand([placed(), taken('ana', 1), taken('bo', 2), taken('chen', 2)], pair).takers).toEqual(['ana', 'bo'])
  })

  test('who hands it on goes, the other stays, and a second one is looked for', () => {
    const handed: OrderEvent = { id: id(), at: later(3), by: 'ana', kind: 'handed-on', reason: '病了' }
    expect(stand([placed(), taken('ana', 1), taken('bo', 2), handed], pair)).toMatchObject({
      state: 'open',
      owner: 'desk',
      takers: ['bo'],
    })
  })

  test.each([
    ['an item that is for staff only', { ...terms, locked: true }, placed()],
    ['delicate words', terms, placed({ route: 'staff' })],
    ['a crisis', terms, placed({ route: 'crisis' })],
  ])('%s is never up for volunteers', (_, of, first) => {
    const opened: OrderEvent = { id: id(), at: later(1), by: 'shi', kind: 'opened', words: true }
    const standing = stand([first, opened], of)
    expect(standing.state).toBe('triage')
    expect(guardsOf(standing, 2).board).toBe(false)
  })
})

describe('what is late goes up a level once', () => {
  test('from who serves to the desk, from the desk to the committee, where it is asked about again', () => {
    const log = [placed(), taken('ana', 1)]
    const owners: unknown[] = []
    for (let n = 0; n < 4; n += 1) {
      owners.push(stand(log).owner)
      const late = overdue(log)
      log.push(late, { ...late, id: `${late.id}.again` })
    }
    expect(owners).toEqual(['provider', 'desk', 'committee', 'committee'])
    expect(stand([...log, scheduled(400)])).toMatchObject({ state: 'scheduled', owner: 'provider' })
  })

  test('a time that is not due, or no longer, moves nothing', () => {
    const log = [placed(), taken('ana', 1)]
    const due = stand(log).dueAt ?? 0
    const early: OrderEvent = { id: 'x', at: due - 1, by: 'nobody', kind: 'overdue', due }
    const other: OrderEvent = { id: 'y', at: due + 1, by: 'nobody', kind: 'overdue', due: due - 1 }
    expect(step(terms, stand(log), early)).toBeNull()
    expect(step(terms, stand(log), other)).toBeNull()
  })

  test('a visit that does not end: who sent them is told, the desk and the family, each once', () => {
    const opened: OrderEvent = { id: 'o', at: later(0.5), by: 'shi', kind: 'opened', words: false }
    const log = [placed({ start: 'triage' }), opened, taken('ana', 1), scheduled(2), did('started', 30)]
    const late = overdue(log)
    const order = { holder: 'huang', person: 'huang.mother', ...terms, events: [...log, late] }
    const owed = orderOwed(order as never, log.length)
    expect(owed.map(({ to, kind }) => [to, kind])).toEqual([
      [{ member: 'shi' }, 'order-alarm'],
      ['desk', 'order-alarm'],
      [{ member: 'huang' }, 'order-alarm'],
      [{ member: 'ana' }, 'order-late'],
    ])
    // Somebody else sends others there afterwards: who was told of the first time stays who it was.
    const more: OrderEvent[] = [
      did('ended', 40),
      { id: 'c', at: later(41), by: 'huang', kind: 'complained', reason: '没修好' },
      { id: 'r', at: later(42), by: 'su', kind: 'redone', reason: '再去一次' },
      { id: 'a', at: later(43), by: 'su', kind: 'assigned', to: { kind: 'team', id: 'repair' } },
    ]
    const after = orderOwed({ ...order, events: [...order.events, ...more] } as never, log.length)
    expect(after.slice(0, owed.length)).toEqual(owed)
    expect(after.length).toBeGreaterThan(owed.length)
  })
})

/** As many as are looked at in every run; `LINLI_STORIES` makes it more. */
const runs = Math.max(10_000, Number(process.env.LINLI_STORIES ?? 0))

/** What is wrong with how an order stands; `expect` would cost more than all else. */
function wrongIn(standing: Standing): string[] {
  const { state, owner, dueAt, takers, route, rules, settled } = standing
  const closed = isClosed(state)
  const { board } = guardsOf(standing, 1)
  return [
    ...(closed === (owner === null) ? [] : [`${state} is owned by ${owner}`]),
    ...(closed === (dueAt === null) ? [] : [`${state} is due ${dueAt}`]),
    ...(takers.length <= rules.need && new Set(takers).size === takers.length ? [] : [`taken by ${takers}`]),
    ...(board && (route !== 'volunteers' || rules.locked) ? ['what is for staff is on the list'] : []),
    ...(settled === 'open' && (board || takers.length > 0) && route !== 'crisis' ? ['nobody knows its rules'] : []),
    ...(['accepted', 'scheduled', 'started', 'ended'].includes(state) && takers.length === 0 ? ['nobody serves'] : []),
  ]
}

test(`${runs} random logs: always one owner, never two who have one place, nothing delicate on the list`, () => {
  fc.assert(
    fc.property(tale, (each) => {
      const { events } = live(each, false)
      let standing = standingOf(each.terms, events.slice(0, 1))
      for (const [n, event] of events.entries()) {
        if (n > 0 && standing) standing = step(each.terms, standing, event) ?? standing
        if (!standing) throw new Error('nothing stands')
        const wrong = wrongIn(standing)
        if (wrong.length > 0) throw new Error(wrong.join('; '))
      }
      // The same log folds to the same, also with everything in it twice.
      const twice = standingOf(
        each.terms,
        events.flatMap((event) => [event, event]),
      )
      return JSON.stringify(twice) === JSON.stringify(standing)
    }),
    { numRuns: runs, seed: 20261125 },
  )
}, 600_000)

test(`${runs} random lives with a chase: every due time is kept, or went up exactly once`, () => {
  fc.assert(
    fc.property(tale, (each) => {
      const { dues, closed, standing } = live(each, true)
      const settled = dues.every(({ kept, escalated }, n) => {
        const open = n === dues.length - 1 && !closed
        return Number(kept) + escalated === (open ? 0 : 1)
      })
      return settled && (closed || dues.at(-1)?.due === standing.dueAt)
    }),
    { numRuns: runs, seed: 20261126 },
  )
}, 600_000)

test('within any working week a placed order is looked at by the next working day', () => {
  for (const start of [0, 1, 2, 3, 4, 5, 6]) {
    const standing = stand([placed({ at: monday + start * day, start: 'triage' })])
    expect((standing.dueAt ?? 0) - (monday + start * day)).toBeLessThanOrEqual(3 * day)
  }
})
