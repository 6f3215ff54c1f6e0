import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Chip } from '../../components/Chip'
import type { ConfirmQuestion } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { ageBands, isMinor } from '../../domain/age'
import type { Building } from '../../domain/centre'
import type { OrderGuest } from '../../domain/order-desk-page'
import { bandWords } from '../../text/bands'
import { deskWords } from '../../text/order-desk-words'
import { dot } from '../../text/spacing'
import { blank, type CardPart } from './card-form'
import { ForgetRecord } from './ForgetRecord'

const words = deskWords.card

interface CardWhoProps extends CardPart {
  buildings: readonly Building[]
  ask(question: ConfirmQuestion): Promise<boolean>
}

/** Who it is: a record that there is, or a new one. */
export function CardWho({ card, buildings, ask, error, onChange }: CardWhoProps) {
  const [picked, setPicked] = useState<OrderGuest>()
  const sought = card.name.trim()
  const found = useQuery(
    `order.find.${sought}`,
    async () => (sought === '' ? { ok: true as const, value: [] as OrderGuest[] } : call.order.find({ words: sought })),
    false,
  )
  const known = card.holder === null ? (found.value ?? []) : []
  const grown = ageBands.filter((band) => !isMinor(band))
  const pick = (guest: OrderGuest) => {
    const { id, name, band, building } = guest
    setPicked(guest)
    onChange({ holder: id, name, band, building: buildings.find((each) => each.name === building)?.id ?? null })
  }
  const forgotten = () => {
    const { holder, name, band, building, room } = blank
    onChange({ holder, name, band, building, room })
  }
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
      {picked?.kept && picked.id === card.holder && (
        <ForgetRecord person={picked.id} name={picked.name} ask={ask} onDone={forgotten} />
      )}
    </View>
  )
}
