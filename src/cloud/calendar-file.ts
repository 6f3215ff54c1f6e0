import { ICalAlarmType, ICalCalendar } from 'ical-generator'

/** Something for a calendar. Times are epoch milliseconds. */
export interface CalendarEntry {
  id: string
  title: string
  place: string
  note: string
  startsAt: number
  endsAt: number
}

/** How long before it begins the calendar rings, in seconds. */
export const ringsBefore = 60 * 60

/**
 * An entry as a calendar's file (iCalendar, RFC 5545). Taken again, the same activity is the same entry: what was moved
 * meanwhile replaces what was there, since the later file has the higher number.
 */
export function calendarFile(entry: CalendarEntry, now: number): string {
  const calendar = new ICalCalendar({ prodId: { company: 'linli', product: 'roundtable', language: 'ZH' } })
  const event = calendar.createEvent({
    id: `${entry.id}@linli`,
    sequence: Math.floor(now / 60_000),
    stamp: new Date(now),
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    summary: entry.title,
    location: entry.place,
    description: entry.note,
  })
  event.createAlarm({ type: ICalAlarmType.display, trigger: ringsBefore, description: entry.title })
  // Every line of the file ends, the last one too (section 3.1).
  return `${calendar.toString()}\r\n`
}
