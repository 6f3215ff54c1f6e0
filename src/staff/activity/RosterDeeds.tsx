import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Chip } from '../../components/Chip'
import type { RosterPage } from '../../domain/activity'
import { changeWords } from '../../text/board-words'

interface RosterDeedsProps {
  page: RosterPage
  now: number
  /** Opens the sheet of a deed. */
  onDeed(deed: 'add' | 'notice' | 'time' | 'cancel'): void
  onRefresh(): Promise<void>
}

/** What may be done about the whole activity; each opens a sheet, and none is done by one tap. */
export function RosterDeeds({ page, now, onDeed, onRefresh }: RosterDeedsProps) {
  const { activity, edits, notifies } = page
  const on = activity.state === 'open' && now < activity.endsAt
  const edit = (query: string) => () => void Taro.navigateTo({ url: `/staff/activity/edit?${query}` })
  return (
    <View className='roster-chips'>
      {on && (
        <Chip kind='button' onPress={() => onDeed('add')}>
          {changeWords.add}
        </Chip>
      )}
      {notifies && (
        <Chip kind='button' onPress={() => onDeed('notice')}>
          {changeWords.notice}
        </Chip>
      )}
      {edits && on && now < activity.startsAt && (
        <Chip kind='button' onPress={() => onDeed('time')}>
          {changeWords.time}
        </Chip>
      )}
      {edits && on && (
        <Chip kind='button' onPress={edit(`id=${activity.id}`)}>
          {changeWords.edit}
        </Chip>
      )}
      {edits && (
        <Chip kind='button' onPress={edit(`copy=${activity.id}`)}>
          {changeWords.copy}
        </Chip>
      )}
      {notifies && (
        <Chip
          kind='button'
          onPress={() => void Taro.navigateTo({ url: `/staff/provider/use?noun=activity&id=${activity.id}` })}
        >
          {changeWords.use}
        </Chip>
      )}
      <Chip kind='button' onPress={() => void onRefresh()}>
        {changeWords.refresh}
      </Chip>
      {edits && on && (
        <Chip kind='button' onPress={() => onDeed('cancel')}>
          {changeWords.cancel}
        </Chip>
      )}
    </View>
  )
}
