import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { Tag } from '../../components/Tag'
import type { AttendancePage } from '../../domain/attendance'
import { attendanceWords } from '../../text/attendance-words'
import { clockWords } from '../../text/time'

type Person = AttendancePage['people'][number]

const sits = ({ state }: Person): boolean => state === 'seated' || state === 'offered'

/** Who of mine has a seat and is not there yet. */
export const toCome = (people: readonly Person[]): string[] =>
  people.filter((person) => sits(person) && person.presentAt === null).map(({ id }) => id)

/** Once it has begun, who waited may have a seat that is free: all of them, or none. */
export const mayAskForSeat = ({ people, activity, free }: AttendancePage, now: number): boolean => {
  const waits = people.filter(({ state }) => state === 'waiting' || state === 'lapsed')
  return now >= activity.startsAt && !people.some(sits) && waits.length > 0 && waits.length <= free
}

interface PeopleProps {
  page: AttendancePage
  /** Those who were taken out: they are not there yet. */
  left: readonly string[]
  onLeave(left: readonly string[]): void
}

/** Everyone of mine: who is there, who is to come, and who still waits for a seat. */
export function People({ page, left, onLeave }: PeopleProps) {
  const { elder } = useDisplay()
  const words = attendanceWords(elder)
  const { people } = page
  const missing = toCome(people)
  if (people.length === 0)
    return (
      <Card>
        <View>{words.notOn}</View>
        {page.free === 0 && <View className='soft'>{words.noSeat}</View>}
      </Card>
    )
  const there = people.filter((person) => person.presentAt !== null)
  const turn = (id: string) => onLeave(left.includes(id) ? left.filter((each) => each !== id) : [...left, id])
  return (
    <View>
      {there.length > 0 && (
        <View className='attendance-here' {...spokenAs('status')}>
          <View className='subheading'>{words.here}</View>
          {there.map((person) => (
            <View key={person.id}>
              {person.name} {clockWords(person.presentAt ?? 0)}
            </View>
          ))}
        </View>
      )}
      {missing.length > 1 && (
        <View className='attendance-who' aria-label={words.choose} {...spokenAs('group')}>
          <View className='field-label'>{words.choose}</View>
          <View className='attendance-chips'>
            {people
              .filter(({ id }) => missing.includes(id))
              .map(({ id, name }) => (
                <Chip key={id} on={!left.includes(id)} onPress={() => turn(id)}>
                  {name}
                </Chip>
              ))}
          </View>
        </View>
      )}
      {people
        .filter((person) => !sits(person))
        .map((person) => (
          <View key={person.id} className='attendance-who'>
            {person.name} <Tag tone='amber'>{words.waiting}</Tag>
          </View>
        ))}
    </View>
  )
}
