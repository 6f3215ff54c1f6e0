import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { DayField } from '../../components/DayField'
import { spokenAs } from '../../components/press'
import { dateWords, providerWords as words, wrongProvider } from '../../text/provider-words'

interface ClosedDaysProps {
  closed: number[]
  onChange(closed: number[]): void
}

/** Days when they are closed besides: a tap takes one off again. */
export function ClosedDays({ closed, onChange }: ClosedDaysProps) {
  const [day, setDay] = useState<number | null | undefined>(null)
  const [shown, setShown] = useState(false)
  const [turn, setTurn] = useState(0)
  const add = () => {
    setShown(true)
    if (day === null || day === undefined) return
    onChange([...new Set([...closed, day])].sort((a, b) => a - b))
    setShown(false)
    setDay(null)
    setTurn(turn + 1)
  }
  return (
    <View className='field' aria-label={words.closed} {...spokenAs('group')}>
      <View className='field-label'>{words.closed}</View>
      <View className='provider-chips'>
        {closed.map((at) => (
          <Chip key={at} on onPress={() => onChange(closed.filter((each) => each !== at))}>
            {dateWords(at)}
          </Chip>
        ))}
      </View>
      <View className='provider-add'>
        <DayField
          key={turn}
          label={words.day}
          hint={words.dayHint}
          value={null}
          error={shown && (day === null || day === undefined) ? wrongProvider.day : null}
          onChange={setDay}
        />
        <Button kind='plain' onPress={add}>
          {words.addClosed}
        </Button>
      </View>
    </View>
  )
}
