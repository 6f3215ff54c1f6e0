import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Choice } from '../../components/Choice'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { type AgeBand, ageBands } from '../../domain/age'
import type { Borrower, DeskThing } from '../../domain/loan-page'
import { bandWords } from '../../text/bands'
import { loanDeskWords as words } from '../../text/loan-desk-words'
import type { Done } from './opened'

interface LendSheetProps {
  thing: DeskThing
  onClose(): void
  onDone: Done
}

/** A piece is handed out at once: to a member who is found by name, or to someone without a phone. */
export function LendSheet({ thing, onClose, onDone }: LendSheetProps) {
  const [guest, setGuest] = useState(false)
  return (
    <Sheet title={words.lendTitle(thing.name)} onClose={onClose}>
      <View className='loans-chips'>
        <Chip kind='radio' on={!guest} onPress={() => setGuest(false)}>
          {words.find}
        </Chip>
        <Chip kind='radio' on={guest} onPress={() => setGuest(true)}>
          {words.guest}
        </Chip>
      </View>
      {guest ? <Guest thing={thing} onDone={onDone} /> : <Found thing={thing} onDone={onDone} />}
    </Sheet>
  )
}

type Part = Pick<LendSheetProps, 'thing' | 'onDone'>

function Found({ thing, onDone }: Part) {
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<Borrower>()
  const asked = sought.trim()
  const found = useQuery(
    `loan.find.${thing.id}.${asked}`,
    async () =>
      asked === '' ? { ok: true, value: [] as Borrower[] } : call.loan.find({ thing: thing.id, words: asked }),
    false,
  )
  const lend = useAction((intent, { holder, id }: Borrower) =>
    call.loan.lend({ intent, thing: thing.id, holder, person: id }),
  )
  return (
    <View>
      <Field
        label={words.find}
        hint={words.findHint}
        value={sought}
        maxLength={12}
        onChange={(text) => {
          setSought(text)
          setChosen(undefined)
        }}
      />
      {found.problem && <Trouble problem={found.problem} retry={found.refresh} />}
      {asked !== '' && found.value?.length === 0 && <View className='soft loans-sheet-text'>{words.nobody}</View>}
      <View className='loans-chips'>
        {found.value?.map((person) => (
          <Chip key={person.id} kind='radio' on={person.id === chosen?.id} onPress={() => setChosen(person)}>
            {whoWords(person)}
          </Chip>
        ))}
      </View>
      {lend.problem && (
        <Trouble
          problem={lend.problem}
          retry={async () => onDone(await lend.again(), words.lent)}
          close={lend.dismiss}
        />
      )}
      <Button
        busy={lend.busy}
        disabled={!chosen}
        onPress={async () => chosen && onDone(await lend.run(chosen), words.lent)}
      >
        {words.lendDo}
      </Button>
    </View>
  )
}

const whoWords = ({ name, building, of }: Borrower): string => {
  const more = [building, of ? `跟${of}` : null].filter(Boolean).join('，')
  return more === '' ? name : `${name}（${more}）`
}

function Guest({ thing, onDone }: Part) {
  const [name, setName] = useState('')
  const [band, setBand] = useState<AgeBand | null>(null)
  const [shown, setShown] = useState(false)
  const lend = useAction((intent, who: { name: string; band: AgeBand }) =>
    call.loan.lendGuest({ intent, thing: thing.id, building: null, consent: true, ...who }),
  )
  const go = async () => {
    setShown(true)
    if (name.trim() !== '' && band) await onDone(await lend.run({ name: name.trim(), band }), words.lent)
  }
  return (
    <View>
      <Field
        label={words.guestName}
        value={name}
        maxLength={12}
        error={shown && name.trim() === '' ? words.nameShort : null}
        onChange={setName}
      />
      <Choice
        label={words.guestBand}
        columns={3}
        options={ageBands.map((value) => ({ value, label: bandWords(value) }))}
        value={band}
        error={shown && !band ? words.bandMissing : null}
        onChange={(chosen) => setBand(chosen)}
      />
      {lend.problem && (
        <Trouble
          problem={lend.problem}
          retry={async () => onDone(await lend.again(), words.lent)}
          close={lend.dismiss}
        />
      )}
      <View className='soft loans-sheet-text'>{words.guestConsent}</View>
      <Button busy={lend.busy} onPress={go}>
        {words.lendDo}
      </Button>
    </View>
  )
}
