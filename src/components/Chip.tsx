import { View } from '@tarojs/components'
import { pressable } from './press'
import './Chip.css'

interface ChipProps {
  on?: boolean
  disabled?: boolean
  /** One of several that exclude each other, one of several that do not, or a step to somewhere. */
  kind?: 'radio' | 'checkbox' | 'button'
  label?: string
  onPress(): void
  children: string
}

/** A small thing to choose. A chosen one has a tick besides its colour. */
export function Chip({ on = false, disabled, kind = 'checkbox', label, onPress, children }: ChipProps) {
  const classes = ['chip', on && 'chip-on', disabled && 'chip-off'].filter(Boolean).join(' ')
  return (
    <View
      className={classes}
      {...pressable({
        label: label ?? children,
        role: kind,
        ...(kind !== 'button' && { on }),
        disabled,
        onPress,
      })}
    >
      {children}
      {on && kind === 'checkbox' ? ' ✓' : ''}
    </View>
  )
}
