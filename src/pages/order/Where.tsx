import { View } from '@tarojs/components'
import { useState } from 'react'
import { FieldError } from '../../components/FieldError'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import type { Building } from '../../domain/centre'
import { orderWords } from '../../text/order-words'

interface WhereProps {
  /** What is asked, where it is not where somebody is to go. */
  label?: string
  buildings: readonly Building[]
  building: string | null
  /** The estate that they live in, where no building of theirs is known. */
  home?: string | null
  room: string
  /** What is wrong with the building, and with the door. */
  nowhere?: string | null
  error: string | null
  onBuilding(building: string | null): void
  onRoom(room: string): void
}

/** The building by two taps, and the door; the door is sealed, and it is said who will see it. */
export function Where({ label, buildings, building, home, room, nowhere, error, onBuilding, onRoom }: WhereProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const known = buildings.find(({ id }) => id === building)
  const [opened, setOpened] = useState<string>()
  const estate = opened ?? known?.estate ?? home ?? undefined
  const estates = new Map(buildings.map((each) => [each.estate, each.estateName]))
  const within = buildings.filter((each) => each.estate === estate)
  const choose = (id: string) => {
    setOpened(id)
    const only = buildings.filter((each) => each.estate === id)
    onBuilding(only.length === 1 ? (only[0]?.id ?? null) : null)
  }
  return (
    <View>
      <View className='field' aria-label={label ?? words.where} {...spokenAs('group')}>
        <View className='field-label'>{label ?? words.where}</View>
        <View className='order-chips'>
          {[...estates].map(([id, name]) => (
            <Chip key={id} kind='radio' on={estate === id} onPress={() => choose(id)}>
              {name}
            </Chip>
          ))}
        </View>
        {within.length > 1 && (
          <View className='order-chips'>
            {within.map(({ id, name }) => (
              <Chip key={id} kind='radio' on={building === id} onPress={() => onBuilding(id)}>
                {name}
              </Chip>
            ))}
          </View>
        )}
        <FieldError error={nowhere} />
      </View>
      <Field label={words.room} hint={words.roomHint} value={room} maxLength={20} error={error} onChange={onRoom} />
      <View className='soft order-hint'>{words.roomNote}</View>
    </View>
  )
}
