import { useEffect, useState } from 'react'
import { ScrollView, View } from '@tarojs/components'
import { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { pulled } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { type ActivityFilter, type ActivityList, filters } from '../../domain/activity'
import { listWords, nothingFound } from '../../text/activity'
import { Answered } from '../Answered'
import { ActivityCard } from '../ActivityCard'
import { useList } from './useList'
import './list.css'

/** How long after the last letter one begins to look, in milliseconds. */
const pause = 350

/** What is on at the centre: filtered, searched, page after page. */
export default function List() {
  const { elder } = useDisplay()
  const words = listWords(elder)
  const [filter, setFilter] = useState<ActivityFilter>('all')
  const [typed, setTyped] = useState('')
  const sought = useSettled(typed.trim(), pause)
  const list = useList(filter, sought)
  usePullDownRefresh(() => void pulled(list.refresh))
  useReachBottom(list.more)
  const all = () => {
    setTyped('')
    if (filter === 'all') void list.refresh()
    setFilter(filter === 'today' ? 'week' : 'all')
  }

  return (
    <Screen title={words.title} tab='activity'>
      <Field bare label={words.search} hint={words.searchHint} value={typed} onChange={setTyped} maxLength={20} />
      <ScrollView scrollX enhanced showScrollbar={false} className='filters'>
        <View className='filters-row' aria-label={words.filterLabel} {...spokenAs('radiogroup')}>
          {filters.map((each) => (
            <Chip key={each} kind='radio' on={each === filter} onPress={() => setFilter(each)}>
              {words.filters[each]}
            </Chip>
          ))}
        </View>
      </ScrollView>
      <Answered query={list} waiting={<Loading cards={4} />}>
        {(value) =>
          value.cards.length > 0 ? (
            <Cards list={value} elder={elder} />
          ) : (
            <Nothing filter={filter} words={sought} onAll={all} />
          )
        }
      </Answered>
    </Screen>
  )
}

function Cards({ list, elder }: { list: ActivityList; elder: boolean }) {
  const now = Date.now()
  const words = listWords(elder)
  return (
    <View>
      {list.cards.map((card) => (
        <ActivityCard key={card.id} card={card} now={now} />
      ))}
      <View className='soft list-end'>{list.next ? words.more : words.end}</View>
    </View>
  )
}

function Nothing({ filter, words, onAll }: { filter: ActivityFilter; words: string; onAll(): void }) {
  const { title, next, button } = nothingFound(filter, words)
  return (
    <Empty title={title} next={next}>
      <Button kind='plain' onPress={onAll}>
        {button}
      </Button>
    </Empty>
  )
}

/** A value that has stood for a while. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
