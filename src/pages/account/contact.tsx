import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { goBack } from '../../components/ways'
import { type Contact, contactInput } from '../../domain/contact'
import { accountWords } from '../../text/account-words'
import { toasts } from '../../text/words'
import { Answered } from '../Answered'
import './account.css'

/** The phone and the room: what is there stands there, to be changed or taken back. */
export default function ContactPage() {
  const { elder } = useDisplay()
  const account = useQuery('account', () => call.member.account({}), false)
  return (
    <Screen title={accountWords(elder).contactTitle}>
      <Answered query={account} waiting={<Loading cards={2} />}>
        {(value) => <Form known={value} />}
      </Answered>
    </Screen>
  )
}

const given = (text: string): string | null => text.trim() || null

function Form({ known }: { known: Contact }) {
  const { elder } = useDisplay()
  const words = accountWords(elder)
  const [phone, setPhone] = useState(known.phone ?? '')
  const [room, setRoom] = useState(known.room ?? '')
  const [shown, setShown] = useState(false)
  const keep = useAction((_, contact: Contact) => call.member.setContact({ ...contact, consent: true }))
  const parsed = v.safeParse(contactInput, { phone: given(phone), room: given(room), consent: true })
  const wrong = new Set(shown && !parsed.success ? parsed.issues.map((issue) => v.getDotPath(issue)) : [])
  const nothing = given(phone) === null && given(room) === null
  const send = async (contact: Contact) => {
    if (!(await keep.run(contact)).ok) return
    void Taro.showToast({ title: toasts.saved, icon: 'none' })
    goBack()
  }
  const save = async () => {
    setShown(true)
    if (parsed.success) await send({ phone: parsed.output.phone, room: parsed.output.room })
  }
  const stored = known.phone !== null || known.room !== null
  return (
    <View>
      <View className='account-lead'>{words.contactLead}</View>
      <Field
        label={words.phone}
        hint={words.phoneHint}
        value={phone}
        maxLength={13}
        error={wrong.has('phone') ? words.phoneWrong : null}
        onChange={setPhone}
      />
      <Field
        label={words.room}
        hint={words.roomHint}
        value={room}
        maxLength={20}
        error={wrong.has('room') ? words.roomWrong : null}
        onChange={setRoom}
      />
      <View className='soft account-consent'>{words.contactConsent}</View>
      {keep.problem && <Trouble problem={keep.problem} retry={save} close={keep.dismiss} />}
      <View className='account-answers'>
        {!(nothing && !stored) && (
          <Button busy={keep.busy} onPress={nothing ? () => send({ phone: null, room: null }) : save}>
            {nothing ? words.contactClear : words.contactAgree}
          </Button>
        )}
        {stored && !nothing && (
          <Button kind='danger' onPress={() => send({ phone: null, room: null })}>
            {words.contactClear}
          </Button>
        )}
      </View>
    </View>
  )
}
