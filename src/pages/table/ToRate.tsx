import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import type { PastEntry } from '../../domain/activity'
import { memberWords } from '../../text/member-words'

/** More than this would push away what is still to come. */
const most = 3

/** What I was at and may rate still. */
export function ToRate({ entries }: { entries: readonly PastEntry[] }) {
  const { elder } = useDisplay()
  const words = memberWords(elder)
  const waiting = entries.filter(({ mayRate }) => mayRate).slice(0, most)
  if (waiting.length === 0) return null
  return (
    <View className='table-section'>
      <View className='subheading' {...spokenAs('heading')}>
        {words.toRate}
      </View>
      {waiting.map(({ id, title }) => (
        <Card key={id}>
          <View className='table-rate'>
            <View>{title}</View>
            <Button
              kind='plain'
              label={`${title}，${words.rate}`}
              onPress={() => Taro.navigateTo({ url: `/pages/rating/index?id=${id}` })}
            >
              {words.rate}
            </Button>
          </View>
        </Card>
      ))}
    </View>
  )
}
