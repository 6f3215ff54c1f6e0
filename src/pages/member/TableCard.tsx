import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { pressable } from '../../components/press'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { TableEntry } from '../../domain/activity'
import { memberWords } from '../../text/member-words'
import { partySentence, partyStateWords } from '../../text/seats'
import { unbroken } from '../../text/spacing'
import { keptUntilWords, leaveDeadlineWords, rangeWords, soonWords } from '../../text/time'
import { words as allWords, type ConfirmWords, confirms, toasts } from '../../text/words'

interface TableCardProps {
  entry: TableEntry
  now: number
  ask(words: ConfirmWords): Promise<boolean>
  onChanged(): Promise<void>
}

const tones = { seated: 'jade', waiting: 'amber', offered: 'red', lapsed: 'plain', held: 'amber' } as const

/** One of my parties at one activity: when and where, how it stands, and what I can do about it. */
export function TableCard({ entry: { activity, party }, now, ask, onChanged }: TableCardProps) {
  const { elder } = useDisplay()
  const words = allWords(elder)
  const named = (intent: string, id: string) => ({ intent, activity: activity.id, party: id })
  const leave = useAction((intent, id: string) => call.activity.leave(named(intent, id)))
  const take = useAction((intent, id: string) => call.activity.take(named(intent, id)))
  const { state } = party
  const problem = leave.problem ?? take.problem
  const [question, done, label] =
    state === 'seated'
      ? ([confirms.leave, toasts.left, words.leave] as const)
      : state === 'offered'
        ? ([confirms.decline, toasts.declined, words.decline] as const)
        : ([confirms.leaveWait, toasts.leftWait, words.leaveWait] as const)

  const settled = async (answer: { ok: boolean }, toast: string) => {
    if (answer.ok) void Taro.showToast({ title: toast, icon: 'none' })
    await onChanged()
  }
  const goAway = async () => {
    if (await ask(question)) await settled(await leave.run(party.id), done)
  }
  const goThere = async () => settled(await take.run(party.id), state === 'offered' ? toasts.taken : toasts.askedAgain)
  const again = () => {
    leave.dismiss()
    take.dismiss()
    void onChanged()
  }

  const cancelled = activity.state === 'cancelled'
  const started = now >= activity.startsAt
  const soon = soonWords(activity.startsAt, activity.endsAt, now)
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
        {activity.place} · {memberWords(elder).who}：{party.people.map(({ name }) => unbroken(name)).join('、')}
      </View>
      <View>
        <Tag tone={cancelled ? 'red' : tones[state]}>{cancelled ? words.cancelled : partyStateWords(state, elder)}</Tag>
        {soon && !cancelled && <Tag tone='amber'>{soon}</Tag>}
      </View>
      {problem && <Trouble problem={problem} retry={again} close={again} />}
      {!cancelled && (
        <View className='table-foot'>
          <View className='table-sentence'>
            {state === 'seated'
              ? leaveDeadlineWords(activity.startsAt, now)
              : partySentence(party, keptUntilWords(party.expiresAt ?? now, now), elder)}
          </View>
          {!started && (
            <View className='table-actions'>
              {(state === 'offered' || state === 'lapsed') && (
                <Button
                  busy={take.busy}
                  label={`${activity.title}，${state === 'offered' ? words.take : words.askAgain}`}
                  onPress={goThere}
                >
                  {state === 'offered' ? words.take : words.askAgain}
                </Button>
              )}
              <Button kind='plain' busy={leave.busy} label={`${activity.title}，${label}`} onPress={goAway}>
                {label}
              </Button>
            </View>
          )}
        </View>
      )}
    </Card>
  )
}
