import { Text, View } from '@tarojs/components'
import type { Cell } from '../../domain/need-picture'
import { cellName, deskWords as words } from '../../text/need-desk-words'
import './desk.css'

const columns = [
  { field: 'asking', label: words.asking, tone: 'red' },
  { field: 'bringing', label: words.bringing, tone: 'jade' },
  { field: 'joined', label: words.joined, tone: 'amber' },
  { field: 'surveyAsking', label: words.surveyAsking, tone: 'red' },
  { field: 'surveyBringing', label: words.surveyBringing, tone: 'jade' },
] as const

/**
 * Bars of plain boxes: the same in the mini-program and on the web. Each has its number beside it as text; the colour
 * only repeats what its name says. What there is nothing of is left out.
 */
export function Bars({ cells, names }: { cells: readonly Cell[]; names: ReadonlyMap<string, string> }) {
  const most = Math.max(1, ...cells.flatMap((cell) => columns.map(({ field }) => cell[field] ?? 0)))
  return (
    <View>
      {cells.map((cell) => (
        <View key={cell.of} className='desk-bars'>
          <View>{cellName(cell.of, names)}</View>
          {columns.map(({ field, label, tone }) => {
            const count = cell[field]
            if (count === 0) return null
            return (
              <View key={field} className='desk-bar-line'>
                <Text className='desk-bar-name'>{label}</Text>
                <View className='desk-bar-room' aria-hidden='true'>
                  <View
                    className={`desk-bar desk-bar-${tone}`}
                    style={{ width: `${Math.round((100 * (count ?? 0)) / most)}%` }}
                  />
                </View>
                <Text className='desk-bar-number'>{count ?? words.hidden}</Text>
              </View>
            )
          })}
        </View>
      ))}
    </View>
  )
}
