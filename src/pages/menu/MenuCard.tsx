import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Tag } from '../../components/Tag'
import { drawnAs } from '../../domain/cover'
import type { MenuCard as CardOf } from '../../domain/menu-page'
import { cardLabel, cardNote, standingWords } from '../../text/menu-words'
import { Pictogram } from './Pictogram'
import { openItem, type Said } from './way'

/** One thing on the menu: what it is, and how it is had. The whole card leads to it, with what was `said` to find it. */
export function MenuCard({ card, said }: { card: CardOf; said?: Said }) {
  const standing = standingWords(card)
  return (
    <Card label={cardLabel(card)} onPress={() => openItem(card, said)}>
      <View className='menu-card'>
        <Pictogram category={drawnAs(card)} />
        <View className='menu-card-title'>{card.name}</View>
        <View className='menu-card-words'>
          <View>{card.description}</View>
          <View className='soft menu-card-note'>{cardNote(card)}</View>
          {card.price && <View className='soft'>{card.price}</View>}
          {standing && <Tag tone='amber'>{standing}</Tag>}
        </View>
      </View>
    </Card>
  )
}
