import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { cancelConfirm, changeWords } from '../../text/board-words'
import { rosterWords } from '../../text/roster-words'
import type { DeedSheet } from './deed-sheet'
import { ReasonChoice } from './ReasonChoice'
import { isReason } from './reason'

/** The end of it before it began: why, whom it concerns, and once more whether. */
export function CancelSheet({ page, people, onClose, onDone }: DeedSheet) {
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const act = useAction((intent, why: string) =>
    call.activity.cancel({ intent, activity: page.activity.id, reason: why }),
  )
  const confirm = cancelConfirm(page.activity.title, people)
  const go = async () => {
    setShown(true)
    if (!isReason(reason) || !(await act.run(reason.trim())).ok) return
    void Taro.showToast({ title: changeWords.cancelled, icon: 'none' })
    await onDone()
  }
  return (
    <Sheet title={confirm.title} onClose={onClose}>
      <View className='roster-confirm'>{confirm.text}</View>
      <ReasonChoice
        deed='cancel'
        value={reason}
        error={shown && !isReason(reason) ? rosterWords.reasonShort : null}
        onChange={setReason}
      />
      {act.problem && <Trouble problem={act.problem} retry={go} close={act.dismiss} />}
      <View className='roster-answers'>
        <Button kind='plain' onPress={onClose}>
          {changeWords.back}
        </Button>
        <Button kind='danger' busy={act.busy} onPress={go}>
          {changeWords.cancelDo}
        </Button>
      </View>
    </Sheet>
  )
}
