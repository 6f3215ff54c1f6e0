import type { DeskTimetable } from '../../domain/booking-page'
import { startOfDay } from '../../domain/day'
import { clockMinute, minuteClock } from '../../text/booking-desk-words'
import { dateText, momentOf } from '../../text/moment-words'

/** A timetable as it is written into fields. */
export interface Series {
  kind: 'room' | 'service'
  item: { code: string; name: string } | null
  title: string
  place: string
  note: string
  provider: string
  weekdays: number[]
  opens: string
  closes: string
  minutes: string
  capacity: string
  wait: string
  people: string
  most: string
  from: string
  until: string
  approval: boolean
  open: boolean
}

export const emptySeries = (now: number): Series => ({
  kind: 'service',
  item: null,
  title: '',
  place: '',
  note: '',
  provider: '',
  weekdays: [1, 2, 3, 4, 5],
  opens: '9:00',
  closes: '17:00',
  minutes: '30',
  capacity: '1',
  wait: '2',
  people: '20',
  most: '2',
  from: dateText(startOfDay(now)),
  until: '',
  approval: false,
  open: true,
})

export const seriesOf = (timetable: DeskTimetable): Series => ({
  kind: timetable.kind,
  item: timetable.item === null ? null : { code: timetable.item, name: timetable.title },
  title: timetable.title,
  place: timetable.place,
  note: timetable.note,
  provider: timetable.provider ?? '',
  weekdays: timetable.weekdays,
  opens: minuteClock(timetable.opensAt),
  closes: minuteClock(timetable.closesAt),
  minutes: String(timetable.minutes),
  capacity: String(timetable.capacity),
  wait: String(timetable.waitCapacity),
  people: String(timetable.people),
  most: String(timetable.most),
  from: dateText(timetable.from),
  until: dateText(timetable.until),
  approval: timetable.approval,
  open: timetable.open,
})

const numberIn = (text: string, least: number, most: number): number | null => {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : null
}

/** What of a series is wrong, and what is sent where nothing is. */
export function told(series: Series) {
  const room = series.kind === 'room'
  const opensAt = clockMinute(series.opens)
  const closesAt = clockMinute(series.closes)
  const minutes = numberIn(series.minutes, 5, 480)
  const capacity = room ? 1 : numberIn(series.capacity, 1, 200)
  const waitCapacity = room ? 0 : numberIn(series.wait, 0, 50)
  const people = room ? numberIn(series.people, 1, 500) : 1
  const most = room ? numberIn(series.most, 1, 8) : 1
  const from = momentOf(series.from, '0:00')
  const until = series.until.trim() === '' ? null : momentOf(series.until, '0:00')
  const text = (words: string) => words.trim() === ''
  const wrong: Partial<Record<keyof Series, boolean>> = {
    item: !room && series.item === null,
    title: text(series.title),
    place: text(series.place),
    note: text(series.note),
    weekdays: series.weekdays.length === 0,
    opens: opensAt === null || opensAt >= 1440,
    closes: closesAt === null || opensAt === null || minutes === null || opensAt + minutes > closesAt,
    minutes: minutes === null,
    capacity: capacity === null,
    wait: waitCapacity === null,
    people: people === null,
    most: most === null,
    from: from === null,
    until: series.until.trim() !== '' && (until === null || from === null || until < from),
  }
  const bad = Object.values(wrong).some(Boolean)
  const whole =
    opensAt !== null &&
    closesAt !== null &&
    minutes !== null &&
    capacity !== null &&
    waitCapacity !== null &&
    people !== null &&
    most !== null &&
    from !== null
  if (bad || !whole) return { wrong, input: null }
  return {
    wrong,
    input: {
      kind: series.kind,
      title: series.title.trim(),
      item: room ? null : (series.item?.code ?? null),
      place: series.place.trim(),
      note: series.note.trim(),
      provider: series.provider.trim() === '' ? null : series.provider.trim(),
      approval: series.approval,
      weekdays: series.weekdays,
      opensAt,
      closesAt,
      minutes,
      capacity,
      waitCapacity,
      people,
      most,
      from,
      until,
      open: series.open,
    },
  }
}
