import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Lines } from '../../components/Lines'
import { Trouble } from '../../components/Trouble'
import { deskWords as words } from '../../text/need-desk-words'

/** A word to its author, and to all who want it too. */
export function ReplyForm({ need, onDone }: { need: string; onDone(): Promise<void> }) {
  const [text, setText] = useState('')
  const reply = useAction((intent, said: { text: string }) => call.need.reply({ intent, need, ...said }))
  const send = async () => {
    if ((await reply.run({ text: text.trim() })).ok) await onDone()
  }
  return (
    <View>
      <Lines
        label={words.replyLabel}
        value={text}
        maxLength={200}
        onChange={(typed) => setText(typed.replace(/\n/g, ' '))}
      />
      {reply.problem && <Trouble problem={reply.problem} retry={send} close={reply.dismiss} />}
      <Button busy={reply.busy} disabled={text.trim().length < 2} onPress={send}>
        {words.send}
      </Button>
    </View>
  )
}
