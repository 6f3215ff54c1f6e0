import { isClosed, type OfferedTo, type OrderEvent, type OrderOwner } from '../../src/domain/order'
import { type Deed, deedsOf, type Doer, type Facts, type Part, partsOf } from '../../src/domain/order-deed'
import { whyNotGive } from '../../src/domain/order-give'
import { guardsOf } from '../../src/domain/order-guards'
import { standingOf, step } from '../../src/domain/order-log'
import type { OrderTerms, Standing } from '../../src/domain/order-standing'

const hour = 3_600_000
const day = 24 * hour
const walks = Number(process.env.LINLI_STORIES ?? 600)

const doer = (_id: string, roles: Doer['roles'], more: Partial<Doer> = {}): Doer => ({
  _id,
  band: '35-59',
  roles,
  team: null,
  organisation: null,
  cleared: ['home-visits', 'minors'],
  family: [],
  ...more,
})
const people: Doer[] = [
  doer('mei', ['resident']),
  doer('ana', ['volunteer'], { team: 't' }),
  doer('bo', ['volunteer'], { team: 't' }),
  doer('cap', ['volunteer-captain'], { team: 't' }),
  doer('shop', ['enterprise'], { organisation: 'f' }),
  doer('shi', ['social-worker']),
  doer('su', ['social-worker']),
  doer('head', ['committee-member']),
]
const offers: OfferedTo[] = [
  { kind: 'people', ids: ['ana', 'bo'] },
  { kind: 'people', ids: ['ana'] },
  { kind: 'people', ids: ['shi', 'su'] },
  { kind: 'people', ids: ['shi'] },
  { kind: 'team', id: 't' },
  { kind: 'organisation', id: 'f' },
]

/** Mulberry32, so that a run can be told again. */
let state = 7
function random(): number {
  state = (state + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item

/** What leads nowhere by itself, or ends the walk too soon. */
const aside: readonly Deed[] = ['report', 'address', 'phone', 'correct', 'photo', 'judgePhoto', 'restore']
const early: readonly Deed[] = ['cancel', 'rate', 'guide', 'confirm']
const parts: Record<OrderOwner, readonly Part[]> = {
  resident: ['holder'],
  provider: ['taker', 'asked'],
  desk: ['desk'],
  committee: ['above'],
}

type Made = OrderEvent extends infer Event
  ? Event extends OrderEvent
    ? Omit<Event, 'id' | 'at' | 'by'>
    : never
  : never

function made(deed: Deed, at: number): Made | null {
  const startsAt = Math.max(Math.floor(at / day) * day + (random() < 0.3 ? 0 : day) + 3 * hour, at - hour)
  const slot = { startsAt, endsAt: startsAt + 2 * hour }
  const rules = { home: random() < 0.7, minutes: 60, need: pick([1, 2] as const), locked: random() < 0.2 }
  const events: Partial<Record<Deed, Made>> = {
    take: { kind: 'taken' },
    decline: { kind: 'declined', reason: '来不了' },
    handOn: { kind: 'handed-on', reason: '来不了' },
    schedule: { kind: 'scheduled', slot, reason: null },
    send: { kind: 'sent', names: '王师傅、李师傅', count: 2 },
    move: { kind: 'moved', wants: slot, reason: null },
    start: { kind: 'started' },
    end: { kind: 'ended' },
    missedByProvider: { kind: 'missed', who: 'provider' },
    missedByResident: { kind: 'missed', who: 'resident' },
    missedByPartner: { kind: 'missed', who: 'partner' },
    confirm: { kind: 'confirmed', how: 'staff' },
    complain: { kind: 'complained', reason: '还是漏' },
    pass: { kind: 'passed', reason: '看过了' },
    putUp: { kind: 'opened', words: random() < 0.5 },
    redo: { kind: 'redone', reason: '再去一次' },
    settle: { kind: 'settled', named: { item: null, category: null, title: '修水管' }, rules },
    assign: { kind: 'assigned', to: pick(offers) },
  }
  return events[deed] ?? null
}

/** Whether somebody whose turn it is can do something that leads on, now or at any time until it is due. */
function canGoOn(order: Facts, standing: Standing, now: number): boolean {
  const { owner, slot, dueAt } = standing
  if (owner === null) return true
  const moments = [now, Math.max(now, slot?.startsAt ?? now), Math.max(now, (dueAt ?? now) - 1)]
  return people
    .filter((each) => partsOf(each, order, standing).some((part) => parts[owner].includes(part)))
    .some((each) => moments.some((at) => deedsOf(each, order, standing, at).some((deed) => !aside.includes(deed))))
}

function begun(): { terms: OrderTerms; standing: Standing } {
  const rules = { home: random() < 0.7, minutes: 60, need: pick([1, 2] as const), locked: random() < 0.2 }
  const terms = { ...rules, kept: random() < 0.5 }
  const placed: OrderEvent = {
    id: 'p',
    at: 0,
    by: 'mei',
    kind: 'placed',
    route: rules.locked ? pick(['staff', 'crisis']) : pick(['volunteers', 'volunteers', 'staff', 'crisis']),
    start: pick(['triage', 'open']),
    wants: random() < 0.4 ? { startsAt: 27 * hour, endsAt: 29 * hour } : null,
    ...(random() < 0.3 && { rules: { ...rules, locked: false } }),
  }
  const standing = standingOf(terms, [placed])
  if (!standing) throw new Error('nothing stands')
  return { terms, standing }
}

/** One order on its way, by what people may do and by time; every standing that it comes to is looked at. */
function walk(look: (order: Facts, standing: Standing, now: number) => void): void {
  const { terms, standing: first } = begun()
  let [standing, now] = [first, 0]
  for (let n = 0; n < 30 && !isClosed(standing.state); n += 1) {
    const guards = guardsOf(standing, n + 1)
    const order: Facts = { _id: 'o', holder: 'mei', person: 'mei', band: '60-79', ...terms, ...guards }
    look(order, standing, now)
    const may = people.flatMap((each) =>
      deedsOf(each, order, standing, now).flatMap((deed) =>
        aside.includes(deed) || early.includes(deed) ? [] : [[each._id, deed] as const],
      ),
    )
    if (may.length === 0 || random() < 0.3) {
      const due = standing.dueAt ?? now
      now = Math.max(now, due)
      standing = step(terms, standing, { id: `due.${n}`, at: now, by: 'nobody', kind: 'overdue', due }) ?? standing
      continue
    }
    const [by, deed] = pick(may)
    const event = made(deed, now)
    if (!event || (event.kind === 'assigned' && whyNotGive(order, standing, event.to, chosen(event.to)))) continue
    const after = step(terms, standing, { id: `e.${n}`, at: now, by, ...event } as OrderEvent)
    if (!after) throw new Error(`${deed} is allowed and fits no ${standing.state}`)
    standing = after
    now = deed === 'schedule' ? (after.slot?.startsAt ?? now) : now + Math.floor(random() * 3 * hour)
  }
}

const chosen = (to: OfferedTo) => (to.kind === 'people' ? people.filter(({ _id }) => to.ids.includes(_id)) : [])

test(`${walks} walks through what people may do: whoever owns an order can lead it on, and what is allowed fits`, () => {
  const dead = new Set<string>()
  const owned = new Set<string>()
  for (let n = 0; n < walks; n += 1)
    walk((order, standing, now) => {
      const { owner, state: at, route } = standing
      owned.add(`${owner} ${at}`)
      if (!canGoOn(order, standing, now)) dead.add(`${owner} owns it ${at}, ${route}, no phone: ${order.kept}`)
    })
  expect([...dead]).toEqual([])
  // Every state is come to, also with the committee.
  for (const each of [
    'committee ended',
    'committee complained',
    'committee triage',
    'committee started',
    'resident ended',
  ])
    expect([...owned]).toContain(each)
}, 600_000)
