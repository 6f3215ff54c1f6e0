import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { Bookable } from '../../domain/booking-page'
import type { Building } from '../../domain/centre'
import { bookingDeskWords as words } from '../../text/booking-desk-words'
import '../../text/booking-refusals'
import '../../text/staff-refusals'
import { blankGuest, type GuestDraft, guestInput, whatIsMissing } from './guest-draft'
import { GuestSlots } from './GuestSlots'
import { GuestWho } from './GuestWho'
import './slots.css'

/** A slot is booked for someone without a phone: what, when, who, in the order in which it is said at the desk. */
export default function BookForGuest() {
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const list = useQuery('booking.list', () => call.booking.list({}))
  const { params } = useRouter()
  return (
    <Screen title={words.guestTitle} wide>
      {[centre, list].map(
        ({ problem, refresh }, n) => problem && <Trouble key={n} problem={problem} retry={() => void refresh()} />,
      )}
      {(!centre.value || !list.value) && (centre.loading || list.loading) && <Loading cards={3} />}
      {centre.value && list.value && (
        <Form buildings={centre.value.centre.buildings} things={list.value} day={Number(params.day) || null} />
      )}
    </Screen>
  )
}

function Form({ buildings, things, day }: { buildings: readonly Building[]; things: Bookable[]; day: number | null }) {
  const now = useNow()
  const [draft, setDraft] = useState<GuestDraft>({ ...blankGuest, day })
  const [tried, setTried] = useState(false)
  const change = (more: Partial<GuestDraft>) => setDraft((before) => ({ ...before, ...more }))
  const room = things.find(({ id }) => id === draft.timetable)?.kind === 'room'
  const missing = tried ? whatIsMissing(draft, room) : undefined
  const act = useAction((intent, input: NonNullable<ReturnType<typeof guestInput>>) =>
    call.booking.bookFor({ intent, ...input }),
  )
  const told = (answer: Awaited<ReturnType<typeof act.run>> | undefined) => {
    if (!answer?.ok) return
    void Taro.showToast({
      title: answer.value.state === 'waiting' ? words.guestQueued : words.guestDone,
      icon: 'none',
    })
    void Taro.navigateBack()
  }
  const send = async () => {
    setTried(true)
    const input = guestInput(draft, room)
    if (input) told(await act.run(input))
  }
  return (
    <View>
      <View className='field'>
        <View className='field-label'>{words.guestWhat}</View>
        {things.length === 0 && <View className='soft'>{words.guestWhatNone}</View>}
        <View className='slots-chips' aria-label={words.guestWhat} {...spokenAs('radiogroup')}>
          {things.map(({ id, title }) => (
            <Chip
              key={id}
              kind='radio'
              on={draft.timetable === id}
              onPress={() => change({ timetable: id, slots: [] })}
            >
              {title}
            </Chip>
          ))}
        </View>
      </View>
      {draft.timetable !== null && (
        <GuestSlots
          key={draft.timetable}
          timetable={draft.timetable}
          day={draft.day}
          slots={draft.slots}
          now={now}
          onChange={change}
        />
      )}
      <GuestWho draft={draft} buildings={buildings} missing={missing} onChange={change} />
      {room && (
        <View>
          <Field
            label={words.guestPurpose}
            hint={words.guestPurposeHint}
            value={draft.purpose}
            maxLength={40}
            error={missing === 'purpose' ? words.guestMissing.purpose : null}
            onChange={(purpose) => change({ purpose })}
          />
          <Field
            label={words.guestPeople}
            value={draft.people}
            maxLength={3}
            error={missing === 'people' ? words.guestMissing.people : null}
            onChange={(people) => change({ people })}
          />
        </View>
      )}
      <View className='slots-chips'>
        <Chip on={draft.consent} onPress={() => change({ consent: !draft.consent })}>
          {words.guestConsent}
        </Chip>
      </View>
      <View className='soft slots-none'>{words.guestConsentNote}</View>
      {missing && missing !== 'name' && missing !== 'purpose' && missing !== 'people' && (
        <View className='field-error slots-none' {...spokenAs('alert')}>
          {words.guestMissing[missing]}
        </View>
      )}
      {act.problem && <Trouble problem={act.problem} retry={async () => told(await act.again())} close={act.dismiss} />}
      <Button busy={act.busy} onPress={send}>
        {words.guestDo}
      </Button>
    </View>
  )
}
