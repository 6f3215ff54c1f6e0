import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { Square } from '../../domain/need-page'
import '../../text/need-refusals'
import { needWords } from '../../text/need-words'
import { Answered } from '../Answered'
import { Mine } from './Mine'
import { NeedCardView } from './NeedCardView'
import './need.css'

/** What neighbours need, and what is mine: two ways to begin, and two lists. */
export default function NeedList() {
  const words = needWords(useDisplay().elder)
  const [mine, setMine] = useState(false)
  const square = useQuery('need.square', () => call.need.square({ category: null, before: null }), false)
  const own = useQuery('need.mine', () => call.need.mine({}), false)
  usePullDownRefresh(() => pulled(mine ? own.refresh : square.refresh))
  const post = (kind: string) => () => void Taro.navigateTo({ url: `/pages/need/post?kind=${kind}` })
  return (
    <Screen title={words.squareTitle}>
      <View className='need-lead'>
        <Button onPress={post('need')}>{words.needThis}</Button>
        <Button kind='plain' onPress={post('offer')}>
          {words.offerThis}
        </Button>
      </View>
      <View className='need-chips'>
        <Chip kind='radio' on={!mine} onPress={() => setMine(false)}>
          {words.square}
        </Chip>
        <Chip kind='radio' on={mine} onPress={() => setMine(true)}>
          {words.mine}
        </Chip>
      </View>
      {mine ? (
        <Answered query={own} waiting={<Loading cards={3} />}>
          {(list) => <Mine list={list} />}
        </Answered>
      ) : (
        <Answered query={square} waiting={<Loading cards={3} />}>
          {(first) => <Cards key={first.cards[0]?.id ?? 'none'} first={first} onDone={square.refresh} />}
        </Answered>
      )}
      <LinkRow label={words.survey} onPress={() => void Taro.navigateTo({ url: '/pages/need/survey' })} />
    </Screen>
  )
}

/** The first page, and those that were asked for after it. */
function Cards({ first, onDone }: { first: Square; onDone(): Promise<void> }) {
  const words = needWords(useDisplay().elder)
  const now = useNow()
  const [more, setMore] = useState<Square[]>([])
  const [problem, setProblem] = useState<Parameters<typeof Trouble>[0]['problem']>()
  const next = (more.at(-1) ?? first).next
  const load = async () => {
    const answer = await call.need.square({ category: null, before: next })
    if (answer.ok) setMore((before) => [...before, answer.value])
    else setProblem(answer)
  }
  const cards = [first, ...more].flatMap((page) => page.cards)
  if (cards.length === 0) return <Empty title={words.emptySquare} next={words.emptySquareNext} />
  return (
    <View>
      {cards.map((card) => (
        <NeedCardView key={card.id} card={card} now={now} onDone={onDone} />
      ))}
      {problem && <Trouble problem={problem} retry={load} close={() => setProblem(undefined)} />}
      {next && (
        <Button kind='plain' onPress={load}>
          {words.more}
        </Button>
      )}
    </View>
  )
}
