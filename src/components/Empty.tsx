import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './Empty.css'

/** Nothing is here, said so that one knows what to do next. */
export function Empty({ title, next, children }: { title: string; next?: string; children?: ReactNode }) {
  return (
    <View className='empty'>
      <View className='empty-plate' aria-hidden='true' />
      <View className='empty-title'>{title}</View>
      {next && <View className='soft'>{next}</View>}
      {children && <View className='empty-action'>{children}</View>}
    </View>
  )
}
