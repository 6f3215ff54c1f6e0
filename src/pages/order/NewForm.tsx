import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCallback, useRef, useState } from 'react'
import { call, type Problem } from '../../cloud/call'
import { type Handed, handOn } from '../../cloud/memory'
import type { Picture } from '../../cloud/picture'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { FieldError } from '../../components/FieldError'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { When } from '../../components/When'
import { isMinor } from '../../domain/age'
import type { CentrePage } from '../../domain/centre'
import { numbersFor } from '../../domain/emergency-call'
import type { OwnProfile } from '../../domain/member'
import type { MenuCard } from '../../domain/menu-page'
import type { OrderSubject } from '../../domain/order-page'
import { saysWeekly } from '../../domain/weekly-words'
import { itemWords } from '../../text/order-item-words'
import { photoWords } from '../../text/order-photo-words'
import { orderWords } from '../../text/order-words'
import { AgainSheet } from './AgainSheet'
import { Agreed } from './Agreed'
import { Ordered } from './Ordered'
import { Say } from './Say'
import { Snapshot } from './Snapshot'
import { Suggestions } from './Suggestions'
import { type Urgent, useOrder } from './useOrder'
import { UrgentSheet } from './UrgentSheet'
import { Where } from './Where'

/** What is asked before it is an order: whom to call; or whether one wants it though one has it open. */
type Asked =
  | { kind: 'alarm'; ask: boolean; numbers: readonly string[] }
  | ({ kind: 'again'; urgent: Urgent } & Extract<Problem, { reason: 'order-open-already' }>)

interface FormProps {
  page: CentrePage
  me: OwnProfile
  item: OrderSubject | null
  /** What was said in the menu's search before this was found. */
  handed: Handed | undefined
}

/** The form of an order: what, for whom, when, where; and what has to be asked before it is one. */
export function NewForm({ page, me, item: first, handed }: FormProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const [now] = useState(() => Date.now())
  const [item, setItem] = useState(first)
  const [asked, setAsked] = useState<Asked>()
  const [picture, setPicture] = useState<Picture | null>(null)
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
  const { draft } = form
  const place = useAction((intent, input: Omit<Parameters<typeof call.order.place>[0], 'intent'>) =>
    call.order.place({ intent, ...input }),
  )
  /** What was answered to what is asked first, when it was last sent. */
  const last = useRef<[Urgent, boolean]>(['none', false])
  // Nobody can come to a door that nobody knows.
  const nowhere = item?.home === true && draft.building === null && page.centre.buildings.length > 0
  const band = draft.person === me.id ? me.band : me.family.find(({ id }) => id === draft.person)?.band
  const asksGuardian = item?.consent === true && band !== undefined && isMinor(band)
  const unagreed = asksGuardian && draft.agreed === null
  const change = (more: Partial<typeof draft>) => {
    form.change(more)
    if (more.words === undefined) return
    // So that they stand there still where the page is loaded anew.
    const said = more.words.trim() !== ''
    handOn(said ? { quiet: false, ...handed, item: first?.code ?? null, words: more.words } : undefined)
  }
  // Said beside the button, too: in large type what is missing may stand far above it.
  const lacks = [
    form.sayWrong && words.sayShort,
    tried && unagreed && itemWords(elder).agreedMissing,
    tried && nowhere && words.whereWrong,
    form.roomWrong && words.roomWrong,
  ].find((each) => each !== false)
  const send = async (urgent: Urgent, again = false) => {
    setTried(true)
    last.current = [urgent, again]
    const input = form.ready(urgent)
    const missing = nowhere || unagreed
    if (!input || (missing && urgent !== 'call-me')) return
    // Who is to be called is, whatever the item asks for besides: then the words alone are the order.
    const weekly = input.weekly && urgent !== 'call-me'
    const answer = await place.run({ ...input, ...(missing && { item: null }), weekly, urgent, again })
    if (answer.ok) return placed(answer.value.order, urgent)
    const question = askedBy(answer, urgent)
    if (question) place.dismiss()
    // What went wrong stands on the page; nothing lies over it then.
    setAsked(question)
  }
  const placed = async (order: string, urgent: Urgent) => {
    handOn(undefined)
    // The same picture again is the same step: whatever was lost on the way may be sent once more.
    const sendPhoto = async () =>
      picture && (await call.order.setPhoto({ intent: `${order}-photo`, order, image: picture.bytes }))
    let photo = await sendPhoto()
    while (photo && !photo.ok && (await ask(photoWords(elder).lost))) photo = await sendPhoto()
    void Taro.showToast({ title: words.placed, icon: 'none' })
    // Nothing that is asked besides may hold up that a social worker hears of it.
    const reach = urgent === 'call-me' ? '&reach=1' : ''
    void Taro.redirectTo({ url: `/pages/order/index?id=${order}${reach}` })
  }
  const onUrgent = useCallback(
    ({ group, ask }: { group: string; ask: boolean }) => setAsked({ kind: 'alarm', ask, numbers: numbersFor(group) }),
    [],
  )
  const about = useAction((_, code: string) => call.order.about({ item: code }))
  const choose = async ({ code }: Pick<MenuCard, 'code'>) => {
    const answer = await about.run(code)
    if (!answer.ok) return
    setItem(answer.value)
    change({ item: code })
  }
  const people = [{ id: me.id, name: words.me }, ...me.family]
  const whom = me.family.find(({ id }) => id === draft.person)?.name ?? null
  const sheet =
    asked &&
    (asked.kind === 'again' ? (
      <AgainSheet
        before={asked}
        whom={whom}
        now={now}
        busy={place.busy}
        onAgain={() => send(asked.urgent, true)}
        onClose={() => setAsked(undefined)}
      />
    ) : (
      <UrgentSheet
        ask={asked.ask}
        numbers={asked.numbers}
        busy={place.busy}
        onCallMe={() => send('call-me')}
        onNotNow={() => send('not-now')}
        onClose={() => setAsked(undefined)}
      />
    ))
  return (
    <Screen
      title={words.newTitle}
      sheet={question || sheet}
      action={
        <View>
          {place.problem && (
            <Trouble problem={place.problem} retry={() => void send(...last.current)} close={place.dismiss} />
          )}
          <FieldError error={lacks} />
          <Button busy={place.busy} onPress={() => send('none')}>
            {words.place}
          </Button>
        </View>
      }
    >
      {item && (
        <Ordered
          // Asked anew whenever the page is shown: whoever went to look at the other one may have cancelled it.
          item={first && item.code === first.code ? first : item}
          person={draft.person}
          whom={whom}
          now={now}
          onOther={() => {
            setItem(null)
            change({ item: null })
          }}
        />
      )}
      <Say
        label={item ? words.sayMore : words.say}
        value={draft.words}
        error={form.sayWrong ? words.sayShort : null}
        onChange={(said) => change({ words: said })}
      />
      {about.problem && <Trouble problem={about.problem} close={about.dismiss} />}
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
      </View>
      <Snapshot picture={picture} onChange={setPicture} />
    </Screen>
  )
}

/** What an answer asks first; nothing where it only says no. */
function askedBy(answer: Problem, urgent: Urgent): Asked | undefined {
  if (answer.reason === 'order-emergency') return { kind: 'alarm', ask: answer.ask, numbers: answer.numbers }
  return answer.reason === 'order-open-already' ? { kind: 'again', urgent, ...answer } : undefined
}
