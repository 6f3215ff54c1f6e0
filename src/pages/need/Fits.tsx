import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { NeedPage, Suggestion } from '../../domain/need-page'
import { obstacleWords, reasonsWords } from '../../text/need-reasons'
import { introductionStates, needWords } from '../../text/need-words'
import { whenWords } from '../../text/when-words'
import { SharePhone } from './SharePhone'

/** What could help, best first and why; where nothing does, why not, what happens next and by when. */
export function Fits({ need, onDone }: { need: NeedPage; onDone(): Promise<void> }) {
  const words = needWords(useDisplay().elder)
  const known = new Set(need.suggestions.flatMap(({ introduction }) => (introduction ? [introduction.id] : [])))
  const others = need.introductions.filter(({ id, state }) => !known.has(id) && state !== 'declined')
  if (need.care !== 'open' || need.sight === 'staff' || need.sight === 'hidden') return <Next need={need} />
  return (
    <View>
      {others.map(({ id, state }) => (
        <Open key={id} id={id} state={introductionStates[state]} />
      ))}
      {need.suggestions.length > 0 ? (
        <View>
          <View className='subheading need-part' {...spokenAs('heading')}>
            {words.fits}
          </View>
          <View className='soft'>{words.fitsNote}</View>
          {need.suggestions.map((suggestion) => (
            <Suggested key={suggestion.offer} need={need} suggestion={suggestion} onDone={onDone} />
          ))}
        </View>
      ) : (
        need.owner.kind !== 'helper' && <Next need={need} />
      )}
    </View>
  )
}

const Open = ({ id, state }: { id: string; state: string }) => (
  <Button kind='plain' onPress={() => void Taro.navigateTo({ url: `/pages/need/introduction?id=${id}` })}>
    {needWords(false).seeAsked(state)}
  </Button>
)

interface SuggestedProps {
  need: NeedPage
  suggestion: Suggestion
  onDone(): Promise<void>
}

function Suggested({ need, suggestion, onDone }: SuggestedProps) {
  const words = needWords(useDisplay().elder)
  const [shares, setShares] = useState(false)
  const { offer, introduction } = suggestion
  const ask = useAction((intent, input: { shares: boolean }) =>
    call.introduction.ask({ intent, need: need.id, offer, ...input }),
  )
  const press = async () => {
    if ((await ask.run({ shares })).ok) await onDone()
  }
  const stands = introduction && introduction.state !== 'lapsed' && introduction.state !== 'ended'
  return (
    <Card>
      <Tag>{suggestion.label}</Tag>
      <View className='need-text'>{suggestion.text}</View>
      <View className='need-why'>{reasonsWords(suggestion.reasons)}</View>
      <View className='soft'>{whenWords(suggestion.when)}</View>
      {ask.problem && <Trouble problem={ask.problem} retry={press} refresh={() => void onDone()} close={ask.dismiss} />}
      {stands ? (
        <Open id={introduction.id} state={introductionStates[introduction.state]} />
      ) : (
        <View>
          <SharePhone on={shares} onChange={setShares} />
          <View className='need-answers'>
            <Button label={`${words.ask}：${suggestion.label}`} busy={ask.busy} onPress={press}>
              {words.ask}
            </Button>
          </View>
        </View>
      )}
    </Card>
  )
}

/** Nothing fits: that is said, with what came near, what happens now and by when. */
function Next({ need }: { need: NeedPage }) {
  const words = needWords(useDisplay().elder)
  const now = useNow()
  const open = need.care === 'open' && need.sight !== 'staff'
  return (
    <Card>
      {open && (
        <View>
          <View className='subheading'>{words.noFit}</View>
          <View className='soft'>{need.nearest.length > 0 ? words.near : words.noNear}</View>
          {need.nearest.map(({ label, obstacles }, index) => (
            <View key={index} className='need-text'>
              {label}：{[...new Set(obstacles.map((each) => obstacleWords[each]))].join('、')}
            </View>
          ))}
        </View>
      )}
      <View className='field-label'>{words.nextStep}</View>
      <View>{words.byWhen(need.dueAt, now)}</View>
      {open && <View className='soft'>{need.gathered ? words.stays : words.staysAlone}</View>}
    </Card>
  )
}
