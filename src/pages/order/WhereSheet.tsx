import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import * as v from 'valibot'
import { type Answer, call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import type { OwnAccount } from '../../domain/account'
import { correctInput } from '../../domain/order-input'
import type { OrderPage } from '../../domain/order-page'
import { maskedPhone } from '../../domain/visibility'
import { orderWords } from '../../text/order-words'
import { whereWords } from '../../text/order-where-words'
import type { DeedInput } from './DeedSheet'
import { Where } from './Where'

interface WhereSheetProps {
  page: OrderPage
  busy: boolean
  /** What came of the last try, where it did not succeed. */
  trouble?: ReactNode
  onDo(input: DeedInput): Promise<void>
  onClose(): void
}

const said = v.omit(correctInput, ['intent', 'order'])
const given = (text: string): string | null => text.trim() || null

/**
 * Where it is and how they are reached, said later or otherwise: by whose it is, or by staff for them, who say why.
 * Whoever waits for a social worker to ring is asked for the phone first, and may leave none.
 */
export function WhereSheet({ page, busy, trouble, onDo, onClose }: WhereSheetProps) {
  const { elder } = useDisplay()
  const words = whereWords(elder)
  const own = page.parts.includes('holder')
  const [building, setBuilding] = useState<string | null>(null)
  const [room, setRoom] = useState('')
  const [phone, setPhone] = useState('')
  const [kept, setKept] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const parsed = v.safeParse(said, { building, room: given(room), phone: kept ? 'kept' : given(phone), reason })
  const wrong = new Set(parsed.success ? [] : parsed.issues.map((issue) => v.getDotPath(issue)))
  const nothing = building === null && given(room) === null && given(phone) === null && !kept
  const send = async () => {
    setTried(true)
    if (parsed.success) await onDo({ where: parsed.output })
  }
  const ring = (
    <Ring
      page={page}
      phone={phone}
      kept={kept}
      wrong={tried && wrong.has('phone')}
      onPhone={(text) => {
        setKept(false)
        setPhone(text)
      }}
      onKept={() => {
        setKept(!kept)
        setPhone('')
      }}
    />
  )
  return (
    <Sheet title={page.crisis && own ? words.crisisTitle : words.title} onClose={onClose}>
      {page.crisis && own && <View className='order-hint'>{words.crisisLead}</View>}
      {page.crisis && ring}
      <View className='soft order-hint'>{words.now(page.building, page.hasRoom)}</View>
      <Place
        {...(page.crisis && own && { label: words.crisisWhere })}
        building={building}
        room={room}
        wrong={tried && wrong.has('room')}
        onBuilding={setBuilding}
        onRoom={setRoom}
      />
      {!page.crisis && ring}
      {!own && (
        <View>
          <View className='field-label'>{words.reason}</View>
          <View className='order-chips'>
            {words.reasons.map((each) => (
              <Chip key={each} kind='radio' on={reason === each} onPress={() => setReason(each)}>
                {each}
              </Chip>
            ))}
          </View>
        </View>
      )}
      {trouble}
      <View className='order-buttons'>
        <Button busy={busy} disabled={nothing || (!own && reason === null)} onPress={send}>
          {page.crisis && own ? words.crisisDo : words.do}
        </Button>
        {page.crisis && own && (
          <Button kind='plain' onPress={onClose}>
            {words.skip}
          </Button>
        )}
      </View>
    </Sheet>
  )
}

interface PlaceProps {
  label?: string
  building: string | null
  room: string
  wrong: boolean
  onBuilding(building: string | null): void
  onRoom(room: string): void
}

function Place({ wrong, ...place }: PlaceProps) {
  const { elder } = useDisplay()
  const centre = useQuery('centre.open', () => call.centre.open({}))
  return (
    <Where
      buildings={centre.value?.centre.buildings ?? []}
      home={centre.value?.me?.estate ?? null}
      error={wrong ? orderWords(elder).roomWrong : null}
      {...place}
    />
  )
}

interface RingProps {
  page: OrderPage
  phone: string
  kept: boolean
  wrong: boolean
  onPhone(phone: string): void
  onKept(): void
}

/** The phone: the one that is in the account by one tap, or another. */
function Ring({ page, phone, kept, wrong, onPhone, onKept }: RingProps) {
  const { elder } = useDisplay()
  const words = whereWords(elder)
  const own = page.parts.includes('holder')
  const account = useQuery(
    `order.account.${own}`,
    async (): Promise<Answer<OwnAccount | null>> => (own ? call.member.account({}) : { ok: true, value: null }),
    false,
  )
  const known = account.value?.phone ?? null
  return (
    <View>
      {known !== null && (
        <View className='order-chips'>
          <Chip on={kept} onPress={onKept}>
            {words.kept(maskedPhone(known))}
          </Chip>
        </View>
      )}
      <Field
        label={words.phone}
        hint={words.phoneHint}
        value={phone}
        maxLength={13}
        error={wrong ? words.phoneWrong : null}
        onChange={onPhone}
      />
      <View className='soft order-hint'>{page.hasPhone ? words.phoneThere : words.phoneNote}</View>
    </View>
  )
}
