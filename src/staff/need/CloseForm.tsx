import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { Lines } from '../../components/Lines'
import { Trouble } from '../../components/Trouble'
import { type UnmetReason, unmetReasons } from '../../domain/need'
import { deskWords as words, unmetWords } from '../../text/need-desk-words'

/** How it ended: done, or why not; told to its author and to all who want it too. */
export function CloseForm({ need, onDone }: { need: string; onDone(): Promise<void> }) {
  const [solved, setSolved] = useState<string | null>(null)
  const [why, setWhy] = useState<UnmetReason | null>(null)
  const [text, setText] = useState('')
  const close = useAction((intent, said: { solved: boolean; why: UnmetReason | null; text: string }) =>
    call.need.close({ intent, need, ...said }),
  )
  const yes = solved === 'yes'
  const ready = solved !== null && (yes || why !== null) && text.trim().length >= 2
  const send = async () => {
    if ((await close.run({ solved: yes, why: yes ? null : why, text: text.trim() })).ok) await onDone()
  }
  return (
    <View>
      <Choice
        label={words.close}
        columns={2}
        options={[
          { value: 'yes', label: words.closeSolved },
          { value: 'no', label: words.closeNot },
        ]}
        value={solved}
        onChange={setSolved}
      />
      {solved === 'no' && (
        <Choice
          label={words.closeWhy}
          columns={3}
          options={unmetReasons.map((value) => ({ value, label: unmetWords[value] }))}
          value={why}
          onChange={(value) => setWhy(value)}
        />
      )}
      <Lines
        label={words.closeText}
        value={text}
        maxLength={200}
        onChange={(typed) => setText(typed.replace(/\n/g, ' '))}
      />
      {close.problem && <Trouble problem={close.problem} retry={send} close={close.dismiss} />}
      <Button busy={close.busy} disabled={!ready} onPress={send}>
        {words.send}
      </Button>
    </View>
  )
}
