import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import { urgentOf } from '../../text/menu-words'
import { useCallMe } from './callMe'

interface UrgentProps {
  urgent: { group: string; ask: boolean }
  /** What was said, for the social worker who calls. */
  said: string
}

/** What must not wait for an order: whom to call, at once; and a social worker, who calls back. */
export function Urgent({ urgent, said }: UrgentProps) {
  const words = urgentOf(urgent)
  const { callMe, busy, problem, dismiss } = useCallMe(said)
  return (
    <View className='menu-urgent' {...spokenAs('alert')}>
      <View className='menu-urgent-title'>{words.title}</View>
      <View className='menu-urgent-calls'>
        {words.calls.map((number) => (
          <Button key={number} onPress={() => callThere(number)}>
            {words.call(number)}
          </Button>
        ))}
        <Button kind='plain' busy={busy} onPress={callMe}>
          {words.worker}
        </Button>
      </View>
      {problem && <Trouble problem={problem} retry={() => void callMe()} close={dismiss} />}
      <View className='menu-urgent-after'>{words.note}</View>
      <View className='soft menu-urgent-after'>{words.workerNote}</View>
    </View>
  )
}

/** Closing the phone's own question without calling is no fault. */
export const callThere = (phoneNumber: string): void => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
