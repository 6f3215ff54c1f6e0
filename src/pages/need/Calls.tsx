import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import type { EmergencyNumber } from '../../domain/emergency-call'
import { callWords } from '../../text/emergency-words'
import { needWords } from '../../text/need-words'

/** Whom to call at once, each a tap away; nothing where nothing is that urgent. */
export function Calls({ calls }: { calls: readonly EmergencyNumber[] }) {
  const words = needWords(useDisplay().elder)
  if (calls.length === 0) return null
  return (
    <View className='need-urgent' {...spokenAs('alert')}>
      <View>{words.emergency}</View>
      <View className='need-answers'>
        {calls.map((number) => (
          <Button key={number} onPress={() => Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)}>
            {callWords(number)}
          </Button>
        ))}
      </View>
    </View>
  )
}
