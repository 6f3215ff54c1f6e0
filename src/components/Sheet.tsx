import { type ReactNode, useEffect } from 'react'
import { Text, View } from '@tarojs/components'
import { frame } from '../text/frame'
import { useDisplay } from './display'
import { pressable, spokenAs } from './press'
import './Sheet.css'

interface SheetProps {
  title: string
  onClose(): void
  children: ReactNode
}

/** Something that rises from the bottom over the screen, for one decision; a tap outside of it closes it. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const { elder } = useDisplay()
  const words = frame(elder)
  useEffect(() => closeOnEscape(onClose), [onClose])
  useEffect(takeFocus, [])
  return (
    <View className='sheet'>
      <View className='sheet-veil' catchMove aria-hidden='true' onClick={onClose} />
      <View className='sheet-panel' aria-label={title} {...spokenAs('dialog')}>
        <View className='sheet-head'>
          <Text className='subheading'>{title}</Text>
          <View className='sheet-close' {...pressable({ label: words.close, onPress: onClose })}>
            ✕
          </View>
        </View>
        {children}
      </View>
    </View>
  )
}

/** On the web the keyboard goes into the sheet when it opens, and back to where it was when it closes. */
function takeFocus(): (() => void) | undefined {
  if (process.env.TARO_ENV !== 'h5') return undefined
  const before = document.activeElement
  document.querySelector<HTMLElement>('.sheet-close')?.focus({ preventScroll: true })
  return () => {
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}

function closeOnEscape(onClose: () => void): (() => void) | undefined {
  if (process.env.TARO_ENV !== 'h5') return undefined
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}
