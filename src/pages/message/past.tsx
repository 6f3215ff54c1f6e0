import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { useNow } from '../../components/useNow'
import type { PastEntry } from '../../domain/activity'
import { pastWords } from '../../text/message-words'
import { dot, unbroken } from '../../text/spacing'
import { rangeWords } from '../../text/time'
import { Answered } from '../Answered'
import './index.css'

const tones = { came: 'jade', absent: 'plain', cancelled: 'red' } as const

/** What is over, and what became of it. */
export default function Past() {
  const query = useQuery('activity.past', () => call.activity.past({}))
  const now = useNow()
  return (
    <Screen title={pastWords.title}>
      <Answered query={query} waiting={<Loading />}>
        {(entries) => (
          <View>
            {entries.length === 0 && <Empty title={pastWords.emptyTitle} next={pastWords.emptyNext} />}
            {entries.map((entry) => (
              <Over key={entry.id} entry={entry} now={now} />
            ))}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

function Over({ entry, now }: { entry: PastEntry; now: number }) {
  const { id, title, startsAt, endsAt, place, people, became, mayRate, mean, ratings, reply } = entry
  const to = (page: string) => () => void Taro.navigateTo({ url: `/pages/rating/${page}?id=${id}` })
  return (
    <Card>
      <View className='message-head'>
        <View className='message-title'>{title}</View>
        <Tag tone={tones[became]}>{pastWords.became[became]}</Tag>
      </View>
      <View className='soft'>{rangeWords(startsAt, endsAt, now)}</View>
      <View className='soft'>
        {place}
        {dot}
        {people.map(unbroken).join('、')}
      </View>
      {mean !== null && ratings !== null && <View>{pastWords.judged(mean, ratings)}</View>}
      {reply && (
        <View className='soft'>
          {pastWords.reply}
          {reply}
        </View>
      )}
      {mayRate && (
        <View className='message-deed'>
          <Button label={`${title}，${pastWords.rate}`} onPress={to('index')}>
            {pastWords.rate}
          </Button>
        </View>
      )}
      {!mayRate && became === 'came' && (
        <View className='message-deed'>
          <Button kind='plain' label={`${title}，${pastWords.see}`} onPress={to('summary')}>
            {pastWords.see}
          </Button>
        </View>
      )}
    </Card>
  )
}
