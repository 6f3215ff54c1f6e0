import { minute } from './day'
import type { Service, ServiceEvent } from './hours'

/** A word on the minutes that counts until another one names it. */
export interface Decision {
  id: string
  at: number
  minutes: number
  /** By how much the sum changes by it. */
  change: number
  /** The decision that it puts right. */
  corrects: string | null
}

/** One service as its log tells it. */
export interface ServiceFold {
  state: Service['state']
  from: number
  /** When they went; nothing while they are there. */
  until: number | null
  /** Nobody checked them out: the planned end stands in its place. */
  forgotten: boolean
  /** Staff wrote it down afterwards. */
  late: boolean
  /** Minutes by the clock, within what was planned. */
  measured: number
  /** Minutes that count now; 0 before anyone's word. */
  counted: number
  decisions: Decision[]
  /** The appeal that waits for an answer. */
  appeal: (ServiceEvent & { kind: 'appeal' }) | null
}

/**
 * Folds a service's log. Times in it are epoch milliseconds; minutes are whole ones, begun ones not counted.
 *
 * - Minutes by the clock count only within what was planned, so coming early or staying on is the other side's to say.
 * - The first word on the minutes settles it; a later one without a correction is no word.
 * - A correction counts only where it names the decision that stands; an appeal likewise.
 * - An event whose id the log has already counts once.
 */
export function serviceOf(service: Pick<Service, 'startsAt' | 'endsAt' | 'events'>): ServiceFold {
  const seen = new Set<string>()
  const fold: ServiceFold = {
    state: 'on',
    from: service.startsAt,
    until: null,
    forgotten: false,
    late: false,
    measured: 0,
    counted: 0,
    decisions: [],
    appeal: null,
  }
  for (const event of service.events) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    take(fold, event, service)
  }
  return fold
}

function take(fold: ServiceFold, event: ServiceEvent, planned: Pick<Service, 'startsAt' | 'endsAt'>): void {
  const standing = fold.decisions.at(-1)
  switch (event.kind) {
    case 'in':
      fold.from = event.at
      return
    case 'out':
    case 'close':
      if (fold.state !== 'on') return
      fold.state = 'awaiting'
      fold.forgotten = event.kind === 'close'
      leave(fold, event.kind === 'close' ? planned.endsAt : event.at, planned)
      return
    case 'late':
      if (fold.state !== 'on') return
      fold.state = 'awaiting'
      fold.late = true
      fold.from = event.from
      leave(fold, event.until, planned)
      return
    case 'confirm':
      if (fold.state === 'awaiting') decide(fold, event, event.minutes, null)
      return
    case 'appeal':
      if (fold.state !== 'settled' || event.about !== standing?.id) return
      fold.state = 'appealed'
      fold.appeal = event
      return
    case 'correct':
      if (standing && event.corrects === standing.id) decide(fold, event, event.minutes, standing.id)
      return
    case 'uphold':
      if (fold.appeal?.id !== event.appeal) return
      fold.appeal = null
      fold.state = 'settled'
  }
}

function leave(fold: ServiceFold, until: number, planned: Pick<Service, 'startsAt' | 'endsAt'>): void {
  fold.until = until
  const from = Math.max(fold.from, planned.startsAt)
  fold.measured = Math.max(0, Math.floor((Math.min(until, planned.endsAt) - from) / minute))
}

/** What silence confirms: the minutes by the clock, and where only who served says them no more than is usual. */
export const silentOf = (service: Pick<Service, 'startsAt' | 'endsAt' | 'events' | 'usual'>): number =>
  Math.min(serviceOf(service).measured, service.usual ?? Number.POSITIVE_INFINITY)

/** Who wrote a service down afterwards; nothing where it was checked in. Their own word does not count it. */
export const enteredBy = ({ events }: Pick<Service, 'events'>): string | undefined => {
  const late = events.find(({ kind }) => kind === 'late')
  return late?.kind === 'late' ? late.by : undefined
}

function decide(fold: ServiceFold, { id, at }: ServiceEvent, minutes: number, corrects: string | null): void {
  fold.decisions.push({ id, at, minutes, change: minutes - fold.counted, corrects })
  fold.counted = minutes
  fold.appeal = null
  fold.state = 'settled'
}
