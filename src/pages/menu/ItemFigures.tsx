import { View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import type { ItemPage } from '../../domain/menu-page'
import { ratingWords, waitWords } from '../../text/menu-figure-words'

/** How long one waits and how it was, honestly. What one signs up for has a date and no wait. */
export function ItemFigures({ page }: { page: ItemPage }) {
  const { elder } = useDisplay()
  const figures = [
    ...(page.mode === 'on-demand' || page.mode === 'booking' ? [waitWords(page.wait, elder, page.private)] : []),
    ...(page.private ? [] : [ratingWords(page.rating, elder)]),
  ]
  if (figures.length === 0) return null
  return (
    <View className='menu-figures'>
      {figures.map(({ title, note }) => (
        <View key={title} className='menu-figure'>
          <View className='menu-figure-title'>{title}</View>
          <View className='soft'>{note}</View>
        </View>
      ))}
    </View>
  )
}
