import { calendarFile } from '../../src/cloud/calendar-file'

const entry = {
  id: 'f-10',
  title: '长者防骗课：冒充孙子，接到“孙子”电话怎么办，一步一步练，练到不用想就会做，带上老花镜；还有水',
  place: '一楼多功能厅, 东侧; 门口',
  note: '带笔\n和本子',
  startsAt: Date.UTC(2026, 10, 25, 1, 30),
  endsAt: Date.UTC(2026, 10, 25, 3, 0),
}
const file = calendarFile(entry, Date.UTC(2026, 10, 23, 4))

/** The lines as they are meant: folded ones joined again (RFC 5545, section 3.1). */
const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n')

test('one event, with its time, its place and a ring an hour before', () => {
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  expect(lines).toContain('UID:f-10@linli')
  expect(lines).toContain('DTSTART:20261125T013000Z')
  expect(lines).toContain('DTEND:20261125T030000Z')
  expect(lines).toContain('DTSTAMP:20261123T040000Z')
  expect(lines).toContain('TRIGGER:-PT1H')
})

test('what has a meaning in the format is escaped, and every line ends as it must', () => {
  expect(lines).toContain('LOCATION:一楼多功能厅\\, 东侧\\; 门口')
  expect(lines).toContain('DESCRIPTION:带笔\\n和本子')
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('no line is longer than 75 octets', () => {
  expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
})

test('a later file of the same activity has the same id and a higher number, so that it replaces the earlier', () => {
  const numberIn = (text: string) => Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1])
  const later = calendarFile({ ...entry, startsAt: entry.startsAt + 60_000 }, Date.UTC(2026, 10, 23, 5))
  expect(numberIn(later)).toBeGreaterThan(numberIn(file))
})
