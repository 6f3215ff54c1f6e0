import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Choice } from '../../components/Choice'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Trouble } from '../../components/Trouble'
import type { IntroductionPage } from '../../domain/introduction'
import { minutesWords } from '../../text/hours-time'
import { needWords } from '../../text/need-words'

/** How long a neighbour's help may be said to have taken, in a tap; as many as it can have been. */
const lengths = [10, 15, 30, 45, 60, 90, 120, 180, 240]

interface GaveProps {
  page: IntroductionPage
  time: NonNullable<IntroductionPage['time']>
  onDone(): Promise<void>
}

/** How long it took: who helped says it, and both see what has become of it. */
export function Gave({ page, time, onDone }: GaveProps) {
  const words = needWords(useDisplay().elder)
  const { most, minutes, service } = time
  if (most > 0) return <Saying introduction={page.id} most={most} onDone={onDone} />
  if (minutes === null) return null
  const said = words.gave(minutesWords(minutes))
  if (service === null) return <View className='soft'>{`${said}${words.gaveSoon}`}</View>
  const open = () => Taro.navigateTo({ url: `/pages/hours/service?id=${service}` })
  return <LinkRow label={said} note={page.side === 'needer' ? words.gaveCheck : words.gaveSee} onPress={open} />
}

function Saying({ introduction, most, onDone }: { introduction: string; most: number; onDone(): Promise<void> }) {
  const words = needWords(useDisplay().elder)
  const [chosen, setChosen] = useState<string | null>(null)
  const send = useAction((intent, minutes: number) => call.introduction.gave({ intent, introduction, minutes }))
  const press = async () => {
    if ((await send.run(Number(chosen))).ok) await onDone()
  }
  return (
    <Card>
      <Choice
        label={words.howLong}
        columns={3}
        options={lengths
          .filter((length) => length <= most)
          .map((length) => ({ value: String(length), label: minutesWords(length) }))}
        value={chosen}
        onChange={setChosen}
      />
      <View className='soft need-part'>{words.howLongNote}</View>
      {send.problem && <Trouble problem={send.problem} retry={press} refresh={onDone} close={send.dismiss} />}
      <View className='need-answers'>
        <Button busy={send.busy} disabled={chosen === null} onPress={press}>
          {words.howLongSend}
        </Button>
      </View>
    </Card>
  )
}
