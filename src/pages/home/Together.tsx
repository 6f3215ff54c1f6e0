import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import type { CentrePage } from '../../domain/centre'
import { homeWords, weekWords } from '../../text/home'

/** 聚: the way to what is on. */
export function Together({ week, onPress }: { week: CentrePage['week']; onPress(): void }) {
  const { elder } = useDisplay()
  const words = homeWords(elder)
  return (
    <Card label={`${words.togetherTitle}，${weekWords(week)}`} onPress={onPress}>
      <View className='verb'>
        <View className='verb-sign' aria-hidden='true'>
          {words.together}
        </View>
        <View>
          <View className='subheading'>{words.togetherTitle}</View>
          <View className='soft'>{weekWords(week)}</View>
        </View>
      </View>
    </Card>
  )
}
