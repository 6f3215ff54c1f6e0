import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { Problem } from '../../cloud/call'
import type { InboxEntry, Inbox as InboxPage } from '../../domain/message'
import { entryWords, inboxWords } from '../../text/message-words'
import { momentWords } from '../../text/time'
import { Answered } from '../Answered'
import { pageOf } from './page-of'
import { Reminders } from './Reminders'
import './index.css'

/** Everything that I was told, the latest first. Looking at it is reading it. */
export default function Inbox() {
  const now = useNow()
  const first = useQuery('inbox', () => call.message.inbox({ before: null }), false)
  const [older, setOlder] = useState<InboxEntry[]>([])
  const [next, setNext] = useState<InboxPage['next']>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const latest = first.value?.entries[0]?.at
  const unread = first.value?.unread ?? 0
  useEffect(() => {
    if (latest !== undefined && unread > 0) void call.message.read({ until: latest })
  }, [latest, unread])

  const from = next === undefined ? first.value?.next : next
  const more = async () => {
    if (!from) return
    setBusy(true)
    const answer = await call.message.inbox({ before: from })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer)
    if (!answer.ok) return
    setOlder((before) => [...before, ...answer.value.entries])
    setNext(answer.value.next)
  }
  return (
    <Screen title={inboxWords.title}>
      <Answered query={first} waiting={<Loading />}>
        {({ entries, grants, asks }) => (
          <View>
            <Reminders grants={grants} asks={asks} onMore={first.refresh} />
            {entries.length === 0 && <Empty title={inboxWords.emptyTitle} next={inboxWords.emptyNext} />}
            {[...entries, ...older].map((entry) => (
              <Entry key={entry.id} entry={entry} now={now} />
            ))}
            {problem && <Trouble problem={problem} retry={() => void more()} />}
            {from && (
              <Button kind='plain' busy={busy} onPress={more}>
                {inboxWords.more}
              </Button>
            )}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

function Entry({ entry, now }: { entry: InboxEntry; now: number }) {
  const { title, text } = entryWords(entry, now)
  const when = momentWords(entry.at, now)
  return (
    <Card
      label={`${entry.read ? '' : `${inboxWords.fresh}，`}${title}，${entry.title}，${text}，${when}`}
      onPress={() => void Taro.navigateTo({ url: pageOf(entry) })}
    >
      <View className='message-head'>
        <View className='message-title'>{title}</View>
        {!entry.read && <Tag tone='red'>{inboxWords.fresh}</Tag>}
      </View>
      <View>{entry.title}</View>
      <View className='soft'>{text}</View>
      <View className='soft'>{when}</View>
    </Card>
  )
}
