import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import type { ShiftBoard } from '../../domain/shift-page'
import { boardWords as words } from '../../text/volunteer-staff-words'
import { weekdayWords } from '../../text/volunteer-option-words'
import { ReasonSheet } from './Steps'

interface DutiesProps {
  duties: ShiftBoard['duties']
  onChanged(): Promise<void>
}

/** What comes again every week; ended here, with a reason that those who are on it read. */
export function Duties({ duties, onChanged }: DutiesProps) {
  const [ending, setEnding] = useState<string>()
  const act = useAction((intent, said: { duty: string; reason: string }) => call.shift.endDuty({ intent, ...said }))
  const end = async (duty: string, reason: string) => {
    if (!(await act.run({ duty, reason })).ok) return
    setEnding(undefined)
    await onChanged()
  }
  const weekly = duties.flatMap(({ _id, title, when }) =>
    when.kind === 'weekly' ? [{ id: _id, title, days: when.weekdays.map(weekdayWords).join('、') }] : [],
  )
  if (weekly.length === 0) return null
  return (
    <View>
      <View className='subheading duty-heading' {...spokenAs('heading')}>
        {words.duties}
      </View>
      {weekly.map(({ id, title, days }) => (
        <View key={id} className='duty-person'>
          <View className='duty-grow'>
            <View>{title}</View>
            <View className='soft'>{days}</View>
          </View>
          <Button kind='danger' label={`${words.end}：${title}`} onPress={() => setEnding(id)}>
            {words.end}
          </Button>
        </View>
      ))}
      {ending && (
        <ReasonSheet
          title={words.end}
          busy={act.busy}
          onClose={() => setEnding(undefined)}
          onSend={(reason) => end(ending, reason)}
        >
          {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
        </ReasonSheet>
      )}
    </View>
  )
}
