import { collections } from '../../cloudfunctions/runtime/collections'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { ageBands } from '../../src/domain/age'
import type { Member } from '../../src/domain/member'
import type { Roster } from '../../src/domain/roster'
import type { Doc } from '../../local/document/value'
import { openStore, type Store } from '../../local/store/store'

const hour = 3_600_000
const seatsEach = 60
const count = 20

export const people = {
  uid: (n: number) => `p-${n}`,
  id: (n: number) => memberId('halls', `web:p-${n}`),
}

async function within<Value>(data: string, ask: (store: Store) => Promise<Value>): Promise<Value> {
  const store = await openStore({ path: `${data}/database`, collections })
  return ask(store).finally(() => store.close())
}

/** What is kept on the disk, read past any server. */
export const rostersOf = (data: string) => within(data, async (store) => store.all('rosters') as unknown as Roster[])
export const membersOf = (data: string) => within(data, async (store) => store.all('members') as unknown as Member[])

/** A centre with twenty halls, each with sixty seats and sixty places to wait, and people who may come. */
export const halls = {
  centre: 'halls',
  of: (n: number) => `hall-${n % count}`,
  build: (data: string, crowd: number) =>
    within(data, async (store) => {
      const put = (name: string, documents: object[]) =>
        store.insert(name, JSON.parse(JSON.stringify(documents)) as Doc[])
      const ids = Array.from({ length: count }, (_, n) => `hall-${n}`)
      await put('centres', [{ _id: 'halls', name: '二十间', shortName: '二十间', buildings: [], doors: [] }])
      await put('activities', ids.map(activity))
      await put('rosters', ids.map(roster))
      await put(
        'members',
        Array.from({ length: crowd }, (_, n) => member(n)),
      )
    }),
}

const times = { startsAt: Date.now() + 48 * hour, endsAt: Date.now() + 50 * hour, bands: [...ageBands] }

const activity = (_id: string) => ({
  ...times,
  _id,
  centre: 'halls',
  title: _id,
  description: '',
  category: 'hall',
  item: null,
  organiser: { id: 'halls', name: '二十间' },
  team: null,
  createdBy: null,
  place: { id: _id, name: _id, note: '' },
  bring: null,
  private: false,
  state: 'open',
})

const roster = (_id: string): Roster => ({
  ...times,
  _id,
  centre: 'halls',
  title: _id,
  state: 'open',
  opensAt: Date.now() - hour,
  closesAt: times.startsAt,
  capacity: seatsEach,
  waitCapacity: seatsEach,
  room: 2 * seatsEach,
  people: [],
  rules: {
    capacity: seatsEach,
    mostOvertakes: 3,
    priority: null,
    offersFrom: times.startsAt - 24 * hour,
    offerFor: 2 * hour,
    settledFrom: times.startsAt,
  },
  events: [],
})

const member = (n: number): Member => ({
  _id: people.id(n),
  centre: 'halls',
  name: `第 ${n} 位`,
  band: '35-59',
  building: null,
  roles: ['resident'],
  organisation: null,
  team: null,
  family: [],
  calendar: [],
  consent: { version: '1', at: 0 },
  joinedAt: 0,
})
