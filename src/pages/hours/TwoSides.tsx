import { View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import { minutesWords } from '../../text/hours-time'
import { hoursWords } from '../../text/service-words'

/** Both sides of one person's ledger, of the same size and weight: to receive is nothing less than to give. */
export function TwoSides({ serving, served }: { serving: number; served: number }) {
  const { elder } = useDisplay()
  const words = hoursWords(elder)
  return (
    <View className='hours-sides' aria-label={words.sides(serving, served)}>
      <View className='hours-side'>
        <View>{words.serving}</View>
        <View className='hours-sum'>{minutesWords(serving)}</View>
      </View>
      <View className='hours-side hours-side-served'>
        <View>{words.served}</View>
        <View className='hours-sum'>{minutesWords(served)}</View>
      </View>
    </View>
  )
}
