import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/Card'
import { Tag } from '../../components/Tag'
import type { DraftCard } from '../../domain/activity-change'
import { lacksWords, boardWords, savedWords } from '../../text/board-words'
import { editorWords } from '../../text/editor-words'
import { momentWords } from '../../text/time'
import { dot } from '../../text/spacing'

/** A draft, and what it still lacks. */
export function DraftRow({ draft, now }: { draft: DraftCard; now: number }) {
  const title = draft.title ?? editorWords.nameless
  const note = draft.lacks > 0 ? lacksWords(draft.lacks) : boardWords.whole
  const where = [draft.startsAt === null ? '' : momentWords(draft.startsAt, now), draft.place ?? '']
    .filter((part) => part !== '')
    .join(dot)
  return (
    <Card
      label={`${title}，${note}${where && `，${where}`}`}
      onPress={() => void Taro.navigateTo({ url: `/staff/activity/edit?id=${draft.id}` })}
    >
      <View className='roster-title'>{title}</View>
      {where !== '' && <View className='soft'>{where}</View>}
      <View className='soft'>
        {draft.organiser}
        {dot}
        {savedWords(draft.updatedAt, now)}
      </View>
      <View>
        <Tag tone={draft.lacks > 0 ? 'amber' : 'jade'}>{note}</Tag>{' '}
        {draft.asked && <Tag tone='red'>{boardWords.asked}</Tag>}
      </View>
    </Card>
  )
}
