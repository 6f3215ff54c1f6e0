import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { RatingQueue } from '../../domain/rating-summary'
import { boardWords as words, childFaces, faceWords, tagWords } from '../../text/rating-words'
import { shortMomentWords } from '../../text/time'

interface LowCardProps {
  item: RatingQueue['low'][number]
  now: number
  onDone(): Promise<void>
}

/** A low rating that the committee asks about, and writes down what came of it; whom to call only where asked. */
export function LowCard({ item, now, onDone }: LowCardProps) {
  const { activity, rater } = item
  const [outcome, setOutcome] = useState('')
  const [short, setShort] = useState(false)
  const [person, setPerson] = useState<{ name: string; phone: string | null }>()
  const follow = useAction((intent, said: string) => call.rating.follow({ intent, activity, rater, outcome: said }))
  const look = useAction((intent, reason: string) => call.rating.contact({ intent, activity, rater, reason }))
  const face = (item.child ? childFaces : faceWords).find(({ score }) => score === item.overall)
  const close = async () => {
    const said = outcome.trim()
    setShort(said.length < 2)
    if (said.length >= 2 && (await follow.run(said)).ok) await onDone()
  }
  const callBack = async () => {
    const answer = await look.run(words.contactReason)
    if (answer.ok) setPerson(answer.value)
  }
  const { problem } = follow.problem ? follow : look
  return (
    <View className='review-card'>
      <Card>
        <View className='soft'>
          {item.title}，{item.organiser}
        </View>
        <View className='review-chips'>
          {face && <Tag tone='red'>{face.speak}</Tag>}
          {item.tags.map((tag) => (
            <Tag key={tag} tone='plain'>
              {tagWords[tag]}
            </Tag>
          ))}
          <Tag tone='amber'>{words.due(shortMomentWords(item.dueAt, now))}</Tag>
        </View>
        {item.text && <View className='review-text'>{item.text}</View>}
        {item.wantsContact && !person && (
          <Button kind='plain' busy={look.busy} onPress={callBack}>
            {`${words.wants}，${words.contact}`}
          </Button>
        )}
        {person && <View {...spokenAs('status')}>{`${person.name}，${person.phone ?? words.noPhone}`}</View>}
        <Field
          label={words.outcome}
          hint={words.outcomeHint}
          maxLength={200}
          value={outcome}
          error={short ? words.short : null}
          onChange={setOutcome}
        />
        {problem && <Trouble problem={problem} close={follow.problem ? follow.dismiss : look.dismiss} />}
        <Button busy={follow.busy} onPress={close}>
          {words.close}
        </Button>
      </Card>
    </View>
  )
}
