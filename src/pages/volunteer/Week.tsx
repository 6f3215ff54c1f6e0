import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Tag } from '../../components/Tag'
import { useNow } from '../../components/useNow'
import type { WeekRow } from '../../domain/shift-page'
import { rangeWords } from '../../text/time'
import { volunteerWords } from '../../text/volunteer-words'
import { kindWords, speaksAgainst, whyWords } from '../../text/shift-words'
import { Answered } from '../Answered'
import { dot } from '../../text/spacing'

const pages = { shift: '/pages/volunteer/shift', order: '/pages/order/index', need: '/pages/need/index' } as const

/** What I could do this week, best first, each with why it fits. */
export function Week() {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const now = useNow()
  const query = useQuery('week', () => call.shift.week({}), false)
  return (
    <View>
      <View className='subheading serve-heading' {...spokenAs('heading')}>
        {words.week}
      </View>
      <Answered query={query} waiting={<Loading cards={2} />}>
        {({ rows, more }) => (
          <View>
            {rows.length === 0 && <Empty title={words.weekNone} next={words.weekNoneText} />}
            {rows.map((row) => (
              <Row key={`${row.kind} ${row.id}`} row={row} now={now} />
            ))}
            {more > 0 && <View className='soft'>{words.more(more)}</View>}
          </View>
        )}
      </Answered>
    </View>
  )
}

function Row({ row, now }: { row: WeekRow; now: number }) {
  const when = row.startsAt !== null && row.endsAt !== null ? rangeWords(row.startsAt, row.endsAt, now) : null
  const why = row.reasons.map(whyWords)
  return (
    <Card
      label={[row.title, kindWords[row.kind], when, row.place, ...why].filter((part) => part).join('，')}
      onPress={() => void Taro.navigateTo({ url: `${pages[row.kind]}?id=${row.id}` })}
    >
      <View className='serve-title'>{row.title}</View>
      {when && <View>{when}</View>}
      <View className='soft'>
        {row.place === '' ? kindWords[row.kind] : `${kindWords[row.kind]}${dot}${row.place}`}
      </View>
      <View className='serve-why'>
        {row.reasons.map((reason) => (
          <Tag key={reason.why} tone={speaksAgainst(reason) ? 'amber' : 'jade'}>
            {whyWords(reason)}
          </Tag>
        ))}
      </View>
    </Card>
  )
}
