import fc from 'fast-check'
import { isClosed, type OrderEvent } from '../../src/domain/order'
import { standingOf, step } from '../../src/domain/order-log'
import type { OrderTerms, Standing } from '../../src/domain/order-standing'

const hour = 3_600_000
const people = ['ana', 'bo', 'chen', 'dai'] as const
const staff = ['shi', 'su'] as const

/** One thing that somebody tries to do to an order, after so many minutes. */
export interface Move {
  after: number
  make: (id: string, at: number, standing: Standing) => OrderEvent
}

const person = fc.constantFrom(...people)
const social = fc.constantFrom(...staff)
const words = fc.constantFrom('来不了', '想换个人', '没修好')
const slotIn = (at: number, hours: number) => ({ startsAt: at + hours * hour, endsAt: at + (hours + 2) * hour })

const rules = fc.record({
  home: fc.boolean(),
  minutes: fc.integer({ min: 10, max: 240 }),
  need: fc.constantFrom(1 as const, 2 as const),
  locked: fc.boolean(),
})

type Making = (id: string, at: number, standing: Standing) => OrderEvent

/** Everything that may happen, as often as it fits or not. */
const making: fc.Arbitrary<Making> = fc.oneof(
  fc.tuple(social, fc.boolean()).map(
    ([by, passed]): Making =>
      (id, at) => ({ id, at, by, kind: 'opened', words: passed }),
  ),
  fc.tuple(social, words).map(
    ([by, reason]): Making =>
      (id, at) => ({ id, at, by, kind: 'passed', reason }),
  ),
  fc
    .tuple(
      social,
      fc.constantFrom<OrderEvent & { kind: 'assigned' }>(
        { id: '', at: 0, by: '', kind: 'assigned', to: { kind: 'people', ids: ['ana', 'bo'] } },
        { id: '', at: 0, by: '', kind: 'assigned', to: { kind: 'team', id: 'repair' } },
        { id: '', at: 0, by: '', kind: 'assigned', to: { kind: 'organisation', id: 'firm' } },
      ),
    )
    .map(
      ([by, given]): Making =>
        (id, at) => ({ ...given, id, at, by }),
    ),
  fc.tuple(social, rules).map(
    ([by, settled]): Making =>
      (id, at) => ({
        id,
        at,
        by,
        kind: 'settled',
        named: { item: 'tap-and-pipe', category: 'home-repair', title: '水龙头水管滴漏' },
        rules: settled,
      }),
  ),
  person.map(
    (by): Making =>
      (id, at) => ({ id, at, by, kind: 'taken' }),
  ),
  person.map(
    (by): Making =>
      (id, at) => ({ id, at, by, kind: 'taken' }),
  ),
  fc.tuple(person, words).map(
    ([by, reason]): Making =>
      (id, at) => ({ id, at, by, kind: 'declined', reason }),
  ),
  fc.tuple(person, words).map(
    ([by, reason]): Making =>
      (id, at) => ({ id, at, by, kind: 'handed-on', reason }),
  ),
  fc.tuple(person, fc.integer({ min: -2, max: 60 })).map(
    ([by, hours]): Making =>
      (id, at) => ({ id, at, by, kind: 'scheduled', slot: slotIn(at, hours), reason: null }),
  ),
  fc.integer({ min: 1, max: 60 }).map(
    (hours): Making =>
      (id, at) => ({ id, at, by: 'huang', kind: 'moved', wants: slotIn(at, hours), reason: null }),
  ),
  fc.integer({ min: 1, max: 2 }).map(
    (count): Making =>
      (id, at) => ({ id, at, by: 'ana', kind: 'sent', names: '王师傅', count }),
  ),
  person.map(
    (by): Making =>
      (id, at) => ({ id, at, by, kind: 'started' }),
  ),
  person.map(
    (by): Making =>
      (id, at) => ({ id, at, by, kind: 'ended' }),
  ),
  person.map(
    (by): Making =>
      (id, at) => ({ id, at, by, kind: 'left', gone: true }),
  ),
  fc.constantFrom('provider' as const, 'resident' as const, 'partner' as const).map(
    (who): Making =>
      (id, at) => ({ id, at, by: who === 'provider' ? 'huang' : 'ana', kind: 'missed', who }),
  ),
  fc.constantFrom<Making>(
    (id, at) => ({ id, at, by: 'huang', kind: 'confirmed', how: 'self' }),
    (id, at) => ({ id, at, by: 'huang', kind: 'complained', reason: '没修好' }),
    (id, at) => ({ id, at, by: 'shi', kind: 'redone', reason: '再去一次' }),
    (id, at) => ({ id, at, by: 'huang', kind: 'rated', score: 4, comment: null, shown: false }),
    (id, at) => ({ id, at, by: 'ana', kind: 'reported', how: 'well', note: null }),
    (id, at) => ({ id, at, by: 'huang', kind: 'cancelled', reason: null }),
    (id, at, { before }) => ({ id, at, by: 'huang', kind: 'restored', undoes: before?.id ?? 'none' }),
    (id, at) => ({ id, at, by: 'shi', kind: 'guided', where: '到窗口办' }),
    (id, at) => ({ id, at, by: 'ana', kind: 'looked', what: 'room' }),
    (id, at) => ({ id, at, by: 'huang', kind: 'corrected', what: ['room'], reason: null }),
    (id, at, { dueAt }) => ({ id, at, by: 'nobody', kind: 'overdue', due: (dueAt ?? 0) + 1 }),
  ),
)

const move: fc.Arbitrary<Move> = fc.record({
  after: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 5000 })),
  make: making,
})

export interface Tale {
  terms: OrderTerms
  placed: OrderEvent
  moves: Move[]
}

/** An order and what is tried with it. */
export const tale: fc.Arbitrary<Tale> = fc.record({
  terms: fc.record({
    home: fc.boolean(),
    minutes: fc.integer({ min: 10, max: 240 }),
    need: fc.constantFrom(1 as const, 2 as const),
    locked: fc.boolean(),
    kept: fc.boolean(),
  }),
  placed: fc
    .tuple(
      fc.constantFrom('volunteers' as const, 'volunteers' as const, 'staff' as const, 'crisis' as const),
      fc.constantFrom('triage' as const, 'open' as const),
      fc.option(fc.integer({ min: 1, max: 100 })),
      fc.option(rules),
    )
    .map(
      ([route, start, hours, open]): OrderEvent => ({
        id: 'placed',
        at: 0,
        by: 'huang',
        kind: 'placed',
        route,
        start,
        wants: hours === null ? null : slotIn(0, hours),
        ...(open && { rules: open }),
      }),
    ),
  moves: fc.array(move, { minLength: 1, maxLength: 40 }),
})

/** A tale lived through with a chase after every quarter of an hour: the log, and each time that was ever due. */
export function live({ terms, placed, moves }: Tale, chased: boolean) {
  const events = [placed]
  const first = standingOf(terms, events)
  if (!first) throw new Error('no beginning')
  let standing: Standing = first
  let now = 0
  const dues: { due: number; kept: boolean; escalated: number }[] = []
  const note = () => {
    const last = dues.at(-1)
    if (standing.dueAt === null) return
    // What was cancelled and taken back is due again at the same time.
    if (last?.due === standing.dueAt) last.kept = false
    else dues.push({ due: standing.dueAt, kept: false, escalated: 0 })
  }
  const add = (event: OrderEvent): boolean => {
    const after = step(terms, standing, event)
    if (!after) return false
    const was = dues.at(-1)
    if (was && after.dueAt !== was.due) {
      if (event.kind === 'overdue') was.escalated += 1
      else was.kept = true
    }
    events.push(event)
    standing = after
    note()
    return true
  }
  note()
  for (const [n, { after, make }] of moves.entries()) {
    const until = now + after * 60_000
    for (let due = chased ? standing.dueAt : null; due !== null && due <= until; due = standing.dueAt) {
      // The chase comes a little late, and sometimes twice.
      now = Math.max(now, due)
      const event: OrderEvent = { id: `due.${due}`, at: now, by: 'nobody', kind: 'overdue', due }
      if (!add(event)) throw new Error('a due time that cannot be missed')
      add({ ...event, id: `due.${due}.again` })
    }
    now = until
    add(make(`move-${n}`, now, standing))
  }
  return { events, standing, dues, closed: isClosed(standing.state) }
}
