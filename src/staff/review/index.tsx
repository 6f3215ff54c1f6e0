import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { boardWords as words } from '../../text/rating-words'
import { CoverCard } from './CoverCard'
import { LowCard } from './LowCard'
import { WordsCard } from './WordsCard'
import './review.css'

/** What waits for a person: words and pictures that others do not see yet, and for the committee low ratings to ask about. */
export default function Review() {
  const now = useNow()
  // What others wrote is not for a phone to remember.
  const queue = useQuery('rating.queue', () => call.rating.queue({}), false)
  const covers = useQuery('activity.covers', () => call.activity.covers({}), false)
  const [done, setDone] = useState(false)
  const { value } = queue
  const after = async () => {
    setDone(true)
    await Promise.all([queue.refresh(), covers.refresh()])
  }
  return (
    <Screen title={words.review} wide>
      {done && (
        <View className='soft' {...spokenAs('status')}>
          {words.done}
        </View>
      )}
      {queue.problem && <Trouble problem={queue.problem} retry={queue.refresh} />}
      {!value && queue.loading && <Loading />}
      {covers.problem && <Trouble problem={covers.problem} retry={covers.refresh} />}
      {value && covers.value && value.words.length + value.low.length + covers.value.length === 0 && (
        <Empty title={words.reviewEmpty} />
      )}
      {value && value.low.length > 0 && <View className='subheading review-part'>{words.low}</View>}
      {value?.low.map((item) => (
        <LowCard key={`${item.activity} ${item.rater}`} item={item} now={now} onDone={after} />
      ))}
      {value && value.words.length > 0 && <View className='subheading review-part'>{words.words}</View>}
      {value?.words.map((item) => (
        <WordsCard key={item.id} item={item} now={now} onDone={after} />
      ))}
      {covers.value && covers.value.length > 0 && <View className='subheading review-part'>{words.pictures}</View>}
      {covers.value?.map((item) => (
        <CoverCard key={item.file} item={item} onDone={after} />
      ))}
    </Screen>
  )
}
