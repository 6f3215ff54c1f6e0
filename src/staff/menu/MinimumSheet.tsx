import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { composerWords as words } from '../../text/menu-staff-words'

interface MinimumSheetProps {
  minimum: number
  /** There are no more categories than this. */
  most: number
  onClose(): void
  onSaved(): Promise<void>
}

/** How many categories the menu has at least, one fewer or one more by a tap. */
export function MinimumSheet({ minimum, most, onClose, onSaved }: MinimumSheetProps) {
  const [wanted, setWanted] = useState(minimum)
  const act = useAction((intent, least: number) => call.menu.setMinimum({ intent, minimum: least }))
  const step = (by: number) => () => setWanted((before) => Math.min(most, Math.max(1, before + by)))
  const save = async () => {
    if (!(await act.run(wanted)).ok) return
    onClose()
    await onSaved()
  }
  return (
    <Sheet title={words.minimum} onClose={onClose}>
      <View className='composer-stepper'>
        <Button kind='plain' label={words.fewer} onPress={step(-1)}>
          −
        </Button>
        <View className='heading'>{wanted}</View>
        <Button kind='plain' label={words.more} onPress={step(1)}>
          ＋
        </Button>
      </View>
      <View className='soft composer-hint'>{words.minimumHint}</View>
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <Button busy={act.busy} onPress={save}>
        {words.save}
      </Button>
    </Sheet>
  )
}
