import { View } from '@tarojs/components'
import type { Glyph as Shape } from '../../domain/thing'
import './Glyph.css'

/** A thing as a drawing on a plate, in the colours of the screen. */
export function Glyph({ shape, large = false }: { shape: Shape; large?: boolean }) {
  return (
    <View className={large ? 'glyph glyph-large' : 'glyph'} aria-hidden='true'>
      <View className={`glyph-shape glyph-${shape}`} />
    </View>
  )
}
