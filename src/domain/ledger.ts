import type { Service, Source } from './hours'
import { serviceOf } from './hours-log'

/**
 * The account of minutes that someone gave, of those that someone received, or of those that the centre itself
 * received: "serving:<member>", "served:<member>", "served:centre".
 */
export type Account = `serving:${string}` | `served:${string}`

export interface Line {
  account: Account
  /** Minutes: given ones count up, received ones down. The lines of an entry sum to zero. */
  minutes: number
}

/**
 * One entry of the ledger: what one decision on one service changed. Entries are only ever added; one that puts another
 * right names it. Double entry as in Pacioli's Summa (1494), as time banks keep it: what one gives another receives.
 */
export interface LedgerEntry {
  /** "<service>.<decision>". */
  _id: string
  centre: string
  service: string
  /** The service's event that decided it. */
  decision: string
  corrects: string | null
  at: number
  /** The month that the service was in, "2026-11", at the centre. */
  month: string
  source: Source
  team: string | null
  lines: [Line, Line]
}

/** Where minutes that nobody's account received are kept: by the centre as a whole. */
export const nobody = 'centre'

const entryId = (service: string, decision: string): string => `${service}.${decision}`

const ahead = 8 * 60 * 60 * 1000

/** "2026-11": the month that a moment is in, at the centre. */
export const monthOf = (at: number): string => new Date(at + ahead).toISOString().slice(0, 7)

/** Every entry that a service's decisions make, in their order. The same log makes the same entries. */
export function entriesOf(service: Service): LedgerEntry[] {
  const { _id, centre, person, served, team, source, startsAt } = service
  return serviceOf(service).decisions.map(({ id, at, change, corrects }) => ({
    _id: entryId(_id, id),
    centre,
    service: _id,
    decision: id,
    corrects: corrects === null ? null : entryId(_id, corrects),
    at,
    month: monthOf(startsAt),
    source,
    team,
    lines: [
      { account: `serving:${person}`, minutes: change },
      { account: `served:${served ?? nobody}`, minutes: -change },
    ],
  }))
}

/** The sum over all lines; zero for a ledger that is right, after every entry. */
export const sumOf = (entries: readonly Pick<LedgerEntry, 'lines'>[]): number =>
  entries.reduce((sum, { lines }) => sum + lines.reduce((all, { minutes }) => all + minutes, 0), 0)

/** What one person gave and received in a month: a summary beside the ledger, which can be made of it anew. */
export interface Balance {
  /** Follows from the person and the month. */
  _id: string
  centre: string
  person: string
  month: string
  /** Minutes given and received; neither is negative. */
  serving: number
  served: number
  /** The entries that are in these sums. */
  entries: string[]
}

/** One line of an entry as a person's balance takes it; nothing for the centre's own account. */
export interface Share {
  person: string
  month: string
  entry: string
  serving: number
  served: number
}

/** What an entry adds to whose balance. */
export const sharesOf = ({ _id, month, lines }: LedgerEntry): Share[] =>
  lines.flatMap(({ account, minutes }) => {
    const [side, person = ''] = account.split(':') as ['serving' | 'served', string?]
    if (person === nobody) return []
    const serving = side === 'serving' ? minutes : 0
    return [{ person, month, entry: _id, serving, served: side === 'served' ? -minutes + 0 : 0 }]
  })

/** Balances as the ledger makes them, by "person month"; for checking those that are kept. */
export function rebuilt(entries: readonly LedgerEntry[]): Map<string, Pick<Balance, 'serving' | 'served' | 'entries'>> {
  const all = new Map<string, Pick<Balance, 'serving' | 'served' | 'entries'>>()
  for (const share of entries.flatMap(sharesOf)) {
    const key = `${share.person} ${share.month}`
    const sum = all.get(key) ?? { serving: 0, served: 0, entries: [] }
    sum.serving += share.serving
    sum.served += share.served
    sum.entries.push(share.entry)
    all.set(key, sum)
  }
  return all
}

/** What a centre decided on its hours; all of it is off unless it says otherwise. */
export interface HoursSettings {
  /** Time credits: minutes given, less minutes received; beyond these limits (in minutes) it is flagged, never barred. */
  credits?: { lowest: number; highest: number }
  /** Points an hour, where the centre wants them. */
  pointsPerHour?: number
}

export interface Credit {
  minutes: number
  flag: 'low' | 'high' | null
}

/** Someone's time credit; nothing where the centre has none. */
export function creditOf(settings: HoursSettings, serving: number, served: number): Credit | null {
  if (!settings.credits) return null
  const minutes = serving - served
  const { lowest, highest } = settings.credits
  return { minutes, flag: minutes < lowest ? 'low' : minutes > highest ? 'high' : null }
}

/** Someone's points; nothing where the centre has none. */
export const pointsOf = ({ pointsPerHour }: HoursSettings, serving: number): number | null =>
  pointsPerHour === undefined ? null : Math.floor((serving * pointsPerHour) / 60)
