import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import type { HoursPage } from '../../domain/hours-page'
import { hoursWords } from '../../text/service-words'
import { Answered } from '../Answered'
import { Confirming } from './Confirming'
import { Months } from './Months'
import { ServiceRow } from './ServiceRow'
import { TwoSides } from './TwoSides'
import './hours.css'

const open = (url: string) => () => void Taro.navigateTo({ url })

/** What I gave and what I received, side by side, without a rank; and what waits for my word. */
export default function Hours() {
  const { elder } = useDisplay()
  const words = hoursWords(elder)
  const page = useQuery('hours.mine', () => call.hours.mine({}))
  usePullDownRefresh(() => void pulled(page.refresh))
  return (
    <Screen title={words.title}>
      <Answered query={page} waiting={<Loading cards={3} />}>
        {(value) => <Sides page={value} elder={elder} onChanged={page.refresh} />}
      </Answered>
    </Screen>
  )
}

function Sides({ page, elder, onChanged }: { page: HoursPage; elder: boolean; onChanged(): Promise<void> }) {
  const now = useNow()
  const words = hoursWords(elder)
  const { credit, points, months, services, toConfirm } = page
  return (
    <View>
      <TwoSides serving={page.serving} served={page.served} />
      <View className='soft hours-note'>{words.both}</View>
      {credit && (
        <View className='hours-note'>
          <View>{words.credit(credit.minutes)}</View>
          {credit.flag && <View className='soft'>{credit.flag === 'high' ? words.creditHigh : words.creditLow}</View>}
        </View>
      )}
      {points !== null && <View className='hours-note'>{words.points(points)}</View>}
      {toConfirm.length > 0 && (
        <View>
          <Section title={words.toConfirm} />
          <View className='soft'>{words.toConfirmNote}</View>
          {toConfirm.map((card) => (
            <Confirming key={card.id} card={card} onDone={onChanged} />
          ))}
        </View>
      )}
      <LinkRow label={words.record} note={words.recordNote} onPress={open('/pages/hours/record')} />
      {page.serving > 0 && <LinkRow label={words.proof} note={words.proofNote} onPress={open('/pages/proof/index')} />}
      {services.length > 0 && <Section title={words.services} />}
      {services.map((card) => (
        <ServiceRow key={card.id} card={card} now={now} onPress={open(`/pages/hours/service?id=${card.id}`)} />
      ))}
      {services.length === 0 && (
        <Empty title={words.emptyTitle} next={words.emptyNext}>
          <Button kind='plain' onPress={open('/pages/volunteer/index')}>
            {words.emptyDo}
          </Button>
        </Empty>
      )}
      {months.length > 0 && <Section title={words.months} />}
      <Months months={months} />
    </View>
  )
}

const Section = ({ title }: { title: string }) => (
  <View className='subheading hours-section' {...spokenAs('heading')}>
    {title}
  </View>
)
