import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '../../components/Choice'
import { useDisplay } from '../../components/display'
import type { Building } from '../../domain/centre'
import { buildingName, memberWords } from '../../text/member-words'

interface BuildingChoiceProps {
  buildings: readonly Building[]
  value: string | null
  /** The estate, where no building of it was chosen. */
  within: string | null
  onChange(building: string | null, estate: string | null): void
}

const none = '-'

/** Where one lives: the estate first, then its building; to say nothing is as good. */
export function BuildingChoice({ buildings, value, within: kept, onChange }: BuildingChoiceProps) {
  const { elder } = useDisplay()
  const words = memberWords(elder)
  const chosen = buildings.find(({ id }) => id === value)
  const [opened, setOpened] = useState<string>()
  const estate = opened ?? chosen?.estate ?? kept ?? none
  const estates = new Map(buildings.map((building) => [building.estate, building.estateName]))
  const within = buildings.filter((building) => building.estate === estate)
  return (
    <View>
      <Choice
        label={words.building}
        columns={2}
        value={estate}
        options={[
          ...[...estates].map(([id, name]) => ({ value: id, label: name })),
          { value: none, label: words.buildingNone },
        ]}
        onChange={(id) => {
          setOpened(id)
          const only = buildings.filter((building) => building.estate === id)
          onChange(only.length === 1 ? (only[0]?.id ?? null) : null, id === none ? null : id)
        }}
      />
      {within.length > 1 && (
        <Choice
          label={words.buildingWithin}
          columns={2}
          value={value}
          options={within.map((building) => ({ value: building.id, label: buildingName(building) }))}
          onChange={(building) => onChange(building, estate)}
        />
      )}
      <View className='soft particulars-hint'>{words.buildingHint}</View>
    </View>
  )
}
