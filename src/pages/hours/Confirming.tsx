import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { mostMinutes } from '../../domain/hours'
import type { ServiceCard } from '../../domain/hours-page'
import { minutesWords } from '../../text/hours-time'
import { hoursWords, stateWords } from '../../text/service-words'
import { rangeWords } from '../../text/time'

/** Whoever was served says whether the time is right: one tap for yes, or how long it really was. */
export function Confirming({ card, onDone }: { card: ServiceCard; onDone(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = hoursWords(elder)
  const now = useNow()
  const [other, setOther] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const act = useAction((intent, minutes: number) => call.hours.confirm({ intent, service: card.id, minutes }))
  const say = async (minutes: number) => {
    if ((await act.run(minutes)).ok) await onDone()
  }
  const sayOther = async () => {
    const minutes = Number(other)
    const right = other !== '' && Number.isInteger(minutes) && minutes >= 0 && minutes <= mostMinutes
    setWrong(!right)
    if (right) await say(minutes)
  }
  return (
    <Card>
      <View className='hours-name'>{card.title}</View>
      <View className='soft'>{rangeWords(card.from, card.until ?? card.endsAt, now)}</View>
      <View>{stateWords(card, now)}</View>
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      {other === null ? (
        <View className='hours-deeds'>
          <Button busy={act.busy} onPress={() => say(card.measured)}>
            {`${words.confirm}，${minutesWords(card.measured)}`}
          </Button>
          <Button kind='plain' onPress={() => setOther('')}>
            {words.other}
          </Button>
        </View>
      ) : (
        <View className='hours-deeds'>
          <Field
            label={words.howLong}
            hint={words.howLongHint}
            digits
            maxLength={3}
            value={other}
            error={wrong ? words.howLongWrong : null}
            onChange={setOther}
            onDone={() => void sayOther()}
          />
          <Button busy={act.busy} onPress={sayOther}>
            {words.confirm}
          </Button>
        </View>
      )}
    </Card>
  )
}
