import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Row } from '../../components/Row'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { WeekSteps } from '../../components/WeekSteps'
import { day } from '../../domain/day'
import { isFull, type ProviderWeek, type WeekEntry } from '../../domain/provider-week'
import {
  entryWords,
  hoursWords,
  usedWords,
  weekdayLabel,
  weekLabel,
  weekWords as words,
} from '../../text/provider-week-words'

interface WeekProps {
  provider: string
  now: number
  /** Whether the reader works at the desk, or is of the provider itself. */
  desk: boolean
}

/** A provider's own orders and its calendar, a week at a time, with how much of what it can do is taken. */
export function Week({ provider, now, desk }: WeekProps) {
  const [from, setFrom] = useState<number | null>(null)
  const week = useQuery(`provider.week.${provider}.${from}`, () => call.provider.week({ provider, from }), false)
  const { value } = week
  const open = (entry: Pick<WeekEntry, 'id' | 'kind'>) => () => void Taro.navigateTo({ url: wayTo(entry, desk) })
  return (
    <View>
      {week.problem && <Trouble problem={week.problem} retry={week.refresh} />}
      {!value && week.loading && <Loading cards={2} />}
      {value && (
        <View>
          <WeekSteps
            label={weekLabel(value.from, now)}
            before={words.before}
            after={words.after}
            onBefore={() => setFrom(value.from - 7 * day)}
            onAfter={() => setFrom(value.from + 7 * day)}
          />
          <View className='provider-licence'>
            <View>{usedWords(value.used, value.weekly)}</View>
            {isFull(value) && <Tag tone='amber'>{words.full}</Tag>}
          </View>
          <Days week={value} open={open} />
          {value.waiting.length > 0 && <View className='provider-waiting'>{words.waiting}</View>}
          {value.waiting.map(({ id, title, asked }) => (
            <LinkRow
              key={id}
              label={title}
              note={asked ? words.asked : words.toAgree}
              onPress={open({ id, kind: 'visit' })}
            />
          ))}
        </View>
      )}
    </View>
  )
}

function Days({ week, open }: { week: ProviderWeek; open(entry: WeekEntry): () => void }) {
  return (
    <View>
      {week.days.map(({ at, hours, entries }) => (
        <View key={at}>
          <Row label={weekdayLabel(at)}>{hoursWords(hours)}</Row>
          {entries.map((entry) =>
            entry.kind === 'shift' ? (
              <View key={entry.id} className='provider-entry'>
                {entryWords(entry)}
              </View>
            ) : (
              <LinkRow key={entry.id} label={entryWords(entry)} onPress={open(entry)} />
            ),
          )}
        </View>
      ))}
    </View>
  )
}

function wayTo({ id, kind }: Pick<WeekEntry, 'id' | 'kind'>, desk: boolean): string {
  if (kind === 'activity') return `/staff/activity/roster?id=${id}`
  return desk ? `/staff/order/order?id=${id}` : `/pages/order/index?id=${id}`
}
