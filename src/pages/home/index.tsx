import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { centreNow } from '../../cloud/centre'
import { useArrival } from '../../cloud/door'
import { pulled, useQuery } from '../../cloud/useQuery'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { pressable, spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import type { CentrePage } from '../../domain/centre'
import { cardDoor } from '../../domain/door'
import { greeting, homeWords, openingWords, soonHeading, weekWords } from '../../text/home'
import { ActivityCard } from '../ActivityCard'
import { Answered } from '../Answered'
import { Running } from './Running'
import { Verb } from './Verb'
import './index.css'

const open = (url: string) => () => void Taro.navigateTo({ url })

/** A centre's open page: who it is, whether it is open, and what is on. One request, no sign-in. */
export default function Home() {
  const page = useQuery('centre.open', () => call.centre.open({}))
  useArrival('home', page.value !== undefined)
  usePullDownRefresh(() => void pulled(page.refresh))
  const { elder } = useDisplay()
  const words = homeWords(elder)
  useShareAppMessage(() => ({
    title: page.value?.centre.name ?? words.title,
    path: `/pages/home/index?c=${centreNow()}&d=${cardDoor}`,
  }))
  return (
    <Screen title={page.value?.centre.shortName ?? words.title} tab='home'>
      <Answered query={page} waiting={<Loading />}>
        {(value) => <Table page={value} elder={elder} />}
      </Answered>
    </Screen>
  )
}

/** The way to what neighbours need; and how much of it was answered in time, where there is enough to say so. */
function Square() {
  const { elder } = useDisplay()
  const words = homeWords(elder)
  const kept = useQuery('need.kept', () => call.need.kept({}))
  const share = kept.value?.share ?? null
  const note = share === null ? words.squareNote : words.squareKept(share)
  return <LinkRow label={words.square} note={note} onPress={open('/pages/need/list')} />
}

function Table({ page, elder }: { page: CentrePage; elder: boolean }) {
  const now = Date.now()
  const words = homeWords(elder)
  const [whom, what] = greeting(now, page.me?.name, elder)
  const all = () => void Taro.switchTab({ url: '/pages/activity/list' })
  return (
    <View>
      <View className='heading' {...spokenAs('heading')}>
        <View>{whom}</View>
        <View>{what}</View>
      </View>
      <View className='soft home-hours'>{openingWords(page.centre.hours, now)}</View>
      {page.order && <Running order={page.order} elder={elder} now={now} />}
      <Verb
        sign={words.order}
        tone='red'
        title={words.orderTitle}
        note={words.orderNote}
        onPress={open('/pages/menu/index')}
      />
      <Verb
        sign={words.help}
        tone='jade'
        title={words.helpTitle}
        note={words.helpNote}
        onPress={open('/pages/volunteer/index')}
      />
      <Verb sign={words.together} tone='amber' title={words.togetherTitle} note={weekWords(page.week)} onPress={all} />
      <Square />
      <View className='home-soon'>
        <View className='subheading' {...spokenAs('heading')}>
          {soonHeading(page.soon.at(-1)?.startsAt, now)}
        </View>
        <View className='home-all' {...pressable({ role: 'link', label: words.allLabel, onPress: all })}>
          {words.all}
        </View>
      </View>
      {page.soon.map((card) => (
        <ActivityCard key={card.id} card={card} now={now} />
      ))}
      {page.soon.length === 0 && <Empty {...words.quiet} />}
    </View>
  )
}
