import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { OrderAddress } from '../../domain/order-page'
import { deskWords as words } from '../../text/order-desk-words'

/** The full address, with a reason that its owner will read; the look is written down before it is shown. */
export function AddressSheet({ order, onClose }: { order: string; onClose(): void }) {
  const [reason, setReason] = useState<string>()
  const [found, setFound] = useState<OrderAddress>()
  const look = useAction((intent, why: string) => call.order.address({ intent, order, reason: why }))
  const run = async () => {
    if (reason === undefined) return
    const answer = await look.run(reason)
    if (answer.ok) setFound(answer.value)
  }
  return (
    <Sheet title={words.address} onClose={onClose}>
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
        <View className='desk-title'>{[found.building, found.room].filter((each) => each !== null).join(' ')}</View>
      ) : (
        <Button busy={look.busy} disabled={reason === undefined} onPress={run}>
          {words.address}
        </Button>
      )}
    </Sheet>
  )
}
