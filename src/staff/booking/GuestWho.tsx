import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { ageBands, isMinor } from '../../domain/age'
import type { Building } from '../../domain/centre'
import type { OrderGuest } from '../../domain/order-desk-page'
import { bandWords } from '../../text/bands'
import { bookingDeskWords as words } from '../../text/booking-desk-words'
import type { GuestDraft, Missing } from './guest-draft'
import { dot } from '../../text/spacing'

interface GuestWhoProps {
  draft: GuestDraft
  buildings: readonly Building[]
  missing: Missing | undefined
  onChange(more: Partial<GuestDraft>): void
}

const grown = ageBands.filter((band) => !isMinor(band))

/** Who it is for: a record that there is, or a new one by the name they give. */
export function GuestWho({ draft, buildings, missing, onChange }: GuestWhoProps) {
  const sought = draft.name.trim()
  const found = useQuery(
    `order.find.${sought}`,
    async () => (sought === '' ? { ok: true as const, value: [] as OrderGuest[] } : call.order.find({ words: sought })),
    false,
  )
  const known = draft.person === null ? (found.value ?? []) : []
  return (
    <View>
      <Field
        label={words.guestName}
        hint={words.guestHint}
        value={draft.name}
        maxLength={12}
        error={missing === 'name' ? words.guestMissing.name : null}
        onChange={(name) => onChange({ name, person: null })}
      />
      {known.length > 0 && (
        <View>
          <View className='soft'>{words.guestKnown}</View>
          <View className='slots-chips'>
            {known.map(({ id, name, band, building }) => (
              <Chip
                key={id}
                kind='button'
                onPress={() =>
                  onChange({
                    person: id,
                    name,
                    building: buildings.find((each) => each.name === building)?.id ?? null,
                    ...(!isMinor(band) && { band }),
                  })
                }
              >
                {[name, building].filter((each) => each !== null).join(dot)}
              </Chip>
            ))}
          </View>
        </View>
      )}
      {draft.person === null && (
        <View>
          <View className='field'>
            <View className='field-label'>{words.guestBand}</View>
            <View className='slots-chips' aria-label={words.guestBand} {...spokenAs('radiogroup')}>
              {grown.map((band) => (
                <Chip key={band} kind='radio' on={draft.band === band} onPress={() => onChange({ band })}>
                  {bandWords(band)}
                </Chip>
              ))}
            </View>
          </View>
          <View className='field'>
            <View className='field-label'>{words.guestBuilding}</View>
            <View className='slots-chips' aria-label={words.guestBuilding} {...spokenAs('radiogroup')}>
              {buildings.map(({ id, name }) => (
                <Chip
                  key={id}
                  kind='radio'
                  on={draft.building === id}
                  onPress={() => onChange({ building: draft.building === id ? null : id })}
                >
                  {name}
                </Chip>
              ))}
            </View>
          </View>
        </View>
      )}
    </View>
  )
}
