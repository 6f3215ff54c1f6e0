import { useState } from 'react'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { loanDeskWords as words } from '../../text/loan-desk-words'
import { BackSheet } from './BackSheet'
import { LendSheet } from './LendSheet'
import type { Done, Opened } from './opened'
import { ThingSheet } from './ThingSheet'

interface LoanSheetProps {
  opened: Opened
  reading: boolean
  onCode(code: string): Promise<void>
  onClose(): void
  onDone: Done
}

/** The sheet that is open. */
export function LoanSheet({ opened, reading, onCode, onClose, onDone }: LoanSheetProps) {
  switch (opened.kind) {
    case 'code':
      return <CodeSheet busy={reading} onCode={onCode} onClose={onClose} />
    case 'back':
      return <BackSheet thing={opened.thing} loan={opened.loan} onClose={onClose} onDone={onDone} />
    case 'lend':
      return <LendSheet thing={opened.thing} onClose={onClose} onDone={onDone} />
    case 'thing':
      return <ThingSheet thing={opened.thing} onClose={onClose} onDone={onDone} />
  }
}

function CodeSheet({ busy, onCode, onClose }: { busy: boolean; onCode(code: string): Promise<void>; onClose(): void }) {
  const [code, setCode] = useState('')
  const [shown, setShown] = useState(false)
  const short = code.trim().length < 6
  const go = async () => {
    setShown(true)
    if (!short) await onCode(code.trim())
  }
  return (
    <Sheet title={words.type} onClose={onClose}>
      <Field
        label={words.code}
        value={code}
        maxLength={120}
        error={shown && short ? words.codeShort : null}
        onChange={setCode}
        onDone={() => void go()}
      />
      <Button busy={busy} onPress={go}>
        {words.type}
      </Button>
    </Sheet>
  )
}
