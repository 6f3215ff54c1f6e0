import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { Desk } from '../../domain/attendance'
import { deskWords } from '../../text/attendance-words'
import { rosterWords } from '../../text/roster-words'
import { WalkInSheet } from './WalkInSheet'

/** What lies over the screen: someone new, a code to type, a late check-in, or one to take back. */
export type Opened =
  | { kind: 'walk-in' }
  | { kind: 'type' }
  | { kind: 'late'; party: string; people: string[] }
  | { kind: 'undo'; checkIn: string; names: string }

interface DeskSheetProps {
  desk: Desk
  opened: Opened
  onClose(): void
  onDone(): Promise<void>
}

export function DeskSheet({ desk, opened, onClose, onDone }: DeskSheetProps) {
  if (opened.kind === 'walk-in') return <WalkInSheet desk={desk} onClose={onClose} onDone={onDone} />
  return <ReasonSheet desk={desk} opened={opened} onClose={onClose} onDone={onDone} />
}

/** One line of text and one deed: the code that was read, or why it is done late or taken back. */
function ReasonSheet({
  desk,
  opened,
  onClose,
  onDone,
}: DeskSheetProps & { opened: Exclude<Opened, { kind: 'walk-in' }> }) {
  const activity = desk.activity.id
  const [text, setText] = useState(opened.kind === 'undo' ? deskWords.undoReason : '')
  const [shown, setShown] = useState(false)
  const act = useAction(async (intent, words: string) => {
    if (opened.kind === 'type') return call.attendance.scan({ intent, activity, code: words })
    if (opened.kind === 'undo')
      return call.attendance.undo({ intent, activity, checkIn: opened.checkIn, reason: words })
    return call.attendance.admit({ intent, activity, party: opened.party, people: opened.people, reason: words })
  })
  const words = {
    type: { title: deskWords.type, label: deskWords.type, deed: deskWords.admit, least: 6, most: 120 },
    late: { title: deskWords.late, label: deskWords.lateWhy, deed: deskWords.late, least: 2, most: 60 },
    undo: {
      title: opened.kind === 'undo' ? deskWords.undoTitle(opened.names) : '',
      label: rosterWords.reason,
      deed: deskWords.undo,
      least: 2,
      most: 60,
    },
  }[opened.kind]
  const short = text.trim().length < words.least
  const go = async () => {
    setShown(true)
    if (short) return
    if (!(await act.run(text.trim())).ok) return
    void Taro.showToast({ title: opened.kind === 'undo' ? deskWords.undone : rosterWords.done, icon: 'none' })
    await onDone()
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      {opened.kind === 'undo' && <View className='desk-sheet-text'>{deskWords.undoText}</View>}
      <Field
        label={words.label}
        value={text}
        error={shown && short ? rosterWords.reasonShort : null}
        maxLength={words.most}
        onChange={setText}
        onDone={() => void go()}
      />
      {opened.kind === 'late' && (
        <View className='desk-chips'>
          {deskWords.lateReasons.map((reason) => (
            <Chip key={reason} kind='radio' on={reason === text} onPress={() => setText(reason)}>
              {reason}
            </Chip>
          ))}
        </View>
      )}
      {act.problem && <Trouble problem={act.problem} retry={go} close={act.dismiss} />}
      <Button kind={opened.kind === 'undo' ? 'danger' : 'primary'} busy={act.busy} onPress={go}>
        {words.deed}
      </Button>
    </Sheet>
  )
}
