import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Sheet } from '../../components/Sheet'
import { orderWords } from '../../text/order-words'
import { CallNumbers } from './CallNumbers'

interface UrgentSheetProps {
  ask: boolean
  numbers: readonly string[]
  busy: boolean
  onCallMe(): Promise<void>
  onNotNow(): Promise<void>
  onClose(): void
}

/** In place of an order: whom to call at once; a social worker who calls; and, where the words allow it, that it is over. */
export function UrgentSheet({ ask, numbers, busy, onCallMe, onNotNow, onClose }: UrgentSheetProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  return (
    <Sheet title={words.urgentTitle(ask)} onClose={onClose}>
      <View className='order-urgent'>{words.urgentText(ask)}</View>
      <View className='order-buttons'>
        <CallNumbers numbers={numbers} />
        <Button kind='plain' busy={busy} onPress={onCallMe}>
          {words.callMe}
        </Button>
      </View>
      <View className='soft order-hint'>{words.callMeNote}</View>
      {ask && (
        <Button kind='plain' busy={busy} onPress={onNotNow}>
          {words.notNow}
        </Button>
      )}
    </Sheet>
  )
}
