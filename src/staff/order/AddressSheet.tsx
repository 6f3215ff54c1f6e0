import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type Answer, call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { OrderAddress, OrderPhone } from '../../domain/order-page'
import { deskWords as words } from '../../text/order-desk-words'

/** Closing the phone's own question without calling is no fault. */
const dial = (phoneNumber: string): void => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)

interface AddressSheetProps {
  order: string
  what: 'address' | 'phone'
  onClose(): void
}

/** The full address, or the phone, with a reason that its owner will read; the look is written down before it is shown. */
export function AddressSheet({ order, what, onClose }: AddressSheetProps) {
  const [reason, setReason] = useState<string>()
  const [found, setFound] = useState<Partial<OrderAddress & OrderPhone>>()
  const look = useAction(
    (intent, why: string): Promise<Answer<Partial<OrderAddress & OrderPhone>>> =>
      call.order[what]({ intent, order, reason: why }),
  )
  const run = async () => {
    if (reason === undefined) return
    const answer = await look.run(reason)
    if (answer.ok) setFound(answer.value)
  }
  return (
    <Sheet title={words[what]} onClose={onClose}>
      <View className='desk-note'>{words.addressWhy}</View>
      <View className='desk-chips desk-note'>
        {words.addressReasons.map((each) => (
          <Chip key={each} kind='radio' on={reason === each} onPress={() => setReason(each)}>
            {each}
          </Chip>
        ))}
      </View>
      {look.problem && <Trouble problem={look.problem} retry={() => void look.again()} close={look.dismiss} />}
      {found ? (
        <View>
          <View className='desk-title desk-note'>
            {[found.building, found.room, found.phone].filter(Boolean).join(' ')}
          </View>
          {found.phone && <Button onPress={() => dial(found.phone ?? '')}>{words.dial}</Button>}
        </View>
      ) : (
        <Button busy={look.busy} disabled={reason === undefined} onPress={run}>
          {words[what]}
        </Button>
      )}
    </Sheet>
  )
}
