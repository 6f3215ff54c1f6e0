import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Sheet } from '../../components/Sheet'
import { orderWords } from '../../text/order-words'

interface UrgentSheetProps {
  ask: boolean
  numbers: readonly string[]
  busy: boolean
  onCallMe(): Promise<void>
  onNotNow(): Promise<void>
  onClose(): void
}

/** Closing the phone's own question without calling is no fault. */
const dial = (phoneNumber: string): void => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)

/** In place of an order: whom to call at once; a social worker who calls; and, where the words allow it, that it is over. */
export function UrgentSheet({ ask, numbers, busy, onCallMe, onNotNow, onClose }: UrgentSheetProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  return (
    <Sheet title={words.urgentTitle(ask)} onClose={onClose}>
      <View className='order-urgent'>{words.urgentText(ask)}</View>
      <View className='order-buttons'>
        {numbers.map((number) => (
          <Button key={number} onPress={() => dial(number)}>
            {words.call(number)}
          </Button>
        ))}
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
