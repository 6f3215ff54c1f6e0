import Taro from '@tarojs/taro'
import type { CalendarEntry } from './calendar-file'

/**
 * Puts an entry into the phone's own calendar; on the web as a file, which the phone's calendar opens. False where the
 * phone did not let it.
 */
export async function toCalendar(entry: CalendarEntry): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    // Only the web carries what writes such a file.
    const { calendarFile } = await import('./calendar-file')
    const file = new Blob([calendarFile(entry, Date.now())], { type: 'text/calendar;charset=utf-8' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    // Some systems lose a name that is not in plain letters, and with it what kind of file it is.
    link.download = `linli-${entry.id}.ics`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    return true
  }
  const { title, place, note, startsAt, endsAt } = entry
  const [startTime, endTime] = [Math.floor(startsAt / 1000), String(Math.floor(endsAt / 1000))]
  const wish = { title, startTime, endTime, location: place, description: note, alarm: true, alarmOffset: 3600 }
  return Taro.addPhoneCalendar(wish).then(
    () => true,
    () => false,
  )
}
