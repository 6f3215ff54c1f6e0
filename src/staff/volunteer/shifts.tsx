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
import { WeekSteps } from '../../components/WeekSteps'
import { day, startOfDay, startOfWeek } from '../../domain/day'
import type { BoardShift } from '../../domain/shift-page'
import { weekLabel, weekWords } from '../../text/provider-week-words'
import { boardWords as words } from '../../text/volunteer-staff-words'
import '../../text/volunteer-refusals'
import { BoardCard } from './BoardCard'
import { Duties } from './Duties'
import { Rest } from './Rest'
import { ShortCard } from './ShortCard'
import './volunteer.css'

/** So far back one may look, and so far ahead. */
const mostBefore = 28 * day
const mostAhead = 84 * day

const shows = ['short', 'week'] as const

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
      {show === 'short' ? <Short /> : <Week />}
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

/** What was over before today stands behind what is still to come. */
const aheadFirst = (shifts: readonly BoardShift[], today: number): BoardShift[] => [
  ...shifts.filter(({ endsAt }) => endsAt >= today),
  ...shifts.filter(({ endsAt }) => endsAt < today),
]

/** A week at a time; of any that lies ahead people are put on shifts and the like. */
function Week() {
  const now = useNow()
  const thisWeek = startOfWeek(now)
  const [from, setFrom] = useState(thisWeek)
  const query = useQuery(`shifts.${from}`, () => call.shift.board({ from }), false)
  return (
    <View>
      <WeekSteps
        label={weekLabel(from, now)}
        before={weekWords.before}
        after={weekWords.after}
        {...(from > thisWeek - mostBefore && { onBefore: () => setFrom(from - 7 * day) })}
        {...(from < thisWeek + mostAhead && { onAfter: () => setFrom(from + 7 * day) })}
      />
      {query.problem && <Trouble problem={query.problem} retry={query.refresh} />}
      {!query.value && query.loading && <Loading />}
      {query.value?.shifts.length === 0 && <Empty title={words.weekNone} next={words.weekNoneText} />}
      <View className='duty-grid'>
        {aheadFirst(query.value?.shifts ?? [], startOfDay(now)).map((shift) => (
          <BoardCard key={shift.id} shift={shift} onChanged={query.refresh} />
        ))}
      </View>
      {query.value && <Duties duties={query.value.duties} onChanged={query.refresh} />}
      {query.value && <Rest rest={query.value.rest} onChanged={query.refresh} />}
    </View>
  )
}
