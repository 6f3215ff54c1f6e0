import type { Order, OrderEvent, OrderRoute } from '../../src/domain/order'
import { contactAt } from '../../src/domain/order-contact'
import { type Candidate, contactFor } from '../../src/domain/order-candidate'
import type { Role } from '../../src/domain/role'
import { type Doer, type Facts, whyNotDo } from '../../src/domain/order-deed'
import { whyNotSlot } from '../../src/domain/order-give'
import { standingOf } from '../../src/domain/order-log'
import type { OrderTerms } from '../../src/domain/order-standing'
import { orderOwed } from '../../src/domain/order-notice'

/** Who has its places: nobody loses theirs without being told, two go in together, and somebody waits for them. */
const hour = 3_600_000
const monday = Date.parse('2026-11-23T09:00+08:00')
const at = (hours: number) => monday + hours * hour
const pair: OrderTerms = { home: true, minutes: 60, need: 2, locked: false, kept: false }
const single: OrderTerms = { ...pair, need: 1 }
const slot = { startsAt: at(30), endsAt: at(32) }
let count = 0
const made = <Event extends object>(by: string, hours: number, event: Event) =>
  ({ id: `e-${(count += 1)}`, at: at(hours), by, ...event }) as unknown as OrderEvent
const placed = (route: OrderRoute = 'volunteers', wants: Order['wants'] = null, by = 'huang') =>
  made(by, 0, { kind: 'placed', route, start: 'open', wants })
const took = (by: string, hours = 2) => made(by, hours, { kind: 'taken' })
const ask = (...ids: string[]) => made('shi', 1, { kind: 'assigned', to: { kind: 'people', ids } })
const no = (by: string) => made(by, 3, { kind: 'declined', reason: '没空' })
const agreed = made('ana', 4, { kind: 'scheduled', slot, reason: null })
const comes = (by: string, hours = 30, contact?: string) =>
  made(by, hours, { kind: 'started', ...(contact && { contact }) })
const alone = (by: string, hours = 31) => made(by, hours, { kind: 'missed', who: 'partner' })

const stand = (events: OrderEvent[], terms = pair) => {
  const standing = standingOf(terms, events)
  if (!standing) throw new Error('nothing stands')
  return standing
}
const told = (events: OrderEvent[], terms = pair) =>
  orderOwed({ holder: 'huang', person: 'huang', ...terms, events } as unknown as Order, events.length - 1).map(
    ({ to, kind }) => [typeof to === 'string' ? to : 'member' in to ? to.member : to.asked, kind],
  )

describe('who said yes', () => {
  const both = [placed(), ask('ana', 'bo'), took('ana')]

  test('loses the place when the other one says no and nobody else was asked, and hears of it', () => {
    const log = [...both, no('bo')]
    expect(stand(log)).toMatchObject({ state: 'triage', owner: 'desk', takers: [] })
    expect(told(log)).toEqual([
      ['desk', 'order-again'],
      ['huang', 'order-again'],
      ['ana', 'order-cancelled'],
    ])
  })

  test('keeps it where one of three says no: only that one is asked no more', () => {
    const log = [placed(), ask('ana', 'bo', 'chen'), took('ana'), no('bo')]
    expect(stand(log)).toMatchObject({
      state: 'offered',
      takers: ['ana'],
      to: { kind: 'people', ids: ['ana', 'chen'] },
    })
    expect(told(log)).toEqual([['desk', 'order-again']])
    expect(stand([...log, took('chen', 4)])).toMatchObject({ state: 'accepted', takers: ['ana', 'chen'] })
  })

  test('keeps it where staff ask somebody else to go along', () => {
    const log = [...both, ask('ana', 'dai')]
    expect(stand(log)).toMatchObject({ state: 'offered', takers: ['ana'] })
    expect(told(log)).toEqual([['member:dai', 'order-asked']])
  })

  test('loses it where staff ask others, or put it up for all, and hears of it', () => {
    for (const last of [ask('chen', 'dai'), made('shi', 3, { kind: 'opened', words: false })]) {
      expect(stand([...both, last]).takers).toEqual([])
      expect(told([...both, last])).toEqual(
        expect.arrayContaining([
          ['ana', 'order-cancelled'],
          ['huang', 'order-again'],
        ]),
      )
    }
  })

  test('of a team no one but its captain says no', () => {
    const log = [placed(), made('shi', 1, { kind: 'assigned', to: { kind: 'team', id: 'repair' } }), took('ana')]
    const of = { ...pair, _id: 'o', holder: 'huang', person: 'huang', band: '60-79', home: false } as Facts
    const one = { _id: 'bo', band: '35-59', team: 'repair', organisation: null, cleared: [], family: [] }
    const as = (roles: Doer['roles']) =>
      whyNotDo('decline', { ...one, roles } as unknown as Doer, of, stand(log), at(3))
    expect(as(['volunteer'])).toEqual({ reason: 'order-not-yours' })
    expect(as(['volunteer-captain'])).toBeUndefined()
  })

  test('whoever was asked and has not answered hears that it is off, or at another time', () => {
    const asked = [placed(), ask('ana', 'bo')]
    expect(told([...asked, made('huang', 3, { kind: 'cancelled', reason: null })])).toEqual([
      ['member:ana', 'order-cancelled'],
      ['member:bo', 'order-cancelled'],
    ])
    expect(told([...asked, made('huang', 3, { kind: 'moved', wants: slot, reason: null })])).toEqual([
      ['member:ana', 'order-moved'],
      ['member:bo', 'order-moved'],
    ])
  })
})

describe('two go in together', () => {
  const agreedByTwo = [placed(), took('ana'), took('bo'), agreed]

  test('it begins when both are at the door', () => {
    expect(stand([...agreedByTwo, comes('ana')])).toMatchObject({ state: 'scheduled', here: ['ana'], startedAt: null })
    expect(stand([...agreedByTwo, comes('ana'), comes('ana')])).toMatchObject({ state: 'scheduled', here: ['ana'] })
    expect(stand([...agreedByTwo, comes('ana'), comes('bo', 30.2)])).toMatchObject({
      state: 'started',
      startedAt: at(30.2),
    })
    expect(stand([...agreedByTwo, comes('chen')])).toMatchObject({ here: [] })
  })

  test('who is there alone keeps the place, and another one is looked for; who stayed away is told, and the desk', () => {
    const log = [...agreedByTwo, comes('ana'), alone('ana')]
    expect(stand(log)).toMatchObject({ state: 'open', takers: ['ana'], slot: null, here: [] })
    expect(told(log)).toEqual([
      ['huang', 'order-again'],
      ['bo', 'order-cancelled'],
      ['desk', 'order-again'],
    ])
    // Who is not there says nothing of the other.
    expect(stand([...agreedByTwo, comes('ana'), alone('bo')])).toMatchObject({
      state: 'scheduled',
      takers: ['ana', 'bo'],
    })
  })

  test('who hands it on leaves the time that was agreed: whoever comes next comes then', () => {
    const first = { startsAt: at(20), endsAt: at(22) }
    const log = [placed('volunteers', first), took('ana'), took('bo'), agreed]
    const log2 = [...log, made('bo', 5, { kind: 'handed-on', reason: '病了' })]
    expect(stand(log2)).toMatchObject({ state: 'open', takers: ['ana'], wants: slot })
    expect(stand([...log2, took('chen', 6)])).toMatchObject({ state: 'scheduled', slot })
  })

  test('two whom an organisation sends are said by name before they go in; one alone where one is enough is not asked', () => {
    const firm = made('shi', 1, { kind: 'assigned', to: { kind: 'organisation', id: 'firm' } })
    const log = [placed(), firm, took('shop'), { ...agreed, by: 'shop' }]
    const says = (count: number) => made('shop', 4, { kind: 'sent', names: '王师傅', count })
    expect(stand([...log, comes('shop')]).state).toBe('scheduled')
    expect(stand([...log, says(1), comes('shop')]).state).toBe('scheduled')
    expect(stand([...log, says(2), comes('shop')]).state).toBe('started')
    // Given to another one they are others.
    const again = [...log, says(2), made('shi', 5, { kind: 'assigned', to: { kind: 'organisation', id: 'other' } })]
    expect(stand([...again, took('runs', 6), { ...agreed, id: 'again', by: 'runs' }]).sent).toBe(0)
    expect(told([...log, says(2)])).toEqual([['huang', 'order-sent']])
    // Who goes by name need not be said once more.
    expect(stand([placed(), took('ana'), took('bo'), agreed, says(2)]).sent).toBe(0)
    expect(stand([placed(), firm, took('shop'), agreed, comes('shop')], single).state).toBe('started')
    expect(stand([placed(), took('ana'), agreed, comes('ana')], single).state).toBe('started')
  })
})

describe('somebody waits for those who go in', () => {
  const order = { _id: 'order-1', events: [placed(), took('ana'), agreed] }
  const person = (_id: string, roles: Role[]): Candidate => ({ _id, roles })
  const all = [person('shi', ['social-worker']), person('su', ['social-worker']), person('head', ['committee-member'])]

  test('whoever of the staff sent them, else a social worker, else of the committee; never who goes', () => {
    const by = (name: string) => ({
      ...order,
      events: [placed(), made(name, 1, { kind: 'opened', words: true }), took('ana')],
    })
    expect(contactFor(by('su'), ['ana'], all)).toBe('su')
    expect(contactFor(by('head'), ['ana'], all)).toBe('head')
    // A captain who gave it to their people cannot open it any more: somebody is named who can.
    for (const asked of [order, by('cap')]) expect(['shi', 'su']).toContain(contactFor(asked, ['ana'], all))
    expect(contactFor(by('su'), ['su'], all)).toBe('shi')
    expect(contactFor(order, ['shi', 'su'], all)).toBe('head')
    expect(contactFor(order, ['ana'], [])).toBeNull()
  })

  test('and is told when they do not come back; then others every half hour, and the top every two', () => {
    const log = [placed(), took('ana'), agreed, comes('ana', 30, 'shi')]
    expect(contactAt(log)).toBe('shi')
    const waits: number[] = []
    const owners: unknown[] = []
    for (let n = 0; n < 4; n += 1) {
      const { dueAt, at: since, owner } = stand(log, single)
      waits.push(((dueAt ?? 0) - since) / hour)
      owners.push(owner)
      log.push({ id: `due.${dueAt}`, at: dueAt ?? 0, by: 'nobody', kind: 'overdue', due: dueAt ?? 0 })
      if (n === 0)
        expect(told(log, single)).toEqual(
          expect.arrayContaining([
            ['shi', 'order-alarm'],
            ['desk', 'order-alarm'],
          ]),
        )
    }
    expect(owners).toEqual(['provider', 'desk', 'committee', 'committee'])
    expect(waits).toEqual([1.5, 0.5, 2, 2])
  })
})

describe('a crisis', () => {
  const facts = { ...single, _id: 'o', holder: 'huang', person: 'huang', band: '60-79', home: false } as Facts
  const doer = (_id: string, roles: Doer['roles']) =>
    ({ _id, band: '35-59', team: null, organisation: null, cleared: [], family: [], roles }) as unknown as Doer

  test('is due within half an hour wherever it stands, and silence never closes it', () => {
    const log = [placed('crisis')]
    const half = () => ((stand(log, single).dueAt ?? 0) - stand(log, single).at) / hour
    expect(half()).toBe(0.5)
    for (const next of [ask('shi'), took('shi')]) {
      log.push(next)
      expect(half()).toBe(0.5)
    }
    log.push(agreed, { ...comes('shi'), by: 'shi' }, { ...made('shi', 31, { kind: 'ended' }) })
    expect(stand(log, single)).toMatchObject({ state: 'ended', owner: 'desk' })
    const due = stand(log, single).dueAt ?? 0
    log.push({ id: `due.${due}`, at: due, by: 'nobody', kind: 'overdue', due })
    expect(stand(log, single)).toMatchObject({ state: 'ended', owner: 'committee' })
  })

  test('is accepted by who takes it on themselves, and asking somebody puts nothing off', () => {
    const asked = [placed('crisis'), { ...ask('su'), at: at(0.1) }]
    expect(stand(asked, single)).toMatchObject({ state: 'offered', dueAt: at(0.5) })
    const own = [placed('crisis'), { ...ask('shi'), at: at(0.1) }]
    expect(stand(own, single)).toMatchObject({ state: 'accepted', takers: ['shi'], owner: 'provider', dueAt: at(0.5) })
    expect(told(own, single)).toEqual([['huang', 'order-taken']])
    // Once a time is agreed it is due then.
    expect(stand([...own, { ...agreed, at: at(0.3) }], single).dueAt).toBe(slot.startsAt + hour / 2)
    // Of two who must go the other one is asked.
    expect(stand([placed(), ask('shi', 'su')])).toMatchObject({ state: 'offered', takers: ['shi'] })
  })

  test('is closed by staff, whoever holds the phone', () => {
    const standing = stand([placed('crisis')], single)
    expect(whyNotDo('cancel', doer('huang', ['resident']), facts, standing, at(1))).toEqual({
      reason: 'order-crisis-stays',
    })
    expect(whyNotDo('cancel', doer('shi', ['social-worker']), facts, standing, at(1))).toBeUndefined()
  })

  test('and what is for the social workers only does not go without their hearing of it', () => {
    const log = [placed('staff'), made('huang', 1, { kind: 'cancelled', reason: null })]
    expect(told(log, single)).toEqual([['desk', 'order-cancelled']])
  })
})

describe('when', () => {
  test('what is wished soon is due before it', () => {
    const due = (hours: number) => {
      const wants = { startsAt: at(hours), endsAt: at(hours + 2) }
      return ((stand([placed('volunteers', wants)]).dueAt ?? 0) - monday) / hour
    }
    expect([due(1), due(3), due(5), due(200)]).toEqual([0.5, 1, 3, 24])
  })

  test('another time that is wished sooner is due sooner, and a later one no later', () => {
    const moved = (hours: number) =>
      made('huang', 1, { kind: 'moved', wants: { startsAt: at(hours), endsAt: at(hours + 2) }, reason: null })
    const due = (hours: number) => ((stand([placed(), moved(hours)]).dueAt ?? 0) - monday) / hour
    expect([due(6), due(90)]).toEqual([4, 24])
  })

  test('a visit is of a quarter of an hour at least, and within ninety days', () => {
    const why = (from: number, hours: number) =>
      whyNotSlot({ startsAt: at(from), endsAt: at(from + hours) }, true, monday)
    expect(why(24, 0.2)).toEqual({ reason: 'order-slot', why: 'too-short' })
    expect(why(24 * 91, 1)).toEqual({ reason: 'order-slot', why: 'too-far' })
    expect(why(24 * 89, 1)).toBeUndefined()
  })

  test('nobody failed to come before there is no time left for it', () => {
    const facts = { ...single, _id: 'o', holder: 'huang', person: 'huang', band: '60-79', home: false } as Facts
    const holder = { _id: 'huang', roles: ['resident'], family: [] } as unknown as Doer
    const why = (hours: number) =>
      whyNotDo('missedByProvider', holder, facts, stand([placed(), took('ana'), agreed], single), at(hours))
    expect(why(30.01)).toEqual({ reason: 'order-too-early', startsAt: at(31) })
    expect(why(31)).toBeUndefined()
  })

  test('of what others place in somebody’s name they hear', () => {
    expect(told([placed('volunteers', null, 'shi')])).toEqual([['huang', 'order-for-you']])
    expect(told([placed('volunteers', null, 'shi')], { ...pair, kept: true })).toEqual([])
  })
})
