import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Row } from '../../components/Row'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { NeedQueue } from '../../domain/need-page'
import { careWords, deskWords as words, whyWords } from '../../text/need-desk-words'
import { shortMomentWords } from '../../text/time'
import { CloseForm } from './CloseForm'
import { Decide } from './Decide'
import { ReplyForm } from './ReplyForm'
import './desk.css'

interface NeedRowProps {
  need: NeedQueue['needs'][number]
  now: number
  onDone(): Promise<void>
}

/** One need of the queue: who answers for it, until when, and what staff can do about it. */
export function NeedRow({ need, now, onDone }: NeedRowProps) {
  const [doing, setDoing] = useState<'reply' | 'close'>()
  const take = useAction((intent, id: string) => call.need.take({ intent, need: id }))
  const decide = useAction((intent, decision: { pass: boolean; reason: string }) =>
    call.need.decide({ intent, need: need.id, ...decision }),
  )
  const own = async () => {
    if ((await take.run(need.id)).ok) await onDone()
  }
  const problem = take.problem ?? decide.problem
  return (
    <Card>
      <Marks need={need} />
      <View className='desk-text'>{need.text}</View>
      <Row label={words.owner(need.mine ? words.mine : need.owner)}>
        {words.due} {shortMomentWords(need.dueAt, now)}
      </Row>
      {need.lacking && <View className='soft'>{whyWords(need.lacking)}</View>}
      {problem && (
        <Trouble
          problem={problem}
          retry={() => void (take.problem ? take.again() : decide.again())}
          refresh={() => void onDone()}
          close={() => {
            take.dismiss()
            decide.dismiss()
          }}
        />
      )}
      {need.sight === 'waiting' && (
        <Decide
          busy={decide.busy}
          onDecide={async (pass, reason) => {
            if ((await decide.run({ pass, reason })).ok) await onDone()
          }}
        />
      )}
      {doing === 'reply' && <ReplyForm need={need.id} onDone={onDone} />}
      {doing === 'close' && <CloseForm need={need.id} onDone={onDone} />}
      <View className='desk-answers'>
        {!need.mine && (
          <Button kind='plain' label={`${words.take}：${need.label}`} busy={take.busy} onPress={own}>
            {words.take}
          </Button>
        )}
        <Button kind='plain' label={`${words.reply}：${need.label}`} onPress={() => setDoing('reply')}>
          {words.reply}
        </Button>
        <Button kind='plain' label={`${words.close}：${need.label}`} onPress={() => setDoing('close')}>
          {words.close}
        </Button>
        <Led need={need} />
      </View>
    </Card>
  )
}

/** Where it leads: to its story, to the draft that it became, to the activity. */
function Led({ need }: Pick<NeedRowProps, 'need'>) {
  const go = (url: string) => () => void Taro.navigateTo({ url })
  if (need.activity)
    return (
      <Button kind='plain' onPress={go(`/pages/activity/index?id=${need.activity}`)}>
        {words.activity}
      </Button>
    )
  if (need.draft) return <Button onPress={go(`/staff/activity/edit?id=${need.draft}`)}>{words.draft}</Button>
  return (
    <Button kind='plain' label={`${words.open}：${need.label}`} onPress={go(`/pages/need/index?id=${need.id}`)}>
      {words.open}
    </Button>
  )
}

function Marks({ need }: Pick<NeedRowProps, 'need'>) {
  return (
    <View className='desk-line'>
      <Tag>{need.label}</Tag>
      {need.care !== 'open' && <Tag tone='red'>{careWords[need.care]}</Tag>}
      {need.late && <Tag tone='red'>{words.late}</Tag>}
      {need.answered && <Tag tone='plain'>{words.answered}</Tag>}
      {need.helper && <Tag tone='plain'>{words.helper}</Tag>}
      {need.households > 1 && <Tag tone='amber'>{words.households(need.households)}</Tag>}
    </View>
  )
}
