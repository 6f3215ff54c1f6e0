import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Row } from '../../components/Row'
import type { ActivityPage } from '../../domain/activity'
import { pageWords } from '../../text/activity-page'
import { bandsWords } from '../../text/bands'
import { leaveDeadlineWords, rangeWords } from '../../text/time'

/** What one wants to know before one goes. */
export function Facts({ page, now }: { page: ActivityPage; now: number }) {
  const { elder } = useDisplay()
  const { rows, ...words } = pageWords(elder)
  return (
    <View className='facts'>
      <Row label={rows.time}>{rangeWords(page.startsAt, page.endsAt, now)}</Row>
      <Row label={rows.place}>
        <View>{page.place.name}</View>
        {page.place.note && <View className='soft'>{page.place.note}</View>}
      </Row>
      <Row label={rows.whom}>{bandsWords(page.bands)}</Row>
      <Row label={rows.bring}>{page.bring ?? words.nothingToBring}</Row>
      {page.startsAt > now && page.state === 'open' && (
        <Row label={rows.mind}>{leaveDeadlineWords(page.startsAt, now)}</Row>
      )}
      {page.description && <Row label={rows.about}>{page.description}</Row>}
      {page.endsAt <= now && (
        <LinkRow
          label={words.judged}
          onPress={() => void Taro.navigateTo({ url: `/pages/rating/summary?id=${page.id}` })}
        />
      )}
      {page.staff && (
        <View className='facts-staff'>
          <Button kind='plain' onPress={() => Taro.navigateTo({ url: `/staff/activity/roster?id=${page.id}` })}>
            {words.openList}
          </Button>
        </View>
      )}
    </View>
  )
}
