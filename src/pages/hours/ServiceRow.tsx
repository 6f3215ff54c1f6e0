import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Tag } from '../../components/Tag'
import type { ServiceCard } from '../../domain/hours-page'
import { alongWords, forgottenWords, lateWords, sourceWords, stateWords } from '../../text/service-words'
import { rangeWords } from '../../text/time'

/** One service in a list: what, when, and how far it has come. */
export function ServiceRow({ card, now, onPress }: { card: ServiceCard; now: number; onPress?(): void }) {
  const when = rangeWords(card.from, card.until ?? card.endsAt, now)
  const state = stateWords(card, now)
  return (
    <Card label={`${card.title}，${when}，${state}`} {...(onPress && { onPress })}>
      <View className='hours-head'>
        <View className='hours-name'>{card.title}</View>
        <Tag tone='plain'>{sourceWords[card.source]}</Tag>
      </View>
      <View className='soft'>{when}</View>
      <View>{state}</View>
      {card.forgotten && <View className='soft'>{forgottenWords}</View>}
      {card.late && <View className='soft'>{lateWords}</View>}
      {card.along > 0 && <View className='soft'>{alongWords(card.along)}</View>}
    </Card>
  )
}
