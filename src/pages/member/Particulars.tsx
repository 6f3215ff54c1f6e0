import { View } from '@tarojs/components'
import { Choice } from '../../components/Choice'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { type AgeBand, ageBands } from '../../domain/age'
import type { Building } from '../../domain/centre'
import { bandLife, bandWords } from '../../text/bands'
import { needsBirth } from '../../domain/member'
import { memberWords } from '../../text/member-words'
import { BirthFields } from './BirthFields'
import { BuildingChoice } from './BuildingChoice'
import type { Draft, DraftErrors } from './draft'

const option = (value: AgeBand) => ({ value, label: bandWords(value), note: bandLife(value) })

/** Who has an account of their own; younger ones are signed up for by their family. */
const ownBands: readonly AgeBand[] = ['13-17', '18-34', '35-59', '60-79', '80+']

const eldersFirst: readonly AgeBand[] = ['60-79', '80+', '35-59', '18-34', '13-17', '7-12', '4-6', '0-3']

/** The bands to choose from: for oneself without the youngest, elders first where the text is large. */
const bandsToChoose = (own: boolean, value: AgeBand | null, elder: boolean): AgeBand[] =>
  (elder ? eldersFirst : ageBands).filter((band) => !own || ownBands.includes(band) || band === value)

interface BandChoiceProps {
  label: string
  /** One's own age rather than a family member's. */
  own?: boolean
  value: AgeBand | null
  error?: string | null
  onChange(band: AgeBand): void
}

/** An age, as a band; a birthday is never asked for. */
export function BandChoice({ label, own = false, value, error, onChange }: BandChoiceProps) {
  const { elder } = useDisplay()
  const options = bandsToChoose(own, value, elder).map(option)
  return <Choice label={label} columns={2} options={options} value={value} error={error} onChange={onChange} />
}

interface ParticularsProps {
  draft: Draft
  errors: DraftErrors
  buildings: readonly Building[]
  /** Whether a grown-up may tell their birth, too. */
  birth?: boolean
  onChange(draft: Draft): void
}

/** How to be called, how old, which building: the whole of what is asked of anyone. */
export function Particulars({ draft, errors, buildings, birth = false, onChange }: ParticularsProps) {
  const { elder } = useDisplay()
  const words = memberWords(elder)
  return (
    <View>
      <Field
        label={words.name}
        hint={words.nameHint}
        value={draft.name}
        error={errors.name}
        maxLength={12}
        nickname
        onChange={(name) => onChange({ ...draft, name })}
      />
      <BandChoice
        own
        label={words.band}
        value={draft.band}
        error={errors.band}
        onChange={(band) => onChange({ ...draft, band })}
      />
      {(birth || needsBirth(draft.band)) && (
        <BirthFields
          optional={!needsBirth(draft.band)}
          value={draft.birth}
          wrong={errors.birth}
          onChange={(written) => onChange({ ...draft, birth: written })}
        />
      )}
      {buildings.length > 0 && (
        <BuildingChoice
          buildings={buildings}
          value={draft.building}
          within={draft.estate}
          onChange={(building, estate) => onChange({ ...draft, building, estate })}
        />
      )}
    </View>
  )
}
