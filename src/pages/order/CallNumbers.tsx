import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { numberWords, reachedWords } from '../../text/emergency-words'

/** Closing the phone's own question without calling is no fault. */
const dial = (phoneNumber: string): void => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)

/** Whom to call at once, each by one tap, with whom one reaches there. */
export function CallNumbers({ numbers }: { numbers: readonly string[] }) {
  return (
    <View className='order-calls'>
      {numbers.map((number) => (
        <Button key={number} label={`${numberWords(number)}，${reachedWords(number)}`} onPress={() => dial(number)}>
          <View>
            <View>{numberWords(number)}</View>
            <View className='order-call-whom'>{reachedWords(number)}</View>
          </View>
        </Button>
      ))}
    </View>
  )
}
