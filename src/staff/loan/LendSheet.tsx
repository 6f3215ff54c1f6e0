import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { Borrower } from '../../domain/loan-page'
import { loanDeskWords as words } from '../../text/loan-desk-words'
import { LendGuest } from './LendGuest'
import type { Lending } from './opened'

interface LendSheetProps extends Lending {
  onClose(): void
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
      {guest ? <LendGuest thing={thing} onDone={onDone} /> : <Found thing={thing} onDone={onDone} />}
    </Sheet>
  )
}

function Found({ thing, onDone }: Lending) {
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
