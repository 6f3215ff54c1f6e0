import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Tag } from '../../components/Tag'
import type { ResourceCard } from '../../domain/resource'
import { entryWords, leftWords, outWords, providerWords as words, resourceKinds } from '../../text/provider-words'
import type { OpenSheet } from './open-sheet'

interface ResourcesProps {
  cards: ResourceCard[]
  now: number
  onSheet(sheet: OpenSheet): void
}

/** What a provider brings besides: how much is left, what is out, and every coming and going. */
export function Resources({ cards, now, onSheet }: ResourcesProps) {
  const move = (card: ResourceCard, deed: 'add' | 'draw' | 'takeBack') => () =>
    onSheet({ kind: 'move', resource: card.id, deed })
  const back = (card: ResourceCard, draw: string) => () =>
    onSheet({ kind: 'move', resource: card.id, deed: 'giveBack', draw })
  return (
    <View className='provider-resources'>
      {cards.map((card) => (
        <Card key={card.id}>
          <View className='provider-licence'>
            <View className='provider-licence-name'>{card.name}</View>
            <Tag tone='plain'>{resourceKinds[card.kind]}</Tag>
          </View>
          <View className='provider-left'>{leftWords(card)}</View>
          {card.out.map((out) => (
            <View key={out.draw} className='provider-out'>
              <View className='provider-out-words'>{outWords(out, card)}</View>
              <Button kind='plain' label={`${words.giveBack}：${out.title}`} onPress={back(card, out.draw)}>
                {words.back}
              </Button>
            </View>
          ))}
          <View className='provider-choices'>
            <Button kind='plain' label={`${words.draw}：${card.name}`} onPress={move(card, 'draw')}>
              {words.draw}
            </Button>
            <Button kind='plain' label={`${words.add}：${card.name}`} onPress={move(card, 'add')}>
              {words.add}
            </Button>
            <Button kind='plain' label={`${words.takeBack}：${card.name}`} onPress={move(card, 'takeBack')}>
              {words.takeBack}
            </Button>
          </View>
          {card.entries.slice(0, 6).map((entry) => (
            <View key={entry.id} className='soft'>
              {entryWords(entry, card, now)}
            </View>
          ))}
        </Card>
      ))}
      {cards.length === 0 && <View className='soft'>{words.noResources}</View>}
    </View>
  )
}
