import { View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import type { HoursPage } from '../../domain/hours-page'
import { monthName, hoursWords } from '../../text/service-words'

/** Month by month, as bars with their numbers in words: what a screen reader says is what the bars show. */
export function Months({ months }: { months: HoursPage['months'] }) {
  const { elder } = useDisplay()
  const words = hoursWords(elder)
  const most = Math.max(1, ...months.flatMap(({ serving, served }) => [serving, served]))
  const share = (minutes: number) => ({ width: `${Math.round((100 * minutes) / most)}%` })
  return (
    <View>
      {months.map(({ month, serving, served }) => (
        <View key={month} className='hours-month'>
          <View>{monthName(month)}</View>
          <View className='soft'>{words.sides(serving, served)}</View>
          <View aria-hidden='true'>
            {serving > 0 && <View className='hours-bar' style={share(serving)} />}
            {served > 0 && <View className='hours-bar hours-bar-served' style={share(served)} />}
          </View>
        </View>
      ))}
    </View>
  )
}
