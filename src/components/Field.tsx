import { Input, Text, View } from '@tarojs/components'
import { FieldError } from './FieldError'
import { useDisplay } from './display'
import './Field.css'

interface FieldProps {
  label: string
  value: string
  onChange(value: string): void
  /** An example, shown while there is nothing. */
  hint?: string
  /** What is wrong with it, and what to write instead. */
  error?: string | null
  maxLength?: number
  /** WeChat offers the person's own nickname. */
  nickname?: boolean
  /** Only digits are to be written. */
  digits?: boolean
  /** The label is only spoken. */
  bare?: boolean
  onDone?(): void
}

/** How many Chinese characters have room in a line of the largest type. */
const roomInLarge = 9

/** How wide it is, in Chinese characters; a letter or a digit takes somewhat more than half of one. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.6 : 1), 0)

/** One line of text to write, with its label above and what is wrong with it below. */
export function Field({
  label,
  value,
  onChange,
  hint,
  error,
  maxLength = 40,
  nickname,
  digits,
  bare,
  onDone,
}: FieldProps) {
  const { elder } = useDisplay()
  // What has no room within stands above: a hint that loses its end hints at nothing.
  const above = elder && hint !== undefined && widthOf(hint) > roomInLarge
  const spoken = error ? `${label}，${error}` : label
  return (
    <View className={error ? 'field field-wrong' : 'field'}>
      {!bare && <Text className='field-label'>{label}</Text>}
      {above && <View className='soft field-above'>{hint}</View>}
      <Input
        className='field-input'
        aria-label={spoken}
        {...(process.env.TARO_ENV === 'h5' && { nativeProps: { 'aria-label': spoken } })}
        type={nickname ? 'nickname' : digits ? 'number' : 'text'}
        value={value}
        placeholder={above ? '' : hint}
        placeholderClass='field-hint'
        maxlength={maxLength}
        confirmType='done'
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={() => onDone?.()}
      />
      <FieldError error={error} />
    </View>
  )
}
