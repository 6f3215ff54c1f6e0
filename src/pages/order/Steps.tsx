import { View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import type { OrderStep } from '../../domain/order-page'
import { orderWords } from '../../text/order-words'
import { quietStep, stepWords } from '../../text/order-deed-words'
import { shortMomentWords } from '../../text/time'

/** What became of it, the latest first. */
export function Steps({ steps, now }: { steps: readonly OrderStep[]; now: number }) {
  const { elder } = useDisplay()
  return (
    <View>
      <View className='subheading order-part' {...spokenAs('heading')}>
        {orderWords(elder).steps}
      </View>
      {[...steps].reverse().map((step) => (
        <View key={step.id} className='order-step'>
          <View className={step.kind === 'overdue' ? 'order-step-dot order-step-late' : 'order-step-dot'} />
          <View className='order-step-words'>
            <View>{stepWords(step, now)}</View>
            {step.text && <View>{`“${step.text}”`}</View>}
            {step.quiet && <View className='soft'>{quietStep}</View>}
            <View className='soft'>{shortMomentWords(step.at, now)}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
