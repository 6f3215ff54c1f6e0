import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { orderWords } from '../../text/order-words'

/** Closing the phone's own question without calling is no fault. */
const dial = (phoneNumber: string): void => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)

/** Whom to call at once, each by one tap. */
export function CallNumbers({ numbers }: { numbers: readonly string[] }) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  return (
    <>
      {numbers.map((number) => (
        <Button key={number} onPress={() => dial(number)}>
          {words.call(number)}
        </Button>
      ))}
    </>
  )
}
