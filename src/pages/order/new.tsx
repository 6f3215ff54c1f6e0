import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { type Answer, call } from '../../cloud/call'
import { choosePicture } from '../../cloud/picture'
import { type Handed, handedWith, handOn } from '../../cloud/memory'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { When } from '../../components/When'
import { isMinor } from '../../domain/age'
import type { CentrePage } from '../../domain/centre'
import type { OwnProfile } from '../../domain/member'
import type { MenuCard } from '../../domain/menu-page'
import type { OrderSubject } from '../../domain/order-page'
import { numbersFor } from '../../domain/emergency-call'
import { saysWeekly } from '../../domain/weekly-words'
import '../../text/order-refusals'
import { itemWords } from '../../text/order-item-words'
import { photoWords } from '../../text/order-photo-words'
import { orderWords } from '../../text/order-words'
import { Answered } from '../Answered'
import { Agreed } from './Agreed'
import { Say } from './Say'
import { Suggestions } from './Suggestions'
import { type Urgent, useOrder } from './useOrder'
import { UrgentSheet } from './UrgentSheet'
import { Where } from './Where'
import './order.css'

interface Alarm {
  ask: boolean
  numbers: readonly string[]
}

/** Ordering something: an item of the menu, or what one says in one's own words. */
export default function NewOrder() {
  const { params } = useRouter()
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const item = useQuery(
    `order.item.${params.item ?? ''}`,
    async (): Promise<Answer<OrderSubject | null>> =>
      params.item ? call.order.about({ item: params.item }) : { ok: true, value: null },
    false,
  )
  const [handed] = useState(() => handedWith(params.item ?? null))
  const page = centre.value
  if (!page || (item.loading && item.value === undefined))
    return (
      <Screen title={words.newTitle}>
        <Answered query={centre} waiting={<Loading cards={3} />}>
          {() => <Loading cards={3} />}
        </Answered>
      </Screen>
    )
  if (page.me) return <Form page={page} me={page.me} item={item.value ?? null} handed={handed} />
  return (
    <Screen title={words.newTitle}>
      <Empty title={words.join} next={words.joinNote}>
        <Button onPress={() => void Taro.navigateTo({ url: '/pages/member/join' })}>{words.join}</Button>
      </Empty>
    </Screen>
  )
}

interface FormProps {
  page: CentrePage
  me: OwnProfile
  item: OrderSubject | null
  /** What was said in the menu's search before this was found. */
  handed: Handed | undefined
}

function Form({ page, me, item: first, handed }: FormProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const [now] = useState(() => Date.now())
  const [item, setItem] = useState(first)
  const [alarm, setAlarm] = useState<Alarm>()
  const [image, setImage] = useState<string>()
  const [tried, setTried] = useState(false)
  const [question, ask] = useConfirm()
  const form = useOrder({
    item: first?.code ?? null,
    words: handed?.words ?? '',
    person: me.id,
    wants: null,
    building: me.building,
    room: '',
    weekly: handed ? (handed.weekly ?? saysWeekly(handed.words)) : false,
    agreed: null,
  })
  const { draft, change } = form
  const place = useAction(
    (intent, { urgent, ...input }: NonNullable<ReturnType<typeof form.ready>> & { urgent: Urgent }) =>
      call.order.place({ intent, ...input, urgent }),
  )
  // Nobody can come to a door that nobody knows.
  const nowhere = item?.home === true && draft.building === null && page.centre.buildings.length > 0
  const band = draft.person === me.id ? me.band : me.family.find(({ id }) => id === draft.person)?.band
  const asksGuardian = item?.consent === true && band !== undefined && isMinor(band)
  const unagreed = asksGuardian && draft.agreed === null
  const send = async (urgent: Urgent) => {
    setTried(true)
    const input = form.ready()
    const missing = nowhere || unagreed
    if (!input || (missing && urgent !== 'call-me')) return
    // Who is to be called is, whatever the item asks for besides: then the words alone are the order.
    const answer = await place.run({ ...input, ...(missing && { item: null }), urgent })
    if (!answer.ok) {
      if (answer.reason !== 'order-emergency') return
      place.dismiss()
      return setAlarm({ ask: answer.ask, numbers: answer.numbers })
    }
    handOn(undefined)
    const { order } = answer.value
    // The same picture again is the same step: whatever was lost on the way may be sent once more.
    const sendPhoto = async () => image && (await call.order.setPhoto({ intent: `${order}-photo`, order, image }))
    let photo = await sendPhoto()
    while (photo && !photo.ok && (await ask(photoWords(elder).lost))) photo = await sendPhoto()
    void Taro.showToast({ title: words.placed, icon: 'none' })
    // Nothing that is asked besides may hold up that a social worker hears of it.
    const reach = urgent === 'call-me' ? '&reach=1' : ''
    void Taro.redirectTo({ url: `/pages/order/index?id=${order}${reach}` })
  }
  const onUrgent = useCallback(
    ({ group, ask }: { group: string; ask: boolean }) => setAlarm({ ask, numbers: numbersFor(group) }),
    [],
  )
  const choose = async ({ code }: Pick<MenuCard, 'code'>) => {
    const answer = await call.order.about({ item: code })
    if (!answer.ok) return
    setItem(answer.value)
    change({ item: code })
  }
  const people = [{ id: me.id, name: words.me }, ...me.family]
  const sheet = alarm && (
    <UrgentSheet
      {...alarm}
      busy={place.busy}
      onCallMe={() => send('call-me')}
      onNotNow={() => send('not-now')}
      onClose={() => setAlarm(undefined)}
    />
  )
  return (
    <Screen
      title={words.newTitle}
      sheet={question || sheet}
      action={
        <Button busy={place.busy} onPress={() => send('none')}>
          {words.place}
        </Button>
      }
    >
      {item && (
        <View className='order-item'>
          <View className='heading' {...spokenAs('heading')}>
            {item.name}
          </View>
          <Button
            kind='plain'
            onPress={() => {
              setItem(null)
              change({ item: null })
            }}
          >
            {words.anotherItem}
          </Button>
        </View>
      )}
      <Say
        label={item ? words.sayMore : words.say}
        value={draft.words}
        error={form.sayWrong ? words.sayShort : null}
        onChange={(said) => change({ words: said })}
      />
      {!item && <Suggestions words={draft.words} onItem={choose} onUrgent={onUrgent} />}
      {item && handed && draft.words === handed.words && <View className='soft order-hint'>{words.handed}</View>}
      {item && !item.served && <View className='soft order-hint'>{itemWords(elder).unserved}</View>}
      {(item?.quiet || (item && handed?.quiet)) && <View className='soft order-hint'>{words.quiet}</View>}
      <View className='field' aria-label={words.forWhom} {...spokenAs('group')}>
        <View className='field-label'>{words.forWhom}</View>
        <View className='order-chips'>
          {people.map(({ id, name }) => (
            <Chip key={id} kind='radio' on={draft.person === id} onPress={() => change({ person: id, agreed: null })}>
              {name}
            </Chip>
          ))}
          <Chip kind='button' onPress={() => void Taro.navigateTo({ url: '/pages/member/family' })}>
            {words.family}
          </Chip>
        </View>
      </View>
      {asksGuardian && (
        <Agreed
          own={draft.person !== me.id}
          value={draft.agreed}
          wrong={tried && unagreed}
          onChange={(agreed) => change({ agreed })}
        />
      )}
      <When label={words.when} now={now} open value={draft.wants} onChange={(wants) => change({ wants })} />
      {(!item || item.home) && (
        <Where
          buildings={page.centre.buildings}
          building={draft.building}
          home={me.estate}
          room={draft.room}
          nowhere={tried && nowhere ? words.whereWrong : null}
          error={form.roomWrong ? words.roomWrong : null}
          onBuilding={(building) => change({ building })}
          onRoom={(room) => change({ room })}
        />
      )}
      {item?.home && <View className='soft order-hint'>{words.pair}</View>}
      <View className='order-chips'>
        <Chip on={draft.weekly} onPress={() => change({ weekly: !draft.weekly })}>
          {words.weekly}
        </Chip>
        <Chip kind='button' onPress={() => void choosePicture().then((chosen) => chosen && setImage(chosen))}>
          {image ? words.photoThere : words.photo}
        </Chip>
      </View>
      {image && <View className='soft order-hint'>{words.photoNote}</View>}
      {place.problem && <Trouble problem={place.problem} retry={() => void place.again()} close={place.dismiss} />}
    </Screen>
  )
}
