import { View } from '@tarojs/components'
import { Cover } from '../../components/Cover'
import { Card } from '../../components/Card'
import { Row } from '../../components/Row'
import { spokenAs } from '../../components/press'
import { SeatRing } from '../../components/SeatRing'
import { type Plan, defaults } from '../../domain/activity-draft'
import { coverOf } from '../../domain/cover'
import { pageWords } from '../../text/activity-page'
import { bandsWords } from '../../text/bands'
import { editorWords } from '../../text/editor-words'
import { plateWords, seatAria, seatWords } from '../../text/seats'
import { rangeWords, signUpDeadlineWords } from '../../text/time'

interface PreviewProps {
  plan: Plan
  organiser: string
  now: number
}

/** The page as residents will see it, of what is written so far. */
export function Preview({ plan, organiser, now }: PreviewProps) {
  const { rows, ...words } = pageWords(false)
  const { startsAt, endsAt } = plan
  const capacity = plan.capacity ?? 0
  const waitRoom = plan.waitCapacity ?? defaults.waitCapacity(capacity)
  const seats = { capacity, free: capacity, waiting: 0, waitRoom }
  const closesAt = plan.closesAt ?? (startsAt === null ? null : defaults.closesAt(startsAt, now))
  return (
    <View className='preview'>
      <Cover {...coverOf(plan.category)} />
      <View className='heading' {...spokenAs('heading')}>
        {plan.title ?? editorWords.nameless}
      </View>
      <View className='soft preview-by'>{organiser}</View>
      <Card>
        <View className='roster-head'>
          <SeatRing large capacity={capacity} taken={0} {...plateWords(seats)} words={seatAria(seats)} />
          <View className='roster-words'>
            <View className='subheading'>{seatWords(seats)}</View>
            {closesAt !== null && <View className='soft'>{signUpDeadlineWords(closesAt, now)}</View>}
          </View>
        </View>
      </Card>
      <Row label={rows.time}>
        {startsAt !== null && endsAt !== null && endsAt > startsAt ? rangeWords(startsAt, endsAt, now) : '—'}
      </Row>
      <Row label={rows.place}>
        <View>{plan.place ?? '—'}</View>
        {plan.placeNote && <View className='soft'>{plan.placeNote}</View>}
      </Row>
      <Row label={rows.whom}>{bandsWords(plan.bands)}</Row>
      <Row label={rows.bring}>{plan.bring ?? words.nothingToBring}</Row>
      {plan.description && <Row label={rows.about}>{plan.description}</Row>}
    </View>
  )
}
