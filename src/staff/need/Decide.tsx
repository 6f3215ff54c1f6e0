import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { deskWords as words } from '../../text/need-desk-words'

interface DecideProps {
  busy: boolean
  onDecide(pass: boolean, reason: string): Promise<void>
}

/** Whether neighbours may see these words; a no has a reason, which its author is told. */
export function Decide({ busy, onDecide }: DecideProps) {
  const [hiding, setHiding] = useState(false)
  if (!hiding)
    return (
      <View className='desk-answers'>
        <Button busy={busy} onPress={() => onDecide(true, words.passReason)}>
          {words.pass}
        </Button>
        <Button kind='plain' onPress={() => setHiding(true)}>
          {words.hide}
        </Button>
      </View>
    )
  return (
    <View>
      <View className='field-label'>{words.hideWhy}</View>
      <View className='desk-chips'>
        {words.hideReasons.map((reason) => (
          <Chip key={reason} kind='button' onPress={() => void onDecide(false, reason)}>
            {reason}
          </Chip>
        ))}
      </View>
    </View>
  )
}
