import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { type Condition, conditions } from '../../domain/thing'
import type { DeskLoan, DeskThing } from '../../domain/loan-page'
import { borrowerWords, conditionWords, loanDeskWords as words } from '../../text/loan-desk-words'
import type { Done } from './opened'

interface BackSheetProps {
  thing: DeskThing
  loan: DeskLoan
  onClose(): void
  onDone: Done
}

/** A piece comes back: how it is, and a word about it; or it will not come back any more. */
export function BackSheet({ thing, loan, onClose, onDone }: BackSheetProps) {
  const [condition, setCondition] = useState<Condition>('good')
  const [note, setNote] = useState('')
  const [losing, setLosing] = useState(false)
  const [shown, setShown] = useState(false)
  const named = { thing: thing.id, loan: loan.id }
  const back = useAction((intent, input: { condition: Condition; note: string | null }) =>
    call.loan.takeBack({ intent, ...named, ...input }),
  )
  const lose = useAction((intent, reason: string) => call.loan.lose({ intent, ...named, reason }))
  const short = note.trim().length < 2
  const take = async () =>
    onDone(await back.run({ condition, note: note.trim() === '' ? null : note.trim() }), words.back)
  const gone = async () => {
    setShown(true)
    if (!short) await onDone(await lose.run(note.trim()), words.lost)
  }
  const act = losing ? lose : back
  return (
    <Sheet title={losing ? words.loseTitle : words.backTitle(thing.name)} onClose={onClose}>
      <View className='loans-sheet-text'>{losing ? words.loseText : borrowerWords(loan)}</View>
      {!losing && (
        <Choice
          label={words.condition}
          options={conditions.map((value) => ({ value, ...conditionWords[value] }))}
          value={condition}
          onChange={(chosen) => setCondition(chosen)}
        />
      )}
      <Field
        label={losing ? words.loseReason : words.note}
        hint={losing ? '' : words.noteHint}
        value={note}
        maxLength={60}
        error={losing && shown && short ? words.reasonShort : null}
        onChange={setNote}
      />
      {act.problem && (
        <Trouble
          problem={act.problem}
          retry={async () => onDone(await act.again(), losing ? words.lost : words.back)}
          close={act.dismiss}
        />
      )}
      <View className='loans-answers'>
        {losing ? (
          <Button kind='danger' busy={lose.busy} onPress={gone}>
            {words.lose}
          </Button>
        ) : (
          <Button busy={back.busy} onPress={take}>
            {words.takeBack}
          </Button>
        )}
        {!losing && (
          <Button kind='plain' onPress={() => setLosing(true)}>
            {words.lose}
          </Button>
        )}
      </View>
    </Sheet>
  )
}
