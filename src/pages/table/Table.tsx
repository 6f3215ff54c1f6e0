import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { spokenAs } from '../../components/press'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { useNow } from '../../components/useNow'
import type { MyTable, TableEntry } from '../../domain/activity'
import { memberWords } from '../../text/member-words'
import { emptyWords } from '../../text/words'
import { TableCard } from './TableCard'

interface TableProps {
  table: MyTable
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

/** What waits for an answer first, then what one goes to, then the lines one stands in. */
export function Table({ table, ask, onChanged }: TableProps) {
  const { elder } = useDisplay()
  const now = useNow()
  const words = memberWords(elder)
  const offered = table.waiting.filter(({ party }) => party.state === 'offered')
  const waiting = table.waiting.filter(({ party }) => party.state !== 'offered')
  const section = (title: string, entries: TableEntry[]) =>
    entries.length > 0 && (
      <View className='table-section'>
        <View className='subheading' {...spokenAs('heading')}>
          {title}
        </View>
        {entries.map((entry) => (
          <TableCard key={entry.party.id} entry={entry} now={now} ask={ask} onChanged={onChanged} />
        ))}
      </View>
    )

  if (table.upcoming.length + table.waiting.length === 0) {
    const empty = emptyWords('table', elder)
    return (
      <Empty title={empty.title} next={empty.text}>
        <Button onPress={() => Taro.switchTab({ url: '/pages/activity/list' })}>{empty.button}</Button>
      </Empty>
    )
  }
  return (
    <View>
      {section(words.offered, offered)}
      {section(words.upcoming, table.upcoming)}
      {section(words.waiting, waiting)}
    </View>
  )
}
