import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { toCalendar } from '../../cloud/calendar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { ActivityPage, OwnParty } from '../../domain/activity'
import { isOnNow } from '../../domain/attendance-hours'
import { namesOf, pageWords, remindWords } from '../../text/activity-page'
import { partySentence, partyStateWords } from '../../text/seats'
import { keptUntilWords } from '../../text/time'
import { words as allWords } from '../../text/words'
import { useParty } from '../useParty'

interface PartyCardProps {
  activity: Pick<ActivityPage, 'id' | 'title' | 'place' | 'bring' | 'startsAt' | 'endsAt' | 'state'>
  party: OwnParty
  now: number
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

const tones = { seated: 'jade', waiting: 'amber', offered: 'red', lapsed: 'plain', held: 'amber' } as const

/** One of my parties: who is in it, how it stands, and what one can do about it. */
export function PartyCard({ activity, party, now, ask, onChanged }: PartyCardProps) {
  const { elder } = useDisplay()
  const words = pageWords(elder)
  const { state, expiresAt } = party
  const doing = useParty({ activity, party }, now, ask, onChanged)
  const away =
    state === 'seated' ? allWords(elder).leave : state === 'offered' ? words.decline : allWords(elder).leaveWait
  const [kept, setKept] = useState<boolean>()
  const keep = async () => {
    const { id, title, place, bring, startsAt, endsAt } = activity
    setKept(await toCalendar({ id, title, place: place.name, note: bring ?? place.note, startsAt, endsAt }))
  }
  const { calendar, noCalendar, ...keptAs } = remindWords(elder)
  const inCalendar = process.env.TARO_ENV === 'h5' ? keptAs.calendarFile : keptAs.inCalendar
  const open = activity.state === 'open' && now < activity.startsAt
  return (
    <Card>
      <View className='party-head'>
        <View className='party-names'>{namesOf(party)}</View>
        <Tag tone={tones[state]}>{partyStateWords(state, elder)}</Tag>
      </View>
      <View>{partySentence(party, keptUntilWords(expiresAt ?? now, now), elder)}</View>
      {doing.problem && (
        <Trouble problem={doing.problem} retry={doing.again} refresh={doing.lookAgain} close={doing.lookAgain} />
      )}
      {state === 'seated' && activity.state === 'open' && isOnNow(activity, now) && (
        <Button onPress={() => Taro.navigateTo({ url: `/pages/attendance/index?id=${activity.id}` })}>
          {allWords(elder).checkIn}
        </Button>
      )}
      {kept !== undefined && <View className='soft'>{kept ? inCalendar : noCalendar}</View>}
      {open && (
        <View className='party-actions'>
          {(state === 'offered' || state === 'lapsed') && (
            <Button busy={doing.taking} onPress={doing.goThere}>
              {state === 'offered' ? words.take : words.askAgain}
            </Button>
          )}
          {state === 'seated' && (
            <Button kind='plain' onPress={keep}>
              {calendar}
            </Button>
          )}
          <Button kind='plain' busy={doing.leaving} onPress={doing.goAway}>
            {away}
          </Button>
        </View>
      )}
    </Card>
  )
}
