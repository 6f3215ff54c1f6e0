import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Sheet } from '../../components/Sheet'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { RatingRow } from '../../domain/rating-summary'
import { boardWords as words, summaryWords } from '../../text/rating-words'
import { shortMomentWords } from '../../text/time'
import './rating.css'

/** How the activities of the last half year were judged, best first; each leads to what was said, and to a reply. */
export default function StaffRating() {
  const now = useNow()
  const board = useQuery('rating.board', () => call.rating.board({}), false)
  const [replying, setReplying] = useState<RatingRow>()
  const close = () => setReplying(undefined)
  const done = async () => {
    close()
    await board.refresh()
  }
  const sheet = replying && <ReplySheet row={replying} onClose={close} onDone={done} />
  return (
    <Screen title={words.title} wide sheet={sheet}>
      <View className='soft'>{words.note}</View>
      <LinkRow label={words.review} onPress={() => void Taro.navigateTo({ url: '/staff/review/index' })} />
      {board.problem && <Trouble problem={board.problem} retry={board.refresh} />}
      {!board.value && board.loading && <Loading />}
      {board.value?.length === 0 && <Empty title={words.empty} />}
      <View className='judged'>
        {board.value?.map((row) => (
          <Card key={row.id}>
            <View className='subheading'>{row.title}</View>
            <View className='soft'>
              {row.organiser}，{shortMomentWords(row.endsAt, now)}
            </View>
            <View>{summaryWords.ratings(row.ratings, row.present)}</View>
            <Numbers row={row} />
            <View className='judged-deeds'>
              <Button
                kind='plain'
                label={`${row.title}，${summaryWords.link}`}
                onPress={() => Taro.navigateTo({ url: `/pages/rating/summary?id=${row.id}` })}
              >
                {summaryWords.link}
              </Button>
              {row.replied ? (
                <Tag>{words.replied}</Tag>
              ) : (
                <Button kind='plain' label={`${row.title}，${words.reply}`} onPress={() => setReplying(row)}>
                  {words.reply}
                </Button>
              )}
            </View>
          </Card>
        ))}
      </View>
    </Screen>
  )
}

function Numbers({ row }: { row: RatingRow }) {
  if (row.mean === null) return <View className='soft'>{summaryWords.notYet(5)}</View>
  return (
    <View>
      <View className='subheading'>
        {summaryWords.mean(row.mean)}
        {row.bound !== null && `（${words.bound(row.bound)}）`}
      </View>
      {row.bound === null && <View className='soft'>{words.lowShare}</View>}
      {row.few && <Tag tone='amber'>{summaryWords.few}</Tag>}
    </View>
  )
}

function ReplySheet({ row, onClose, onDone }: { row: RatingRow; onClose(): void; onDone(): Promise<void> }) {
  const [text, setText] = useState('')
  const [short, setShort] = useState(false)
  const act = useAction((intent, said: string) => call.rating.reply({ intent, activity: row.id, text: said }))
  const send = async () => {
    const said = text.trim()
    setShort(said.length < 2)
    if (said.length < 2) return
    if ((await act.run(said)).ok) await onDone()
  }
  return (
    <Sheet title={words.reply} onClose={onClose}>
      <View className='soft'>{row.title}</View>
      <Field
        label={words.reply}
        hint={words.replyHint}
        maxLength={200}
        value={text}
        error={short ? words.short : null}
        onChange={setText}
      />
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <Button busy={act.busy} onPress={send}>
        {words.replyDo}
      </Button>
    </Sheet>
  )
}
