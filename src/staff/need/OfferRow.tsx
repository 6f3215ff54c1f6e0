import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { NeedQueue } from '../../domain/need-page'
import { careWords, deskWords as words } from '../../text/need-desk-words'
import { shortMomentWords } from '../../text/time'
import { Decide } from './Decide'
import './desk.css'

interface OfferRowProps {
  offer: NeedQueue['offers'][number]
  now: number
  onDone(): Promise<void>
}

/** An offer whose words, or papers, a person looks at first. */
export function OfferRow({ offer, now, onDone }: OfferRowProps) {
  const [seen, setSeen] = useState(false)
  const decide = useAction((intent, decision: { pass: boolean; reason: string; holds: string[] }) =>
    call.offer.decide({ intent, offer: offer.id, ...decision }),
  )
  return (
    <Card>
      <View className='desk-line'>
        <Tag>{offer.label}</Tag>
        {offer.care !== 'open' && <Tag tone='red'>{careWords[offer.care]}</Tag>}
        <View className='soft'>{shortMomentWords(offer.at, now)}</View>
      </View>
      <View className='desk-text'>{offer.text}</View>
      {offer.licences.length > 0 && (
        <Chip on={seen} onPress={() => setSeen(!seen)}>
          {words.holds(offer.licences.join('、'))}
        </Chip>
      )}
      {decide.problem && (
        <Trouble
          problem={decide.problem}
          retry={() => void decide.again()}
          refresh={() => void onDone()}
          close={decide.dismiss}
        />
      )}
      <Decide
        busy={decide.busy}
        onDecide={async (pass, reason) => {
          const holds = seen ? offer.licences : []
          if ((await decide.run({ pass, reason, holds })).ok) await onDone()
        }}
      />
    </Card>
  )
}
