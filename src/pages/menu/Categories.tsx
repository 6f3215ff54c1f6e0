import { View } from '@tarojs/components'
import { pressable } from '../../components/press'
import type { MenuPage } from '../../domain/menu-page'
import { categoryWords, itemsWords } from '../../text/menu-words'
import { Pictogram } from './Pictogram'
import { openCategory } from './way'

/** The categories of the menu, each with its drawing and how much there is of it. */
export function Categories({ page }: { page: MenuPage }) {
  return (
    <View className='menu-categories'>
      {page.categories.map(({ code, name, description }) => {
        const many = itemsWords(page.items.filter(({ category }) => category === code).length)
        return (
          <View
            key={code}
            className='menu-category'
            {...pressable({
              label: `${name}，${many}，${description}`,
              role: 'link',
              onPress: () => openCategory(code),
            })}
          >
            <Pictogram category={code} />
            <View className='menu-category-words'>
              <View className='menu-category-name'>{categoryWords(name)}</View>
              <View className='soft'>{many}</View>
            </View>
          </View>
        )
      })}
    </View>
  )
}
