import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { handOn } from '../../cloud/memory'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { useNow } from '../../components/useNow'
import type { NeedPage } from '../../domain/need-page'
import { placeWords } from '../../text/need-reasons'
import '../../text/need-refusals'
import { needWords, ownerWords, stateWords } from '../../text/need-words'
import { shortMomentWords } from '../../text/time'
import { dot } from '../../text/spacing'
import { whenWords } from '../../text/when-words'
import { Answered } from '../Answered'
import { Calls } from './Calls'
import { Fits } from './Fits'
import { Solved } from './Solved'
import { Story } from './Story'
import { Wanting, WantButton } from './NeedCardView'
import './need.css'

/** One need: what it is, who answers for it and until when, what could help, and what became of it so far. */
export default function Need() {
  const id = useRouter().params.id ?? ''
  const words = needWords(useDisplay().elder)
  const page = useQuery(`need.${id}`, () => call.need.open({ need: id }), false)
  const [sheet, ask] = useConfirm()
  return (
    <Screen title={words.needTitle} sheet={sheet}>
      <Answered query={page} waiting={<Loading cards={3} />}>
        {(need) => (
          <View>
            {need.own && <Calls calls={need.calls} />}
            <Head need={need} />
            {need.activity && <ActivityLink activity={need.activity} />}
            {!need.own && need.state === 'open' && need.care === 'open' && (
              <WantButton card={need} onDone={page.refresh} />
            )}
            {need.own && need.state === 'open' && <Fits need={need} onDone={page.refresh} />}
            {need.orders && <ByMenu need={need} orders={need.orders} />}
            {need.own && need.state === 'open' && <Solved need={need} ask={ask} onDone={page.refresh} />}
            {need.timeline.length > 0 && <Story timeline={need.timeline} />}
            {need.staff && (
              <Button kind='plain' onPress={() => void Taro.navigateTo({ url: '/staff/need/index' })}>
                {words.queueLink}
              </Button>
            )}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

function Head({ need }: { need: NeedPage }) {
  const words = needWords(useDisplay().elder)
  const now = useNow()
  const mine = need.own || need.staff
  return (
    <Card>
      <View className='need-line'>
        <Tag>{need.label}</Tag>
        <Tag tone={need.state === 'open' ? 'amber' : 'plain'}>{stateWords[need.state]}</Tag>
      </View>
      <View className='need-text need-large'>{need.text}</View>
      {!need.own && <View className='soft'>{need.by ?? words.neighbour}</View>}
      {need.own && need.care !== 'open' && <View className='soft'>{words.staffOnly}</View>}
      {need.own && need.sight === 'waiting' && <View className='soft'>{words.waitingSight}</View>}
      {need.own && need.sight === 'hidden' && <View className='soft'>{words.hiddenSight}</View>}
      <Row label={words.whenAsk}>
        {need.weekly ? `${words.weekly}${dot}${whenWords(need.meaning.when)}` : whenWords(need.meaning.when)}
      </Row>
      <Row label={words.whereAsk}>{placeWords[need.meaning.where]}</Row>
      {mine && <Row label={words.answers}>{ownerWords(need.owner)}</Row>}
      {mine && need.state === 'open' && <Row label={words.until}>{shortMomentWords(need.dueAt, now)}</Row>}
      {need.sight === 'square' && <Wanting card={need} />}
    </Card>
  )
}

/** The same from the menu: its words, and that it is wanted every week, go with it into the order. */
function ByMenu({ need, orders: { item, name } }: { need: NeedPage; orders: NonNullable<NeedPage['orders']> }) {
  const words = needWords(useDisplay().elder)
  const order = () => {
    handOn({ item, words: need.text, quiet: need.care !== 'open', weekly: need.weekly })
    void Taro.navigateTo({ url: `/pages/order/new?item=${item}` })
  }
  return <LinkRow label={words.menuOrder(name)} note={words.menuOrderNote} onPress={order} />
}

function ActivityLink({ activity }: { activity: string }) {
  const words = needWords(useDisplay().elder)
  return (
    <Button onPress={() => void Taro.navigateTo({ url: `/pages/activity/index?id=${activity}` })}>
      {words.activity}
    </Button>
  )
}
