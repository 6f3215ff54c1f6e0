import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { isClosed } from '../../domain/order'
import type { Deed } from '../../domain/order-deed'
import { isEarly } from '../../domain/order-early'
import type { OrderAddress, OrderPage } from '../../domain/order-page'
import type { EmergencyNumber } from '../../domain/emergency-call'
import '../../text/order-refusals'
import { whereWords } from '../../text/order-where-words'
import { orderWords } from '../../text/order-words'
import { earlyQuestion } from '../../text/order-early-words'
import { addressLater, standingWords } from '../../text/order-state-words'
import { cancelQuestion, countsQuestion, deedWords, doneWords } from '../../text/order-deed-words'
import { Answered } from '../Answered'
import { Asking } from './Asking'
import { CallNumbers } from './CallNumbers'
import { asksFirst, type DeedInput } from './DeedSheet'
import { doDeed } from './doDeed'
import { Facts } from './Facts'
import { PhotoPart } from './PhotoPart'
import { Steps } from './Steps'
import './order.css'

/** Deeds that stand on this screen, the most wanted first; the desk's stand on its own. */
const shown: readonly Deed[] = [
  'confirm',
  'rate',
  'take',
  'start',
  'end',
  'schedule',
  'send',
  'restore',
  'report',
  'decline',
  'move',
  'correct',
  'missedByResident',
  'missedByPartner',
  'missedByProvider',
  'handOn',
  'complain',
  'cancel',
]

/** What is missing of these stands, and is sent in, among what one helps with. */
const shownInOwn: readonly string[] = ['order-licence', 'order-not-cleared']

/** The deed that one is most likely here for. */
const leads: readonly Deed[] = ['confirm', 'take', 'start', 'end', 'send', 'schedule', 'restore', 'rate']

/**
 * What may be done and is not what one is here for: another time, for who waits at the door for the other one; that it is
 * done, while a complaint is being answered; who is sent, where nobody need say it.
 */
const isAside = (deed: Deed, { here, state, need, sent }: OrderPage): boolean =>
  (deed === 'send' && (state !== 'scheduled' || need === 1 || sent !== null)) ||
  (deed === 'schedule' && here > 0) ||
  (deed === 'confirm' && state === 'complained')

/** Whom somebody in danger may have to call, whatever it is. */
const inDanger: readonly EmergencyNumber[] = ['110', '119', '120', '12356']

/** One order: how it stands, who sees to it by when, what one can do, and what became of it. */
export default function Order() {
  const { params } = useRouter()
  const { elder } = useDisplay()
  const order = useQuery(`order.open.${params.id}`, () => call.order.open({ order: params.id ?? '' }), false)
  usePullDownRefresh(() => void pulled(order.refresh))
  if (order.value) return <Whole page={order.value} reach={params.reach !== undefined} refresh={order.refresh} />
  return (
    <Screen title={orderWords(elder).title}>
      <Answered query={order} waiting={<Loading cards={3} />}>
        {() => null}
      </Answered>
    </Screen>
  )
}

interface WholeProps {
  page: OrderPage
  /** Whether a phone and a door are asked for at once. */
  reach: boolean
  refresh(): Promise<void>
}

function Whole({ page, reach, refresh }: WholeProps) {
  const { elder } = useDisplay()
  const now = useNow()
  const words = orderWords(elder)
  const names = deedWords(elder)
  const [question, ask] = useConfirm()
  const [asking, setAsking] = useState<Deed | undefined>(reach && !page.hasPhone ? 'correct' : undefined)
  const [address, setAddress] = useState<OrderAddress>()
  const act = useAction((intent, { deed, input }: { deed: Deed; input: DeedInput }) =>
    doDeed(page, deed, intent, input),
  )
  /** What was done last: done again it is followed by the same. */
  const last = useRef<[Deed, DeedInput]>(['confirm', {}])
  const run = async (deed: Deed, input: DeedInput = {}) => {
    last.current = [deed, input]
    const answer = await act.run({ deed, input })
    if (!answer.ok) return
    setAsking(undefined)
    if (deed === 'address') setAddress(answer.value as OrderAddress)
    const done = doneWords[deed]
    if (done) void Taro.showToast({ title: done, icon: 'none' })
    await refresh()
  }
  const press = async (deed: Deed) => {
    if (asksFirst(deed)) return setAsking(deed)
    if (deed === 'cancel' && page.weekly) return setAsking(deed)
    if (deed === 'cancel' && !(await ask(cancelQuestion(elder)))) return
    if (deed === 'confirm' && page.counts && !(await ask(countsQuestion(page.counts, elder)))) return
    if (deed === 'start' && page.slot && isEarly(page.slot, now) && !(await ask(earlyQuestion(page.slot, now, elder))))
      return
    await run(deed)
  }
  const may = shown.filter((deed) => page.may.includes(deed) && (deed !== 'cancel' || page.parts.includes('holder')))
  const lead = leads.find((deed) => may.includes(deed) && !isAside(deed, page))
  const standing = standingWords(page, elder, now)
  const trouble = act.problem && (
    <Trouble problem={act.problem} retry={() => void run(...last.current)} refresh={refresh} close={act.dismiss} />
  )
  const sheet = asking && (
    <Asking
      deed={asking}
      page={page}
      now={now}
      busy={act.busy}
      trouble={trouble}
      refresh={refresh}
      onDo={(input) => run(asking, input)}
      onClose={() => {
        setAsking(undefined)
        act.dismiss()
      }}
    />
  )
  return (
    <Screen
      title={words.title}
      sheet={question || sheet}
      action={
        lead ? (
          <Button busy={act.busy} onPress={() => press(lead)}>
            {names[lead]}
          </Button>
        ) : (
          // What is missing stands on the page; the button that waits for it is there all the same.
          page.whyNot &&
          !page.parts.includes('taker') && (
            <Button disabled onPress={() => undefined}>
              {names.take}
            </Button>
          )
        )
      }
    >
      <View className='heading' {...spokenAs('heading')}>
        {page.title}
      </View>
      <View className={page.late ? 'order-standing order-standing-late' : 'order-standing'} {...spokenAs('status')}>
        <View className='order-standing-title'>{standing.title}</View>
        <View>{standing.next}</View>
        {standing.way && <View className='order-way'>{standing.way}</View>}
        {standing.series && <View>{standing.series}</View>}
        {(standing.owner || standing.due) && (
          <View className='soft'>{[standing.owner, standing.due].filter(Boolean).join('，')}</View>
        )}
        {page.late && <Tag tone='amber'>{words.late}</Tag>}
      </View>
      {/* Whom to call stands before anything else of it. */}
      {page.crisis && page.parts.includes('holder') && !isClosed(page.state) && (
        <View className='order-buttons'>
          <CallNumbers numbers={inDanger} />
          <View className='soft order-hint'>{words.crisisStays}</View>
          {page.may.includes('correct') && !page.hasPhone && (
            <Button kind='plain' onPress={() => press('correct')}>
              {whereWords(elder).leave}
            </Button>
          )}
        </View>
      )}
      {!asking && trouble}
      {page.whyNot && <Trouble problem={page.whyNot} refresh={refresh} />}
      {page.whyNot && shownInOwn.includes(page.whyNot.reason) && (
        <LinkRow label={words.ownHelp} onPress={() => void Taro.navigateTo({ url: '/pages/volunteer/index' })} />
      )}
      <Facts page={page} now={now} />
      <PhotoPart page={page} refresh={refresh} />
      {page.staffOnly && <View className='soft order-hint'>{words.staffOnly}</View>}
      {page.parts.includes('taker') && page.may.includes('address') && (
        <View className='order-card'>
          {address ? (
            <View className='order-standing-title'>
              {[address.building, address.room].filter((each) => each !== null).join(' ')}
              {address.room === null && <View className='soft'>{words.noDoor}</View>}
            </View>
          ) : (
            <Button kind='plain' busy={act.busy} onPress={() => run('address')}>
              {words.address}
            </Button>
          )}
          <View className='soft order-hint'>{words.addressNote}</View>
        </View>
      )}
      {page.parts.includes('taker') && page.whyNot === null && addressLater(page, now, elder) && (
        <View className='soft order-hint'>{addressLater(page, now, elder)}</View>
      )}
      <View className='order-buttons'>
        {may
          .filter((deed) => deed !== lead)
          .map((deed) => (
            <Button
              key={deed}
              kind={deed === 'cancel' ? 'danger' : 'plain'}
              busy={act.busy}
              onPress={() => press(deed)}
            >
              {names[deed]}
            </Button>
          ))}
      </View>
      {page.parts.some((part) => part === 'desk' || part === 'above' || part === 'head') && (
        <LinkRow label={words.desk} onPress={() => void Taro.navigateTo({ url: `/staff/order/order?id=${page.id}` })} />
      )}
      <Steps steps={page.steps} now={now} />
    </Screen>
  )
}
