import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { Lines } from '../../components/Lines'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { type AgeBand, ageBands, isMinor } from '../../domain/age'
import type { Building } from '../../domain/centre'
import { type Reach, reaches } from '../../domain/order'
import type { OrderGuest } from '../../domain/order-page'
import { bandWords } from '../../text/bands'
import { deskWords } from '../../text/order-desk-words'
import { dot } from '../../text/spacing'
import '../../text/order-refusals'
import './order.css'

const words = deskWords.card

interface Card {
  holder: string | null
  name: string
  band: AgeBand
  building: string | null
  room: string
  item: string | null
  box: string | null
  words: string
  reach: Reach
  consent: boolean
}

const blank: Card = {
  holder: null,
  name: '',
  band: '60-79',
  building: null,
  room: '',
  item: null,
  box: null,
  words: '',
  reach: 'knock',
  consent: false,
}

/** A paper card is entered in a few taps, in the order in which it is written. */
export default function EnterCard() {
  const centre = useQuery('centre.open', () => call.centre.open({}))
  return (
    <Screen title={deskWords.cardTitle} wide>
      {centre.problem && <Trouble problem={centre.problem} retry={() => void centre.refresh()} />}
      {!centre.value && centre.loading && <Loading cards={3} />}
      {centre.value && <Form buildings={centre.value.centre.buildings} />}
    </Screen>
  )
}

function Form({ buildings }: { buildings: readonly Building[] }) {
  const [card, setCard] = useState(blank)
  const [tried, setTried] = useState(false)
  const change = (more: Partial<Card>) => setCard((before) => ({ ...before, ...more }))
  const said = saidOn(card)
  const place = useAction((intent, { box: _box, consent: _consent, words: _words, ...asked }: Card) =>
    call.order.placeFor({
      intent,
      ...asked,
      name: asked.name.trim(),
      words: said,
      room: card.room.trim() || null,
      wants: null,
      weekly: false,
      urgent: 'none',
      consent: true,
    }),
  )
  const nothing = card.item === null && said === null
  const ready = card.name.trim() !== '' && !nothing && card.consent
  const send = async () => {
    setTried(true)
    if (!ready) return
    const answer = await place.run(card)
    if (!answer.ok) return
    void Taro.showToast({ title: words.placed, icon: 'none' })
    void Taro.redirectTo({ url: `/staff/order/order?id=${answer.value.order}` })
  }
  return (
    <View>
      <View className='soft desk-note'>{words.lead}</View>
      <Boxes card={card} error={tried && nothing ? words.nothing : null} onChange={change} />
      <Who
        card={card}
        buildings={buildings}
        error={tried && card.name.trim() === '' ? words.nameMissing : null}
        onChange={change}
      />
      <View className='field'>
        <View className='field-label'>{words.reach}</View>
        <View className='desk-chips'>
          {reaches
            .filter((each) => each !== 'app')
            .map((each) => (
              <Chip key={each} kind='radio' on={card.reach === each} onPress={() => change({ reach: each })}>
                {deskWords.reach[each]}
              </Chip>
            ))}
        </View>
      </View>
      <View className='desk-chips desk-note'>
        <Chip on={card.consent} onPress={() => change({ consent: !card.consent })}>
          {words.consent}
        </Chip>
      </View>
      {tried && !card.consent && (
        <View className='field-error desk-note' {...spokenAs('alert')}>
          {words.consentMissing}
        </View>
      )}
      {place.problem && <Trouble problem={place.problem} retry={() => void place.again()} close={place.dismiss} />}
      <Button busy={place.busy} onPress={send}>
        {words.place}
      </Button>
    </View>
  )
}

/** What stands on the card in words: a box that is no item of the menu, and whatever was written. */
function saidOn({ item, box, words: written }: Card): string | null {
  const text = [item === null ? box : null, written.trim() || null].filter((each) => each !== null).join('，')
  return text.length < 2 ? null : text
}

interface PartProps {
  card: Card
  error: string | null
  onChange(more: Partial<Card>): void
}

function Boxes({ card, error, onChange }: PartProps) {
  return (
    <View>
      <View className='field'>
        <View className='field-label'>{words.pick}</View>
        <View className='desk-chips'>
          {deskWords.boxes.map(({ label, item }) => (
            <Chip key={label} kind='radio' on={card.box === label} onPress={() => onChange({ box: label, item })}>
              {label}
            </Chip>
          ))}
          <Chip kind='radio' on={card.box === null} onPress={() => onChange({ box: null, item: null })}>
            {words.other}
          </Chip>
        </View>
      </View>
      <Lines
        label={words.words}
        value={card.words}
        error={error}
        maxLength={200}
        onChange={(said) => onChange({ words: said })}
      />
    </View>
  )
}

/** Who it is: a record that there is, or a new one. */
function Who({ card, buildings, error, onChange }: PartProps & { buildings: readonly Building[] }) {
  const sought = card.name.trim()
  const found = useQuery(
    `order.find.${sought}`,
    async () => (sought === '' ? { ok: true as const, value: [] as OrderGuest[] } : call.order.find({ words: sought })),
    false,
  )
  const known = card.holder === null ? (found.value ?? []) : []
  const grown = ageBands.filter((band) => !isMinor(band))
  const pick = ({ id, name, band, building }: OrderGuest) =>
    onChange({ holder: id, name, band, building: buildings.find((each) => each.name === building)?.id ?? null })
  return (
    <View>
      <Field
        label={words.find}
        hint={words.findHint}
        value={card.name}
        error={error}
        maxLength={12}
        onChange={(name) => onChange({ name, holder: null })}
      />
      {known.length > 0 && (
        <View>
          <View className='soft'>{words.known}</View>
          <View className='desk-chips desk-note'>
            {known.map((guest) => (
              <Chip key={guest.id} kind='button' onPress={() => pick(guest)}>
                {[guest.name, guest.building].filter((each) => each !== null).join(dot)}
              </Chip>
            ))}
          </View>
        </View>
      )}
      <View className='field'>
        <View className='field-label'>{words.band}</View>
        <View className='desk-chips'>
          {grown.map((band) => (
            <Chip key={band} kind='radio' on={card.band === band} onPress={() => onChange({ band })}>
              {bandWords(band)}
            </Chip>
          ))}
        </View>
      </View>
      <View className='field'>
        <View className='field-label'>{words.building}</View>
        <View className='desk-chips'>
          {buildings.map(({ id, name }) => (
            <Chip key={id} kind='radio' on={card.building === id} onPress={() => onChange({ building: id })}>
              {name}
            </Chip>
          ))}
        </View>
      </View>
      <Field label={words.room} value={card.room} maxLength={20} onChange={(room) => onChange({ room })} />
    </View>
  )
}
