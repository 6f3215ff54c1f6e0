import { View } from '@tarojs/components'
import { coverOf } from '../../domain/cover'
import './pictogram.css'

/** The drawing of a category on a plate, in the colour that its covers have. It only repeats what the words say. */
export function Pictogram({ category, large = false }: { category: string; large?: boolean }) {
  const { tone } = coverOf(category)
  return (
    <View className={`pictogram pictogram-${tone}${large ? ' pictogram-large' : ''}`} aria-hidden='true'>
      <View className={`pictogram-drawing pictogram-${category}`} />
    </View>
  )
}
