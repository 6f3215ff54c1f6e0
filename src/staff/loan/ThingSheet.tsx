import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { chanceId } from '../../cloud/chance'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { type Glyph, glyphs } from '../../domain/thing'
import type { DeskThing } from '../../domain/loan-page'
import { glyphWords, loanDeskWords as words } from '../../text/loan-desk-words'
import type { Done } from './opened'

/** Under which item of the menu a kind of thing is lent. */
const itemOf: Record<Glyph, string> = {
  wheelchair: 'wheelchair-loan',
  aid: 'assistive-device-loan',
  tool: 'tool-loan',
  umbrella: 'umbrella-loan',
  ball: 'sports-gear-loan',
  toy: 'toy-library',
  book: 'book-loan',
  table: 'event-kit-loan',
  other: 'tool-loan',
}

interface ThingSheetProps {
  /** Nothing for a new kind. */
  thing: DeskThing | undefined
  onClose(): void
  onDone: Done
}

const numberIn = (text: string, most: number): number | null =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) <= most ? Number(text) : null

/** A kind of thing: what it is, how many there are, for how long, and what to know before one takes it. */
export function ThingSheet({ thing, onClose, onDone }: ThingSheetProps) {
  const [id] = useState(() => thing?.id ?? chanceId(16))
  const [glyph, setGlyph] = useState<Glyph>(thing?.glyph ?? 'tool')
  const [name, setName] = useState(thing?.name ?? '')
  const [note, setNote] = useState(thing?.note ?? '')
  const [deposit, setDeposit] = useState(thing?.deposit ?? '')
  const [days, setDays] = useState(String(thing?.days ?? 3))
  const [stock, setStock] = useState(String(thing?.stock ?? 1))
  const [open, setOpen] = useState(thing?.open ?? true)
  const [shown, setShown] = useState(false)
  const save = useAction((intent, told: Omit<Parameters<typeof call.loan.saveThing>[0], 'intent'>) =>
    call.loan.saveThing({ intent, ...told }),
  )
  const [lasts, many] = [numberIn(days, 180), numberIn(stock, 9999)]
  const wrong = (bad: boolean) => (shown && bad ? words.wrong : null)
  const go = async () => {
    setShown(true)
    if (name.trim() === '' || note.trim() === '' || lasts === null || many === null) return
    const item = thing && glyph === thing.glyph ? thing.item : itemOf[glyph]
    const told = {
      thing: id,
      version: thing?.version ?? 0,
      name: name.trim(),
      item,
      glyph,
      note: note.trim(),
      deposit: deposit.trim() === '' ? null : deposit.trim(),
      days: lasts,
      stock: many,
      open,
    }
    await onDone(await save.run(told), words.saved)
  }
  return (
    <Sheet title={thing ? words.editThing : words.newThing} onClose={onClose}>
      <View className='loans-chips' aria-label={words.kind} {...spokenAs('radiogroup')}>
        {glyphs.map((each) => (
          <Chip key={each} kind='radio' on={each === glyph} onPress={() => setGlyph(each)}>
            {glyphWords[each]}
          </Chip>
        ))}
      </View>
      <Field label={words.name} value={name} maxLength={16} error={wrong(name.trim() === '')} onChange={setName} />
      <Field label={words.thingNote} value={note} maxLength={60} error={wrong(note.trim() === '')} onChange={setNote} />
      <Field label={words.deposit} hint={words.depositHint} value={deposit} maxLength={40} onChange={setDeposit} />
      <Field label={words.days} digits value={days} maxLength={3} error={wrong(lasts === null)} onChange={setDays} />
      <Field label={words.stock} digits value={stock} maxLength={4} error={wrong(many === null)} onChange={setStock} />
      <View className='loans-chips' {...spokenAs('radiogroup')}>
        <Chip kind='radio' on={open} onPress={() => setOpen(true)}>
          {words.open}
        </Chip>
        <Chip kind='radio' on={!open} onPress={() => setOpen(false)}>
          {words.closed}
        </Chip>
      </View>
      {save.problem && (
        <Trouble
          problem={save.problem}
          retry={async () => onDone(await save.again(), words.saved)}
          close={save.dismiss}
        />
      )}
      <Button busy={save.busy} onPress={go}>
        {words.save}
      </Button>
    </Sheet>
  )
}
