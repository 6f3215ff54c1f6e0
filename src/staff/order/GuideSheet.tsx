import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Lines } from '../../components/Lines'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { deskWords as words } from '../../text/order-desk-words'

/** It is answered elsewhere: where, in words that the resident reads. */
export function GuideSheet({ order, onClose, onDone }: { order: string; onClose(): void; onDone(): Promise<void> }) {
  const [text, setText] = useState('')
  const guide = useAction((intent, where: string) => call.order.guide({ intent, order, text: where }))
  const said = text.trim().replace(/\s+/g, ' ')
  const run = async () => {
    if ((await guide.run(said)).ok) await onDone()
  }
  return (
    <Sheet title={words.guide} onClose={onClose}>
      <Lines label={words.guideText} hint={words.guideHint} value={text} maxLength={100} onChange={setText} />
      {guide.problem && <Trouble problem={guide.problem} retry={() => void guide.again()} close={guide.dismiss} />}
      <Button busy={guide.busy} disabled={said.length < 2} onPress={run}>
        {words.guideDo}
      </Button>
    </Sheet>
  )
}
