import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { NeedCard } from '../../domain/need-page'
import { needWords } from '../../text/need-words'
import { dayWords } from '../../text/time'

interface NeedCardViewProps {
  card: NeedCard
  now: number
  onDone(): Promise<void>
}

/** A need on the square: what is needed, by whom as they chose to be called, and "I want it too". */
export function NeedCardView({ card, now, onDone }: NeedCardViewProps) {
  const words = needWords(useDisplay().elder)
  const open = () => void Taro.navigateTo({ url: `/pages/need/index?id=${card.id}` })
  return (
    <Card>
      <View className='need-line'>
        <Tag>{card.label}</Tag>
        {card.weekly && <Tag tone='plain'>{words.weekly}</Tag>}
        <View className='soft'>
          {card.own ? words.own : (card.by ?? words.neighbour)}，{dayWords(card.postedAt, now)}
        </View>
      </View>
      <View className='need-text'>{card.text}</View>
      <Wanting card={card} />
      <View className='need-answers'>
        {!card.own && <WantButton card={card} onDone={onDone} />}
        <Button kind='plain' label={`${words.look}：${card.label}`} onPress={open}>
          {words.look}
        </Button>
      </View>
    </Card>
  )
}

/** How many want it, and how far that is from being taken up; the bar says no more than the words. */
export function Wanting({ card }: { card: NeedCard }) {
  const words = needWords(useDisplay().elder)
  const { households, short, gathered } = card
  if (!gathered && !card.activity)
    return <View className='soft'>{`${words.households(households)}，${words.eachAlone}`}</View>
  const share = short === null ? 100 : Math.round((100 * households) / (households + short))
  return (
    <View>
      <View className='need-bar' aria-hidden='true'>
        <View className='need-bar-full' style={{ width: `${share}%` }} />
      </View>
      <View className='soft'>
        {words.households(households)}，
        {card.activity ? words.activity : short === null ? words.drafted : words.short(short)}
      </View>
    </View>
  )
}

/** "I want it too", and taking it back: each an intent of its own. */
export function WantButton({ card, onDone }: Pick<NeedCardViewProps, 'card' | 'onDone'>) {
  const words = needWords(useDisplay().elder)
  const want = useAction((intent, need: string) => call.need.want({ intent, need }))
  const back = useAction((intent, mine: string) => call.need.unwant({ intent, need: card.id, want: mine }))
  const toggle = async () => {
    const answer = card.mine === null ? await want.run(card.id) : await back.run(card.mine)
    if (answer.ok) await onDone()
  }
  const problem = want.problem ?? back.problem
  return (
    <View>
      {problem && (
        <Trouble
          problem={problem}
          retry={toggle}
          refresh={() => void onDone()}
          close={() => {
            want.dismiss()
            back.dismiss()
          }}
        />
      )}
      <Button
        kind={card.mine === null ? 'primary' : 'plain'}
        label={`${card.mine === null ? words.want : `${words.wanted}，${words.unwant}`}：${card.label}`}
        busy={want.busy || back.busy}
        onPress={toggle}
      >
        {card.mine === null ? words.want : `${words.wanted} ✓ ${words.unwant}`}
      </Button>
    </View>
  )
}
