import { View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { draftErrors, memberWords } from '../../text/member-words'
import type { BirthDraft } from './draft'

interface BirthFieldsProps {
  value: BirthDraft
  /** May be left out. */
  optional?: boolean
  wrong?: boolean
  onChange(value: BirthDraft): void
}

/** The year and the month of a birth; the day is nobody's business. */
export function BirthFields({ value, optional = false, wrong = false, onChange }: BirthFieldsProps) {
  const { elder } = useDisplay()
  const words = memberWords(elder)
  return (
    <View>
      <View className='particulars-birth'>
        <Field
          digits
          label={words.birthYear}
          hint='2016'
          value={value.year}
          maxLength={4}
          error={wrong ? draftErrors.birth : null}
          onChange={(year) => onChange({ ...value, year })}
        />
        <Field
          digits
          label={words.birthMonth}
          hint='5'
          value={value.month}
          maxLength={2}
          onChange={(month) => onChange({ ...value, month })}
        />
      </View>
      <View className='soft particulars-hint'>{optional ? words.birthOptional : words.birthHint}</View>
    </View>
  )
}
