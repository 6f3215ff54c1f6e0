import Taro from '@tarojs/taro'
import { boardWords } from '../../text/board-words'
import { MenuSheet } from '../MenuSheet'

const words = { title: boardWords.menu, categories: boardWords.categories, noItems: boardWords.noItems }

/** A draft begins with what the menu says of an item. */
export function CatalogueSheet({ onClose }: { onClose(): void }) {
  return (
    <MenuSheet
      words={words}
      onClose={onClose}
      onChoose={({ code, category }) => {
        onClose()
        void Taro.navigateTo({ url: `/staff/activity/edit?item=${code}&category=${category}` })
      }}
    />
  )
}
