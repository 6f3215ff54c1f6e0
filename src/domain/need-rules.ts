import { day, hour, workdaysLater } from './day'
import type { Care, Need, NeedEvent } from './need'

/** The rules in numbers; days are working days where it says so, times milliseconds. */
export const needRules = {
  /** So many households make a draft, unless the centre says another number. */
  threshold: 10,
  /** Until when a need is answered, in working days; what is urgent or delicate sooner. */
  answerDays: 3,
  soonDays: 1,
  emergencyWithin: 2 * hour,
  /** A draft that neighbours asked for is made something of within so many working days. */
  draftDays: 10,
  /** Who agreed to help has done so within this time. */
  helpWithin: 7 * day,
  /** Who does not answer an asking within this time has let it pass. */
  askWithin: 3 * day,
  /** The share answered in time is of what was posted within this time, and shown from so many on. */
  lately: 90 * day,
  leastShown: 5,
  /** An offer lasts so long, and its owner is asked this long before it ends. */
  offerLasts: 60 * day,
  nudgeBefore: 7 * day,
} as const

/** Until when somebody of the staff answers, in epoch milliseconds. */
export function dueAtOf(care: Care, urgent: boolean, now: number): number {
  if (care === 'emergency') return now + needRules.emergencyWithin
  return workdaysLater(now, urgent || care === 'staff' ? needRules.soonDays : needRules.answerDays)
}

/** How many households it takes at this centre. */
export const thresholdOf = (centre: { wantThreshold?: number }): number => centre.wantThreshold ?? needRules.threshold

/** Who wants it, by the log alone: the guard fields are checked against this. */
export function wantsIn(events: readonly NeedEvent[]): { household: string; member: string }[] {
  const undone = new Set(events.flatMap((event) => (event.kind === 'unwant' ? [event.undoes] : [])))
  const seen = new Set<string>()
  return events.flatMap((event) => {
    if (event.kind !== 'want' || undone.has(event.id) || seen.has(event.household)) return []
    seen.add(event.household)
    return [{ household: event.household, member: event.member }]
  })
}

/** Whether others may join or answer it: it stands on the square and is open. */
export const isShared = ({ sight, state }: Pick<Need, 'sight' | 'state'>): boolean =>
  sight === 'square' && state === 'open'

/** What of an answer is kept beside the log: when it first was, and whether that was in time. */
export const answered = (need: Pick<Need, 'promisedAt' | 'answeredAt'>, now: number) =>
  need.answeredAt === null ? { answeredAt: now, inTime: now <= need.promisedAt } : {}

/** How many needs were answered in time: of those that were answered, and those whose time has run out. */
export interface Kept {
  answered: number
  inTime: number
  /** Open still, and overdue. */
  late: number
  /** 0 to 100; nothing where it would rest on too few. */
  share: number | null
}

/** The share of promises that were kept. */
export function keptOf({ answered, inTime, late }: Omit<Kept, 'share'>): Kept {
  const all = answered + late
  return { answered, inTime, late, share: all < needRules.leastShown ? null : Math.round((100 * inTime) / all) }
}
