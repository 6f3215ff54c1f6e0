import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Answer, call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { useConfirm } from '../../components/Confirm'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { Series } from '../../domain/order'
import type { Deed } from '../../domain/order-deed'
import type { OrderPage } from '../../domain/order-page'
import { deskWords as words } from '../../text/order-desk-words'
import '../../text/order-refusals'
import { cancelQuestion } from '../../text/order-deed-words'
import { AddressSheet } from './AddressSheet'
import { AssignSheet } from './AssignSheet'
import { GuideSheet } from './GuideSheet'
import { ForgetRecord } from './ForgetRecord'
import { Head } from './Head'
import { Log } from './Log'
import { PhotoJudge } from './PhotoJudge'
import { RateSheet } from './RateSheet'
import { SettleSheet } from './SettleSheet'
import { type Lying, Ways } from './Ways'
import { WeeklySheet } from './WeeklySheet'
import './order.css'

type Doing = (intent: string) => Promise<Answer<unknown>>

/** One order as the desk works on it: what it is, who may know, and every way on. */
export default function DeskOrder() {
  const { params } = useRouter()
  const id = params.id ?? ''
  const now = useNow()
  const order = useQuery(`order.desk.open.${id}`, () => call.order.open({ order: id }), false)
  const { value } = order
  const [lying, setLying] = useState<Lying>()
  const [question, ask] = useConfirm()
  const act = useAction((intent, { deed, words: passed }: { deed: Deed; words?: boolean }) =>
    deedOf(id, deed, passed ?? false)(intent),
  )
  const run = async (deed: Deed, passed?: boolean) => {
    if (deed === 'cancel' && value?.weekly) return setLying('weekly')
    if (deed === 'cancel' && !(await ask(cancelQuestion(false)))) return
    const answer = await act.run(passed === undefined ? { deed } : { deed, words: passed })
    if (answer.ok) void Taro.showToast({ title: words.done, icon: 'none' })
    await order.refresh()
  }
  const done = async () => {
    setLying(undefined)
    void Taro.showToast({ title: words.done, icon: 'none' })
    await order.refresh()
  }
  const close = () => setLying(undefined)
  const end = useAction((intent, series: Series) => call.order.cancel({ intent, order: id, reason: null, series }))
  const ended = async (series: Series) => {
    const answer = await end.run(series)
    if (answer.ok) await done()
    else close()
  }
  const sheet =
    value &&
    lying &&
    (lying === 'weekly' ? (
      <WeeklySheet busy={end.busy} onAnswer={ended} onClose={close} />
    ) : (
      <Lies lying={lying} page={value} onClose={close} onDone={done} />
    ))
  return (
    <Screen title={words.orderTitle} wide sheet={question || sheet}>
      {order.problem && <Trouble problem={order.problem} retry={() => void order.refresh()} />}
      {[act, end].map(
        ({ problem, again, dismiss }, n) =>
          problem && (
            <Trouble key={n} problem={problem} retry={() => void again()} refresh={order.refresh} close={dismiss} />
          ),
      )}
      {!value && order.loading && <Loading cards={3} />}
      {value && (
        <View>
          <Head page={value} now={now} />
          <PhotoJudge page={value} ask={ask} refresh={order.refresh} />
          <Ways page={value} busy={act.busy} onDo={run} onLay={setLying} />
          <LinkRow
            label={words.use}
            onPress={() => void Taro.navigateTo({ url: `/staff/provider/use?noun=order&id=${id}` })}
          />
          {value.record !== null && (
            <ForgetRecord
              person={value.record}
              name={value.who.name ?? words.facts.whom}
              ask={ask}
              onDone={order.refresh}
            />
          )}
          <Log page={value} now={now} />
        </View>
      )}
    </Screen>
  )
}

function Lies({
  lying,
  page,
  onClose,
  onDone,
}: {
  lying: Exclude<Lying, 'weekly'>
  page: OrderPage
  onClose(): void
  onDone(): Promise<void>
}) {
  switch (lying) {
    case 'settle':
      return <SettleSheet page={page} onClose={onClose} onDone={onDone} />
    case 'assign':
      return <AssignSheet page={page} onClose={onClose} onDone={onDone} />
    case 'guide':
      return <GuideSheet page={page} onClose={onClose} onDone={onDone} />
    case 'address':
    case 'phone':
      return <AddressSheet order={page.id} what={lying} onClose={onClose} />
    case 'rate':
      return <RateSheet order={page.id} onClose={onClose} onDone={onDone} />
  }
}

/** What the desk does by one tap. */
function deedOf(order: string, deed: Deed, passed: boolean): Doing {
  const on = (intent: string) => ({ intent, order })
  switch (deed) {
    case 'pass':
      return (intent) => call.order.pass({ ...on(intent), reason: words.passReason })
    case 'putUp':
      return (intent) => call.order.putUp({ ...on(intent), words: passed })
    case 'redo':
      return (intent) => call.order.redo({ ...on(intent), reason: words.redoReason })
    case 'end':
      return (intent) => call.order.end(on(intent))
    case 'missedByProvider':
      return (intent) => call.order.providerMissed(on(intent))
    case 'cancel':
      return (intent) => call.order.cancel({ ...on(intent), reason: null, series: null })
    default:
      return (intent) => call.order.confirm(on(intent))
  }
}
