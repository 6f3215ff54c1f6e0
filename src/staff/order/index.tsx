import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Parts } from '../../components/Parts'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { type DeskView, deskViews } from '../../domain/order-input'
import type { DeskPage } from '../../domain/order-desk-page'
import type { DeskRow } from '../../domain/order-desk-row'
import { deskWhom, deskWords as words } from '../../text/order-desk-words'
import '../../text/order-refusals'
import { quotedWords } from '../../text/order-own-words'
import { deskNote } from '../../text/order-state-words'
import { dayWords } from '../../text/time'
import { CapacityLink } from './CapacityLink'
import './order.css'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** The desk: what waits, what nobody has taken, what is late, the week; and how much everyone has on their hands. */
export default function Desk() {
  const now = useNow()
  const { params } = useRouter()
  const asked = deskViews.find((each) => each === params.view)
  const [view, setView] = useState<DeskView>(asked ?? 'triage')
  const desk = useQuery(`order.desk.${view}`, () => call.order.desk({ view }), false)
  const { value } = desk
  return (
    <Screen title={words.title} wide action={<Button onPress={go('/staff/order/card')}>{words.enterCard}</Button>}>
      <View className='desk-views' {...spokenAs('radiogroup')}>
        {deskViews.map((each) => (
          <Chip key={each} kind='radio' on={view === each} onPress={() => setView(each)}>
            {value ? `${words.views[each]} ${value.counts[each]}` : words.views[each]}
          </Chip>
        ))}
      </View>
      {desk.problem && <Trouble problem={desk.problem} retry={() => void desk.refresh()} />}
      {!value && desk.loading && <Loading cards={4} />}
      {value && <Rows rows={value.rows} now={now} />}
      {value && view === 'week' && <Week page={value} now={now} />}
      {value && (view === 'week' || view === 'all') && <Loads page={value} />}
      <CapacityLink />
      <LinkRow label={words.print} onPress={go('/staff/order/print')} />
    </Screen>
  )
}

function Rows({ rows, now }: { rows: readonly DeskRow[]; now: number }) {
  if (rows.length === 0) return <Empty {...words.empty} />
  return (
    <View className='desk-rows'>
      {rows.map((row) => (
        <Line key={row.id} row={row} now={now} />
      ))}
    </View>
  )
}

/** One order: what it is, for whom and where, how its words begin, and what somebody must do by when. */
function Line({ row, now }: { row: DeskRow; now: number }) {
  const whom = deskWhom(row)
  const said = row.said === null ? null : quotedWords(row.said)
  const note = deskNote(row, now)
  return (
    <Card
      label={[row.title, row.crisis ? words.crisisTag : null, ...whom, said, ...note].filter(Boolean).join('，')}
      onPress={go(`/staff/order/order?id=${row.id}`)}
    >
      <View className='desk-title'>{row.title}</View>
      <Parts of={whom} />
      {said && <View>{said}</View>}
      <View className='soft'>
        <Parts of={note} />
      </View>
      <View className='desk-tags'>
        {row.crisis && <Tag tone='red'>{words.crisisTag}</Tag>}
        {row.late && <Tag tone='amber'>{words.views.overdue}</Tag>}
        {row.photoWaits && <Tag tone='amber'>{words.photoTag}</Tag>}
        {row.staffOnly && <Tag tone='red'>{words.staffTag}</Tag>}
        {row.kept && <Tag tone='plain'>{words.cardTag}</Tag>}
      </View>
    </Card>
  )
}

function Week({ page, now }: { page: DeskPage; now: number }) {
  return (
    <View>
      <View className='subheading desk-part' {...spokenAs('heading')}>
        {words.days}
      </View>
      {page.days.map(({ at, visits }) => (
        <Row key={at} label={dayWords(at, now)}>
          {words.visits(visits)}
        </Row>
      ))}
    </View>
  )
}

function Loads({ page }: { page: DeskPage }) {
  return (
    <View>
      <View className='subheading desk-part' {...spokenAs('heading')}>
        {words.loads}
      </View>
      {page.providers.length === 0 && <View className='soft'>{words.nobody}</View>}
      {page.providers.map(({ kind, id, name, active, week, minutes, weekly }) => (
        <Row key={`${kind} ${id}`} label={name}>
          {words.load(active, week, minutes, weekly)}
        </Row>
      ))}
    </View>
  )
}
