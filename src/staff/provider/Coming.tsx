import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'
import { providerWords as words } from '../../text/provider-words'

/** So many of what lies ahead are offered; whatever else it is for is written. */
const most = 8

interface ComingProps {
  /** The organiser whose activities alone are offered; everyone's where nothing is said. */
  of: string | undefined
  chosen: string | undefined
  onChoose(activity: { id: string; title: string } | undefined): void
}

/** Activities that lie ahead: what is drawn is drawn for one of them, or for something else. */
export function Coming({ of, chosen, onChoose }: ComingProps) {
  const board = useQuery('board.upcoming', () => call.activity.board({ show: 'upcoming', after: null }))
  const offered = board.value?.cards.filter(
    ({ state, organiser }) => state === 'open' && (of === undefined || organiser === of),
  )
  const cards = offered?.slice(0, most) ?? []
  if (cards.length === 0) return null
  return (
    <View className='field' aria-label={words.drawFor} {...spokenAs('radiogroup')}>
      <View className='field-label'>{words.drawForActivity}</View>
      <View className='provider-chips'>
        {cards.map(({ id, title }) => (
          <Chip
            key={id}
            kind='radio'
            on={id === chosen}
            onPress={() => onChoose(id === chosen ? undefined : { id, title })}
          >
            {title}
          </Chip>
        ))}
      </View>
    </View>
  )
}
