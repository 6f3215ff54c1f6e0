import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { WeekSteps } from '../../components/WeekSteps'
import { day } from '../../domain/day'
import { type CapacityWeek, isFull } from '../../domain/provider-week'
import '../../text/menu-refusals'
import {
  daysLine,
  dayShares,
  shareWords,
  usedWords,
  weekdayLabel,
  weekLabel,
  weekWords as words,
} from '../../text/provider-week-words'
import { dot } from '../../text/spacing'
import './provider.css'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** The centre's week: what is booked beside what could be, by the day, by who does it, by room and slot. */
export default function Capacity() {
  const now = useNow()
  const [from, setFrom] = useState<number | null>(null)
  const week = useQuery(`provider.capacity.${from}`, () => call.provider.capacity({ from }), false)
  const { value } = week
  return (
    <Screen title={words.capacity} wide>
      {week.problem && <Trouble problem={week.problem} retry={week.refresh} />}
      {!value && week.loading && <Loading cards={4} />}
      {value && (
        <View>
          <WeekSteps
            label={weekLabel(value.from, now)}
            before={words.before}
            after={words.after}
            onBefore={() => setFrom(value.from - 7 * day)}
            onAfter={() => setFrom(value.from + 7 * day)}
          />
          <View className='soft'>{words.capacityHint}</View>
          <Heading>{words.byDay}</Heading>
          {value.days.map((each) => (
            <Row key={each.at} label={weekdayLabel(each.at)}>
              {dayShares(each).map((line) => (
                <View key={line}>{line}</View>
              ))}
            </Row>
          ))}
          <Heading>{words.byProvider}</Heading>
          <Providers week={value} />
          <Heading>{words.byRoom}</Heading>
          {value.rooms.length === 0 && <View className='soft'>{words.noRooms}</View>}
          {value.rooms.map(({ id, title, days }) => (
            <Row key={id} label={title}>
              {daysLine(days.map(shareWords), value.from)}
            </Row>
          ))}
        </View>
      )}
    </Screen>
  )
}

function Providers({ week }: { week: CapacityWeek }) {
  if (week.providers.length === 0) return <View className='soft'>{words.noProviders}</View>
  return (
    <View>
      {week.providers.map(({ key, name, used, weekly, days }) => (
        <LinkRow
          key={key}
          label={isFull({ used, weekly }) ? `${name}${dot}${words.full}` : name}
          note={[
            usedWords(used, weekly),
            used === 0
              ? ''
              : daysLine(
                  days.map((visits) => visits?.toString() ?? null),
                  week.from,
                ),
          ]
            .filter(Boolean)
            .join(dot)}
          onPress={go(`/staff/provider/page?key=${key}`)}
        />
      ))}
    </View>
  )
}

function Heading({ children }: { children: string }) {
  return (
    <View className='subheading provider-part' {...spokenAs('heading')}>
      {children}
    </View>
  )
}
