import { Image, View } from '@tarojs/components'
import './Cover.css'

/** The shapes there are to draw, and the colours to draw them in. */
export const motifs = [
  'bowl',
  'heart',
  'book',
  'tool',
  'house',
  'leaf',
  'note',
  'shield',
  'talk',
  'star',
  'lend',
] as const
export type Motif = (typeof motifs)[number]
export type CoverTone = 'jade' | 'red' | 'amber'

interface CoverProps {
  motif: Motif
  tone: CoverTone
  /** A picture instead of the drawing. */
  image?: string | null
}

/** A picture at the head of a page: a table seen from above, with a sign of what is served on it. */
export function Cover({ motif, tone, image }: CoverProps) {
  return (
    <View className={`cover cover-${tone}`} aria-hidden='true'>
      <View className='cover-table cover-left' />
      <View className='cover-table cover-right' />
      <View className='cover-table' />
      <View className='cover-plate'>
        <View className={`cover-motif motif-${motif}`} />
      </View>
      {image && <Image className='cover-image' mode='aspectFill' src={image} />}
    </View>
  )
}
