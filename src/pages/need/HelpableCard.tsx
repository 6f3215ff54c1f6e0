import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { Helpable } from '../../domain/need-page'
import { reasonsWords } from '../../text/need-reasons'
import { introductionStates, needWords } from '../../text/need-words'
import { SharePhone } from './SharePhone'

interface HelpableCardProps {
  offer: string
  helpable: Helpable
  onDone(): Promise<void>
}

/** A need that I could help with: what it is and why, never whose. */
export function HelpableCard({ offer, helpable, onDone }: HelpableCardProps) {
  const words = needWords(useDisplay().elder)
  const [shares, setShares] = useState(false)
  const { introduction } = helpable
  const ask = useAction((intent, input: { shares: boolean }) =>
    call.introduction.ask({ intent, need: helpable.need, offer, ...input }),
  )
  const press = async () => {
    if ((await ask.run({ shares })).ok) await onDone()
  }
  const stands = introduction && introduction.state !== 'lapsed' && introduction.state !== 'ended'
  return (
    <Card>
      <View className='need-line'>
        <Tag>{helpable.label}</Tag>
        {helpable.weekly && <Tag tone='plain'>{words.weekly}</Tag>}
      </View>
      <View className='need-text'>{helpable.text}</View>
      <View className='need-why'>{reasonsWords(helpable.reasons)}</View>
      {ask.problem && <Trouble problem={ask.problem} retry={press} refresh={() => void onDone()} close={ask.dismiss} />}
      {stands ? (
        <Button
          kind='plain'
          onPress={() => void Taro.navigateTo({ url: `/pages/need/introduction?id=${introduction.id}` })}
        >
          {introductionStates[introduction.state]}
        </Button>
      ) : (
        <View>
          <SharePhone on={shares} onChange={setShares} />
          <View className='need-answers'>
            <Button label={`${words.offerHelp}：${helpable.label}`} busy={ask.busy} onPress={press}>
              {words.offerHelp}
            </Button>
          </View>
        </View>
      )}
    </Card>
  )
}
