import { type ReactNode, useRef } from 'react'
import { View } from '@tarojs/components'
import { pressable } from './press'
import './Button.css'

interface ButtonProps {
  kind?: 'primary' | 'plain' | 'danger'
  /** What a screen reader says, where the words on it do not say enough. */
  label?: string
  busy?: boolean
  disabled?: boolean
  onPress(): void | Promise<unknown>
  children: ReactNode
}

/** A button. A second tap while the first is still at work does nothing. */
export function Button({ kind = 'primary', label, busy = false, disabled = false, onPress, children }: ButtonProps) {
  const working = useRef(false)
  const press = async () => {
    if (working.current || busy) return
    working.current = true
    try {
      await onPress()
    } finally {
      working.current = false
    }
  }
  const classes = ['button', `button-${kind}`, busy && 'button-busy', disabled && 'button-off']
    .filter(Boolean)
    .join(' ')
  return (
    <View
      className={classes}
      {...(process.env.TARO_ENV === 'h5' && { 'aria-busy': String(busy) })}
      {...pressable({ label, disabled, onPress: () => void press() })}
    >
      {busy && <View className='button-wait' />}
      {children}
    </View>
  )
}
