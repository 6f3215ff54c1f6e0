import { View } from '@tarojs/components'
import { Card } from '../../components/Card'

interface VerbProps {
  /** Its one character, and its colour. */
  sign: string
  tone: 'red' | 'jade' | 'amber'
  title: string
  note: string
  onPress(): void
}

/** One of the three verbs that lead everywhere: 点, 帮, 聚. */
export function Verb({ sign, tone, title, note, onPress }: VerbProps) {
  return (
    <Card label={`${title}，${note}`} onPress={onPress}>
      <View className='verb'>
        <View className={`verb-sign verb-${tone}`} aria-hidden='true'>
          {sign}
        </View>
        <View>
          <View className='subheading'>{title}</View>
          <View className='soft'>{note}</View>
        </View>
      </View>
    </Card>
  )
}
