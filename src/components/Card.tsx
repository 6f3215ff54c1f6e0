import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { pressable } from './press'
import './Card.css'

interface CardProps {
  /** What a screen reader says of the whole card, where it can be pressed. */
  label?: string
  onPress?(): void
  children: ReactNode
}

/** A card on the paper; one that leads somewhere is pressed as a whole. */
export function Card({ label, onPress, children }: CardProps) {
  if (!onPress) return <View className='card'>{children}</View>
  return (
    <View className='card card-link' {...pressable({ label, onPress })}>
      {children}
    </View>
  )
}
