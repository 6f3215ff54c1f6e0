import { View } from '@tarojs/components'
import { spokenAs } from './press'
import { frame } from '../text/frame'
import { useDisplay } from './display'
import './Loading.css'

/** The shape of what is coming, while it comes. */
export function Loading({ cards = 3 }: { cards?: number }) {
  const { elder } = useDisplay()
  return (
    <View className='loading' aria-label={frame(elder).loading} {...spokenAs('status')}>
      {Array.from({ length: cards }, (_, card) => (
        <View key={card} className='loading-card'>
          <View className='loading-line loading-wide' />
          <View className='loading-line' />
        </View>
      ))}
    </View>
  )
}
