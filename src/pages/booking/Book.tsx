import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { type Answer, call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { BookingPage, DayView, OwnBooking } from '../../domain/booking-page'
import { bookingWords } from '../../text/booking-words'
import { rangeWords } from '../../text/time'
import { ForWhom } from '../ForWhom'

interface BookProps {
  page: BookingPage
  day: DayView
  slots: readonly number[]
  onBooked(): Promise<void>
}

interface Wanted {
  person: string
  people: number
  purpose: string | null
}

/** The one thing to do: book what is chosen. A service takes one more tap; a room asks what for, and how many come. */
export function Book({ page, day, slots, onBooked }: BookProps) {
  const { elder } = useDisplay()
  const words = bookingWords(elder)
  const me = useQuery('me', () => call.member.me({}))
  const [person, setPerson] = useState<string>()
  const [asking, setAsking] = useState(false)
  const book = useAction((intent, { person: who, people, purpose }: Wanted) =>
    call.booking.book({ intent, timetable: page.id, day: day.day, slots: [...slots], person: who, people, purpose }),
  )
  const profile = me.value
  if (profile === undefined && !me.problem) return null
  if (!profile)
    return (
      <View>
        <View className='soft booking-why'>{words.firstMeet}</View>
        <Button onPress={() => Taro.navigateTo({ url: '/pages/member/join?back=1' })}>{words.book}</Button>
      </View>
    )
  const done = async (answer: Answer<OwnBooking> | undefined) => {
    if (!answer?.ok) return
    setAsking(false)
    await onBooked()
    const { state } = answer.value
    const said = state === 'asked' ? words.asked : state === 'waiting' ? words.waiting : words.booked
    void Taro.showToast({ title: said, icon: 'none' })
  }
  const who = person ?? profile.id
  const chosen = day.slots.filter(({ slot }) => slots.includes(slot))
  const waits = chosen.some(({ free }) => free === 0)
  const go = async () => {
    if (page.kind === 'room') setAsking(true)
    else await done(await book.run({ person: who, people: 1, purpose: null }))
  }
  const trouble = book.problem && (
    <Trouble
      problem={book.problem}
      retry={async () => done(await book.again())}
      refresh={() => void onBooked()}
      close={book.dismiss}
    />
  )
  return (
    <View>
      {!asking && trouble}
      {page.kind === 'service' && (
        <ForWhom label={words.forWhom} me={words.me} profile={profile} chosen={who} onChoose={setPerson} />
      )}
      <Button busy={book.busy} disabled={chosen.length === 0} onPress={go}>
        {chosen.length === 0 ? words.choose : waits ? words.wait : words.book}
      </Button>
      {asking && (
        <RoomSheet
          page={page}
          when={rangeWords(chosen[0]?.startsAt ?? day.day, chosen.at(-1)?.endsAt ?? day.day, Date.now())}
          busy={book.busy}
          trouble={trouble}
          onClose={() => setAsking(false)}
          onBook={async (people, purpose) => done(await book.run({ person: who, people, purpose }))}
        />
      )}
    </View>
  )
}

interface RoomSheetProps {
  page: BookingPage
  when: string
  busy: boolean
  trouble: ReactNode
  onClose(): void
  onBook(people: number, purpose: string): Promise<void>
}

function RoomSheet({ page, when, busy, trouble, onClose, onBook }: RoomSheetProps) {
  const { elder } = useDisplay()
  const words = bookingWords(elder)
  const [purpose, setPurpose] = useState('')
  const [people, setPeople] = useState('6')
  const [shown, setShown] = useState(false)
  const many = Number(people)
  const wrong = !Number.isInteger(many) || many < 1 || many > 500
  const go = async () => {
    setShown(true)
    if (purpose.trim().length < 2 || wrong) return
    await onBook(many, purpose.trim())
  }
  return (
    <Sheet title={page.title} onClose={onClose}>
      <View className='booking-when'>{when}</View>
      <Field
        label={words.purpose}
        hint={words.purposeHint}
        value={purpose}
        maxLength={40}
        error={shown && purpose.trim().length < 2 ? words.purposeShort : null}
        onChange={setPurpose}
      />
      <Field
        label={words.people}
        digits
        value={people}
        maxLength={3}
        error={shown && wrong ? words.peopleWrong : null}
        onChange={setPeople}
      />
      <View className='soft booking-why'>{words.rule}</View>
      {page.approval && <View className='soft booking-why'>{words.approval}</View>}
      {trouble}
      <Button busy={busy} onPress={go}>
        {words.book}
      </Button>
    </Sheet>
  )
}
