import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Trouble } from '../../components/Trouble'
import type { RatingQueue } from '../../domain/rating-summary'
import { boardWords as words } from '../../text/rating-words'
import { shortMomentWords } from '../../text/time'

interface WordsCardProps {
  item: RatingQueue['words'][number]
  now: number
  onDone(): Promise<void>
}

/** Words that only their author sees until a person has decided; who wrote them is not told. */
export function WordsCard({ item, now, onDone }: WordsCardProps) {
  const [hiding, setHiding] = useState(false)
  const act = useAction((intent, decision: { pass: boolean; reason: string }) =>
    call.rating.decide({ intent, activity: item.activity, about: item.id, ...decision }),
  )
  const decide = async (pass: boolean, reason: string) => {
    if ((await act.run({ pass, reason })).ok) await onDone()
  }
  return (
    <View className='review-card'>
      <Card>
        <View className='soft'>
          {item.title}，{item.of === 'reply' ? words.ofReply : words.ofRating}，{shortMomentWords(item.at, now)}
        </View>
        <View className='review-text'>{item.text}</View>
        {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
        {hiding ? (
          <View>
            <View className='field-label'>{words.why}</View>
            <View className='review-chips'>
              {words.hideReasons.map((reason) => (
                <Chip key={reason} kind='button' onPress={() => void decide(false, reason)}>
                  {reason}
                </Chip>
              ))}
            </View>
          </View>
        ) : (
          <View className='review-chips'>
            <Button busy={act.busy} onPress={() => decide(true, words.passReason)}>
              {words.pass}
            </Button>
            <Button kind='plain' onPress={() => setHiding(true)}>
              {words.hide}
            </Button>
          </View>
        )}
      </Card>
    </View>
  )
}
