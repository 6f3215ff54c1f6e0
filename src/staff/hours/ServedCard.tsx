import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { mostMinutes } from '../../domain/hours'
import type { HoursQueue } from '../../domain/hours-page'
import { alongWords, forgottenWords, hoursDeskWords as words, hoursWords, lateWords } from '../../text/service-words'
import { rangeWords } from '../../text/time'

interface ServedCardProps {
  card: HoursQueue['waiting'][number]
  onDone(): Promise<void>
}

/** One service that waits: a tap takes the minutes as they are; changed ones need a number, and later on a reason. */
export function ServedCard({ card, onDone }: ServedCardProps) {
  const now = useNow()
  const [changing, setChanging] = useState(false)
  const [minutes, setMinutes] = useState(String(card.appeal?.minutes ?? card.measured))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { id, decision, appeal } = card
  const confirm = useAction((intent, said: number) => call.hours.confirm({ intent, service: id, minutes: said }))
  const answer = useAction((intent, said: { minutes: number | null; reason: string }) =>
    said.minutes === null
      ? call.hours.uphold({ intent, service: id, about: appeal?.id ?? '', reason: said.reason })
      : call.hours.correct({ intent, service: id, about: decision ?? '', minutes: said.minutes, reason: said.reason }),
  )
  const number = Number(minutes)
  const wrong = minutes === '' || !Number.isInteger(number) || number < 0 || number > mostMinutes
  const short = reason.trim().length < 2
  const take = async (said: number) => {
    if ((await confirm.run(said)).ok) await onDone()
  }
  const say = async (said: number | null) => {
    setTried(true)
    if (short || (said !== null && wrong)) return
    if ((await answer.run({ minutes: said, reason: reason.trim() })).ok) await onDone()
  }
  const act = confirm.problem ? confirm : answer
  const field = (
    <Field
      label={words.minutes}
      digits
      maxLength={3}
      value={minutes}
      error={tried && wrong ? hoursWords(false).howLongWrong : null}
      onChange={setMinutes}
    />
  )
  return (
    <Card>
      <View className='hours-desk-name'>{card.name}</View>
      <View>{card.title}</View>
      <View className='soft'>{rangeWords(card.from, card.until ?? card.endsAt, now)}</View>
      {card.state !== 'on' && !card.late && <View>{words.measured(card.measured)}</View>}
      {card.late && <View className='soft'>{lateWords}</View>}
      {card.along > 0 && <View className='soft'>{alongWords(card.along)}</View>}
      {card.mine && card.state === 'awaiting' && <View>{words.mine}</View>}
      {card.forgotten && <View className='soft'>{forgottenWords}</View>}
      {appeal && <View>{words.now(card.counted)}</View>}
      {appeal && <View>{words.asks(appeal.minutes, appeal.reason)}</View>}
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      {card.state === 'awaiting' && !card.mine && !changing && (
        <View className='hours-desk-deeds'>
          <Button busy={confirm.busy} onPress={() => take(card.measured)}>
            {words.confirm(card.measured)}
          </Button>
          <Button kind='plain' onPress={() => setChanging(true)}>
            {words.change}
          </Button>
        </View>
      )}
      {card.state === 'awaiting' && changing && (
        <View className='hours-desk-deeds'>
          {field}
          <Button busy={confirm.busy} disabled={wrong} onPress={() => take(number)}>
            {words.confirm(wrong ? 0 : number)}
          </Button>
        </View>
      )}
      {appeal && (
        <View className='hours-desk-deeds'>
          {field}
          <Field
            label={words.reason}
            hint={words.reasonHint}
            maxLength={100}
            value={reason}
            error={tried && short ? hoursWords(false).short : null}
            onChange={setReason}
          />
          <Button busy={answer.busy} onPress={() => say(number)}>
            {words.correct}
          </Button>
          <Button kind='plain' busy={answer.busy} onPress={() => say(null)}>
            {words.uphold}
          </Button>
        </View>
      )}
    </Card>
  )
}
