import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, minute } from '../../src/domain/day'
import { never, type Service, type ServiceEvent, silenceAfter } from '../../src/domain/hours'
import { type Balance, entriesOf, type LedgerEntry, sharesOf } from '../../src/domain/ledger'
import { derivedId } from '../../cloudfunctions/runtime/caller'

/** What the demo centre's volunteers served: who, at what, how many days ago, from when, for how long. */
const lived: readonly (readonly [
  who: string,
  title: string,
  ago: number,
  from: number,
  minutes: number,
  served?: string,
])[] = [
  ['r-07', '便民维修日 · 水电', 40, 9, 150],
  ['r-07', '便民维修日 · 水电', 26, 9, 120],
  ['r-07', '上门修水龙头', 12, 15, 50, 'r-01'],
  ['r-06', '暖心探访', 33, 10, 60, 'r-01'],
  ['r-06', '暖心探访', 19, 10, 75, 'r-01'],
  ['r-06', '大厅前台 · 值班', 5, 9, 180],
  ['r-01', '长者饭堂 · 摆碗筷', 15, 11, 60],
  ['r-01', '手机课 · 老学员带新学员', 8, 15, 90],
]

interface Lived {
  services: Service[]
  ledger: LedgerEntry[]
  balances: Balance[]
}

/** The demo centre's hours, as its own functions would have written them: services, ledger and sums. */
export function hoursAt(centre: string, today: number): Lived {
  const person = (who: string) => memberId(centre, `web:${who}`)
  const staff = person('st-sw-2')
  const settled = lived.map(([who, title, ago, from, minutes, served], n): Service => {
    const startsAt = today - ago * day + from * hour
    const endsAt = startsAt + minutes * minute
    const by = served ? person(served) : staff
    const side = served ? 'served' : 'staff'
    const events: ServiceEvent[] = [
      { id: `hours-in-${n}`, at: startsAt, kind: 'in', by: person(who), way: 'code' },
      { id: `hours-out-${n}`, at: endsAt, kind: 'out', by: person(who), way: 'code' },
      { id: `hours-word-${n}`, at: endsAt + hour, kind: 'confirm', by, side, minutes },
    ]
    const about = `demo-shift-${n}`
    const base = {
      centre,
      person: person(who),
      source: 'shift',
      about,
      title,
      served: served ? person(served) : null,
    } as const
    return {
      ...base,
      _id: derivedId(20, 'service', centre, person(who), 'shift', about),
      team: null,
      startsAt,
      endsAt,
      state: 'settled',
      dueAt: never,
      posting: false,
      events,
    }
  })
  const ledger = settled.flatMap(entriesOf)
  return { services: [...settled, ...waiting(centre, today)], ledger, balances: balancesOf(centre, ledger) }
}

/** Served yesterday, and nobody has said anything yet: one for the staff to confirm, one for whoever was served. */
function waiting(centre: string, today: number): Service[] {
  const person = (who: string) => memberId(centre, `web:${who}`)
  return [
    { who: 'r-06', title: '大厅前台 · 值班', about: 'demo-shift-desk', served: null },
    { who: 'r-07', title: '上门换灯泡', about: 'demo-shift-lamp', served: person('r-01') },
  ].map(({ who, title, about, served }) => {
    const startsAt = today - day + 15 * hour
    const endsAt = startsAt + 2 * hour
    return {
      _id: derivedId(20, 'service', centre, person(who), 'shift', about),
      centre,
      person: person(who),
      source: 'shift',
      about,
      title,
      served,
      team: null,
      startsAt,
      endsAt,
      state: 'awaiting',
      dueAt: endsAt + silenceAfter,
      events: [
        { id: `${about}-in`, at: startsAt, kind: 'in', by: person(who), way: 'code' },
        { id: `${about}-out`, at: endsAt - 20 * minute, kind: 'out', by: person(who), way: 'code' },
      ],
    }
  })
}

function balancesOf(centre: string, ledger: readonly LedgerEntry[]): Balance[] {
  const all = new Map<string, Balance>()
  for (const { person, month, entry, serving, served } of ledger.flatMap(sharesOf)) {
    const _id = derivedId(20, 'balance', centre, person, month)
    const sum = all.get(_id) ?? { _id, centre, person, month, serving: 0, served: 0, entries: [] }
    sum.serving += serving
    sum.served += served
    sum.entries.push(entry)
    all.set(_id, sum)
  }
  return [...all.values()]
}
