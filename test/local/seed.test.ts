import { stockItem } from '../../cloudfunctions/catalogue/catalogue'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { isMinor } from '../../src/domain/age'
import { day, startOfDay } from '../../src/domain/day'
import { ownPeople } from '../../src/domain/member'
import { bookingsOf, roomOf, seatingOf } from '../../src/domain/booking'
import { isOverdue, lendingOf, openStates } from '../../src/domain/loan'
import { standingOf } from '../../src/domain/order-log'
import { seats } from '../../src/domain/seats'
import { goesFirst } from '../../src/domain/sign-up'
import { activityContent, demoPeople } from '../../local/seed/content'
import { seedAt } from '../../local/seed/seed'

const morning = new Date('2026-11-23T08:00:00+08:00').getTime()
const moments = [0, 6, 12, 15].map((hours) => morning + hours * 3_600_000)

describe.each(moments)('the demo centre at %i', (now) => {
  const seed = seedAt(now)
  const people = new Map(
    seed.members.flatMap((member) => [
      [member._id, { band: member.band, member }] as const,
      ...member.family.map((person) => [person.id, { band: person.band, member }] as const),
    ]),
  )

  test.each(seed.rosters)(
    '$title: the log folds to the stated seats, and the guard fields follow from it',
    (roster) => {
      const content = activityContent.find(({ id }) => id === roster._id)
      const seating = seats(roster, now)
      const seated = seating.parties.filter(({ state }) => state === 'seated').flatMap((party) => party.people)
      const listed = seating.parties.flatMap((party) => party.people)
      expect([seated.length, seating.waiting]).toEqual([content?.seated, content?.waiting])
      expect(seating.untold).toBe(false)
      expect([...roster.people].sort()).toEqual([...listed].sort())
      expect(roster.room).toBe(roster.capacity + roster.waitCapacity - listed.length)
      expect(roster.room).toBeGreaterThanOrEqual(0)
      expect([roster.capacity, roster.rules.capacity]).toEqual([seating.capacity, content?.capacity])
    },
  )

  test('the log could have been: in order of time, within the opening hours, by people who fit and may', () => {
    for (const roster of seed.rosters) {
      const times = roster.events.filter(({ kind }) => kind !== 'check-in').map(({ at }) => at)
      const comings = roster.events.filter(({ kind }) => kind === 'check-in').map(({ at }) => at)
      expect(comings.every((at) => at >= roster.startsAt && at <= roster.endsAt)).toBe(true)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(times.every((at) => at >= roster.opensAt && at <= Math.min(now, roster.closesAt))).toBe(true)
      expect(new Set(roster.events.map(({ id }) => id)).size).toBe(roster.events.length)
      for (const event of roster.events) {
        if (event.kind !== 'join') continue
        const signers = event.people.map((id) => ({ id, band: people.get(id)?.band ?? '0-3' }))
        const member = seed.members.find(({ _id }) => _id === event.member)
        expect(signers.every(({ band }) => roster.bands.includes(band))).toBe(true)
        expect(member && event.people.every((id) => ownPeople(member).includes(id))).toBe(true)
        expect(event.first).toBe(goesFirst(roster.rules.priority, signers, member?.building ?? null, event.member))
      }
    }
  })

  test('each member’s calendar says exactly what the rosters say, and nobody is at two things at once', () => {
    const promised = seed.members.flatMap(({ calendar }) => calendar.map(({ roster, people }) => `${roster} ${people}`))
    const booked = seed.slotDays.flatMap((found) =>
      bookingsOf(found, now).map(({ person }) => `${found._id} ${person}`),
    )
    const holds = seed.orders.flatMap((order) =>
      (standingOf(order, order.events)?.holds ?? []).map((hold) => ({ _id: order._id, ...hold })),
    )
    const listed = [
      ...[...seed.rosters, ...seed.shifts].flatMap((roster) =>
        roster.people.map((person) => `${roster._id} ${person}`),
      ),
      ...booked,
      ...holds.map(({ _id, member }) => `${_id} ${member}`),
    ]
    expect(promised.sort()).toEqual(listed.sort())
    for (const { calendar } of seed.members)
      for (const one of calendar) {
        const others = calendar.filter((other) => other !== one && other.people[0] === one.people[0])
        expect(others.some((other) => other.startsAt < one.endsAt && other.endsAt > one.startsAt)).toBe(false)
        const held = holds.find(({ _id, member }) => _id === one.roster && member === one.people[0])
        if (one.of === 'order') expect([one.startsAt, one.endsAt]).toEqual([held?.slot.startsAt, held?.slot.endsAt])
        if (one.of === 'order') continue
        const roster = [...seed.rosters, ...seed.shifts, ...seed.slotDays].find(({ _id }) => _id === one.roster)
        expect(roster?.events.some(({ id }) => id === one.party)).toBe(true)
        if (roster && 'startsAt' in roster)
          expect([one.title, one.startsAt, one.endsAt]).toEqual([roster.title, roster.startsAt, roster.endsAt])
      }
  })

  test('what is lent: the guards follow from the log, and of it all one is late', () => {
    const all = seed.things.map((thing) => ({ thing, ...lendingOf(thing, now) }))
    for (const { thing, loans, untold } of all) {
      const standing = loans.filter(({ state }) => openStates.includes(state))
      expect([...thing.people].sort()).toEqual(standing.map(({ person }) => person).sort())
      expect(new Set(thing.people).size).toBe(thing.people.length)
      expect([thing.left, untold]).toEqual([thing.stock - thing.mending + thing.waitCapacity - standing.length, false])
      expect(thing.events.every(({ at }) => at <= now)).toBe(true)
    }
    expect(all.flatMap(({ loans }) => loans.filter((loan) => isOverdue(loan, now)))).toHaveLength(1)
  })

  test('what is booked: the guards follow from the log, nobody is in a slot twice', () => {
    expect(seed.slotDays.length).toBeGreaterThan(4)
    for (const found of seed.slotDays) {
      expect(new Set(found.takers).size).toBe(found.takers.length)
      for (const slot of found.grid)
        expect(found.room[roomOf(slot)]).toBe(
          found.capacity + found.waitCapacity - seatingOf(found, slot, now).parties.length,
        )
    }
  })

  test('nobody is of two households, and nobody lives with themselves alone', () => {
    const living = seed.households.flatMap(({ members }) => members)
    expect(new Set(living).size).toBe(living.length)
    expect(living.every((id) => people.has(id))).toBe(true)
    expect(seed.households.every(({ members }) => members.length > 1)).toBe(true)
    expect(seed.households.length).toBeGreaterThan(5)
    expect(new Set(seed.households.map(({ code }) => code.mac)).size).toBe(seed.households.length)
  })

  test('an activity and its roster are one: same id, centre, title and time', () => {
    expect(seed.rosters.map(({ _id }) => _id)).toEqual(seed.activities.map(({ _id }) => _id))
    for (const [n, { centre, title, startsAt, endsAt, bands }] of seed.activities.entries())
      expect(seed.rosters[n]).toMatchObject({ centre, title, startsAt, endsAt, bands })
  })

  test('there is something to sign up for today’s visitor in every state: open, full, waiting list full, not yet open', () => {
    const open = seed.rosters.filter(({ opensAt, closesAt }) => opensAt <= now && closesAt > now)
    const free = (roster: (typeof open)[number]) => seats(roster, now).free
    expect(open.filter((roster) => free(roster) > 0).length).toBeGreaterThan(10)
    expect(open.some((roster) => free(roster) === 0 && roster.room > 0)).toBe(true)
    expect(open.some(({ room }) => room === 0)).toBe(true)
    expect(seed.rosters.some(({ opensAt }) => opensAt > now)).toBe(true)
    expect(open.some(({ rules }) => rules.priority !== null && rules.priority.until > now)).toBe(true)
    expect(seed.activities.some((activity) => activity.private)).toBe(true)
  })
})

test('the same moment gives the same centre; another day moves every date with it', () => {
  expect(seedAt(morning)).toEqual(seedAt(morning))
  const [first] = seedAt(morning).activities
  const [later] = seedAt(morning + 3 * day).activities
  expect((later?.startsAt ?? 0) - (first?.startsAt ?? 0)).toBe(3 * day)
  expect(startOfDay(morning)).toBe(new Date('2026-11-23T00:00:00+08:00').getTime())
})

test('everyone whom one can act as is a member by that name and in those roles, but for the one who has not joined', () => {
  const { members } = seedAt(morning)
  const strangers = demoPeople.filter(({ id, name, roles }) => {
    const member = members.find(({ _id }) => _id === memberId('lilan', `web:${id}`))
    if (!member) return true
    expect([name, roles]).toEqual([member.name, member.roles])
    return false
  })
  expect(strangers.map(({ id }) => id)).toEqual(['newcomer'])
})

test('children have no account of their own: a guardian holds each of them', () => {
  const { members } = seedAt(morning)
  expect(members.filter(({ band }) => ['0-3', '4-6', '7-12', '13-17'].includes(band))).toEqual([])
  expect(members.flatMap(({ family }) => family).length).toBeGreaterThan(15)
})

test('what was ordered suits whom it is for, and a child’s guardian agreed to what asks for it', () => {
  const { members, orders } = seedAt(morning)
  const bands = new Map(
    members.flatMap(({ _id, band, family }) => [{ id: _id, band }, ...family].map((each) => [each.id, each.band])),
  )
  for (const { _id, item, person, band, agreed, building } of orders) {
    const known = stockItem(item ?? '')
    expect([_id, bands.get(person)]).toEqual([_id, band])
    expect([_id, known?.bands]).toEqual([_id, expect.arrayContaining([band])])
    expect([_id, agreed !== undefined]).toEqual([_id, known?.guardianConsent === true && isMinor(band)])
    expect([_id, building]).not.toEqual([_id, null])
  }
})
