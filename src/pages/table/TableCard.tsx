import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { pressable } from '../../components/press'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { TableEntry } from '../../domain/activity'
import { isOnNow } from '../../domain/attendance-hours'
import { memberWords } from '../../text/member-words'
import { partySentence, partyStateWords } from '../../text/seats'
import { dot, unbroken } from '../../text/spacing'
import { keptUntilWords, leaveDeadlineWords, rangeWords, soonWords } from '../../text/time'
import { words as allWords } from '../../text/words'
import { useParty } from '../useParty'

interface TableCardProps {
  entry: TableEntry
  now: number
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

const tones = { seated: 'jade', waiting: 'amber', offered: 'red', lapsed: 'plain', held: 'amber' } as const

/** One of my parties at one activity: when and where, how it stands, and what I can do about it. */
export function TableCard({ entry, now, ask, onChanged }: TableCardProps) {
  const { activity, party } = entry
  const { state } = party
  const { elder } = useDisplay()
  const words = allWords(elder)
  const doing = useParty(entry, now, ask, onChanged)
  const cancelled = activity.state === 'cancelled'
  const soon = soonWords(activity.startsAt, activity.endsAt, now)
  const there = state === 'offered' ? words.take : state === 'lapsed' ? words.askAgain : undefined
  const away = state === 'seated' ? words.leave : state === 'offered' ? words.decline : words.leaveWait
  return (
    <Card>
      <View
        className='table-title'
        {...pressable({
          role: 'link',
          onPress: () => void Taro.navigateTo({ url: `/pages/activity/index?id=${activity.id}` }),
        })}
      >
        <Text>{activity.title}</Text>
        <Text className='table-sign' aria-hidden='true'>
          ›
        </Text>
      </View>
      <View className='soft'>{rangeWords(activity.startsAt, activity.endsAt, now)}</View>
      <View className='soft'>
        {activity.place}
        {dot}
        {memberWords(elder).who}：{party.people.map(({ name }) => unbroken(name)).join('、')}
      </View>
      <View>
        <Tag tone={cancelled ? 'red' : tones[state]}>{cancelled ? words.cancelled : partyStateWords(state, elder)}</Tag>
        {soon && !cancelled && <Tag tone='amber'>{soon}</Tag>}
      </View>
      {doing.problem && (
        <Trouble problem={doing.problem} retry={doing.again} refresh={doing.lookAgain} close={doing.lookAgain} />
      )}
      {!cancelled && state === 'seated' && isOnNow(activity, now) && (
        <Button
          label={`${activity.title}，${words.checkIn}`}
          onPress={() => Taro.navigateTo({ url: `/pages/attendance/index?id=${activity.id}` })}
        >
          {words.checkIn}
        </Button>
      )}
      {!cancelled && (
        <View className='table-foot'>
          <View className='table-sentence'>
            {state === 'seated'
              ? leaveDeadlineWords(activity.startsAt, now)
              : partySentence(party, keptUntilWords(party.expiresAt ?? now, now), elder)}
          </View>
          {now < activity.startsAt && (
            <View className='table-actions'>
              {there && (
                <Button busy={doing.taking} label={`${activity.title}，${there}`} onPress={doing.goThere}>
                  {there}
                </Button>
              )}
              <Button kind='plain' busy={doing.leaving} label={`${activity.title}，${away}`} onPress={doing.goAway}>
                {away}
              </Button>
            </View>
          )}
        </View>
      )}
    </Card>
  )
}
