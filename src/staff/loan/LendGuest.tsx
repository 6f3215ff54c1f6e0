import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Choice } from '../../components/Choice'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import { type AgeBand, ageBands } from '../../domain/age'
import { phone as phoneNumber } from '../../domain/contact'
import { bandWords } from '../../text/bands'
import { loanDeskWords as words } from '../../text/loan-desk-words'
import type { Lending } from './opened'

interface Guest {
  name: string
  band: AgeBand
  building: string | null
  phone: string | null
}

/** Someone without an account takes it along: how they are called, and how they are found when it is late. */
export function LendGuest({ thing, onDone }: Lending) {
  const [name, setName] = useState('')
  const [band, setBand] = useState<AgeBand | null>(null)
  const [building, setBuilding] = useState<string | null>(null)
  const [phone, setPhone] = useState('')
  const [shown, setShown] = useState(false)
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const lend = useAction((intent, guest: Guest) =>
    call.loan.lendGuest({ intent, thing: thing.id, consent: true, ...guest }),
  )
  const given = phone.trim() === '' ? null : phone.trim()
  const wrong = given !== null && !v.is(phoneNumber, given)
  const go = async () => {
    setShown(true)
    if (name.trim() !== '' && band && !wrong)
      await onDone(await lend.run({ name: name.trim(), band, building, phone: given }), words.lent)
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
      {centre.problem && <Trouble problem={centre.problem} retry={() => void centre.refresh()} />}
      {centre.value && (
        <View className='field'>
          <View className='field-label'>{words.guestBuilding}</View>
          <View className='loans-chips' aria-label={words.guestBuilding} {...spokenAs('radiogroup')}>
            {centre.value.centre.buildings.map((each) => (
              <Chip
                key={each.id}
                kind='radio'
                on={building === each.id}
                onPress={() => setBuilding(building === each.id ? null : each.id)}
              >
                {each.name}
              </Chip>
            ))}
          </View>
        </View>
      )}
      <Field
        label={words.guestPhone}
        hint={words.guestPhoneHint}
        value={phone}
        maxLength={13}
        error={shown && wrong ? words.phoneWrong : null}
        onChange={setPhone}
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
