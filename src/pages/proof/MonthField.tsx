import { Text, View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'
import { monthName, proofWords as words } from '../../text/service-words'

interface MonthFieldProps {
  label: string
  /** "2026-11". */
  value: string
  /** The last month that can be chosen. */
  until: string
  onChange(month: string): void
}

/** The month so many after another one; in the past when negative. */
function later(month: string, by: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** A month, stepped through with two large taps: nothing to type, nothing to scroll. */
export function MonthField({ label, value, until, onChange }: MonthFieldProps) {
  const next = later(value, 1)
  return (
    <View className='field'>
      <Text className='field-label'>{label}</Text>
      <View className='proof-month'>
        <Chip kind='button' label={words.earlier(label)} onPress={() => onChange(later(value, -1))}>
          ‹
        </Chip>
        <View className='proof-month-name' {...spokenAs('status')}>
          {monthName(value)}
        </View>
        <Chip kind='button' label={words.later(label)} disabled={next > until} onPress={() => onChange(next)}>
          ›
        </Chip>
      </View>
    </View>
  )
}
