import { View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { useNow } from '../../components/useNow'
import type { Moment } from '../../domain/need-page'
import { momentWordsOf, needWords } from '../../text/need-words'
import { shortMomentWords } from '../../text/time'

/** What happened, the latest first. */
export function Story({ timeline }: { timeline: readonly Moment[] }) {
  const words = needWords(useDisplay().elder)
  const now = useNow()
  return (
    <View>
      <View className='subheading need-part' {...spokenAs('heading')}>
        {words.story}
      </View>
      {[...timeline].reverse().map((moment, index) => (
        <View key={`${moment.at}-${index}`} className='need-moment'>
          <View className='need-moment-at'>{shortMomentWords(moment.at, now)}</View>
          <View className='need-text'>{momentWordsOf(moment, now)}</View>
        </View>
      ))}
    </View>
  )
}
