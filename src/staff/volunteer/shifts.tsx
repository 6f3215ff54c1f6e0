import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { day, startOfDay } from '../../domain/day'
import { boardWords as words } from '../../text/volunteer-staff-words'
import '../../text/volunteer-refusals'
import { BoardCard } from './BoardCard'
import { Duties } from './Duties'
import { Rest } from './Rest'
import { ShortCard } from './ShortCard'
import './volunteer.css'

const shows = ['short', 'week', 'next'] as const

/** The shifts: what is short of people until tomorrow, and the coming weeks. */
export default function Shifts() {
  const [show, setShow] = useState<(typeof shows)[number]>('short')
  return (
    <Screen title={words.title} wide>
      <Button onPress={() => Taro.navigateTo({ url: '/staff/volunteer/plan' })}>{words.plan}</Button>
      <View className='duty-chips'>
        {shows.map((each) => (
          <Chip key={each} kind='radio' on={each === show} onPress={() => setShow(each)}>
            {words.shows[each]}
          </Chip>
        ))}
      </View>
      {show === 'short' ? <Short /> : <Week key={show} ahead={show === 'next' ? 7 : 0} />}
    </Screen>
  )
}

function Short() {
  const query = useQuery('shifts.short', () => call.shift.atRisk({}), false)
  return (
    <View>
      {query.problem && <Trouble problem={query.problem} retry={query.refresh} />}
      {!query.value && query.loading && <Loading />}
      {query.value?.length === 0 && <Empty title={words.shortNone} next={words.shortNoneText} />}
      <View className='duty-grid'>
        {query.value?.map((short) => (
          <ShortCard key={short.shift.id} short={short} onChanged={query.refresh} />
        ))}
      </View>
    </View>
  )
}

function Week({ ahead }: { ahead: number }) {
  const now = useNow()
  const from = startOfDay(now) + ahead * day
  const query = useQuery(`shifts.${from}`, () => call.shift.board({ from }), false)
  return (
    <View>
      {query.problem && <Trouble problem={query.problem} retry={query.refresh} />}
      {!query.value && query.loading && <Loading />}
      {query.value?.shifts.length === 0 && <Empty title={words.weekNone} next={words.weekNoneText} />}
      <View className='duty-grid'>
        {query.value?.shifts.map((shift) => (
          <BoardCard key={shift.id} shift={shift} onChanged={query.refresh} />
        ))}
      </View>
      {query.value && <Duties duties={query.value.duties} onChanged={query.refresh} />}
      {query.value && <Rest rest={query.value.rest} onChanged={query.refresh} />}
    </View>
  )
}
