import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './Row.css'

/** A fact: what it is, and how it is. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className='row'>
      <View className='row-label'>{label}</View>
      <View className='row-value'>{children}</View>
    </View>
  )
}
