import { View } from '@tarojs/components'
import { spokenAs } from './press'
import { ringImage } from './ring'
import './SeatRing.css'

interface SeatRingProps {
  capacity: number
  /** People who have a seat; more than the capacity where staff seated more. */
  taken: number
  /** The number that matters, and what it counts. */
  number: string
  label: string
  /** The same fact in words, for who does not see the ring. */
  words: string
  large?: boolean
}

/** A table seen from above: a plate, and a dot for each seat around it, filled when it is taken. */
export function SeatRing({ capacity, taken, number, label, words, large = false }: SeatRingProps) {
  return (
    <View className={large ? 'ring ring-large' : 'ring'} aria-label={words} {...spokenAs('img')}>
      <View className='ring-seats' style={{ backgroundImage: ringImage(capacity, taken) }} />
      <View className='ring-plate' aria-hidden='true'>
        <View className='ring-number'>{number}</View>
        <View className='ring-label'>{label}</View>
      </View>
    </View>
  )
}
