import { View } from '@tarojs/components'
import { FieldError } from '../../components/FieldError'
import { Chip } from '../../components/Chip'
import { Choice } from '../../components/Choice'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { ageBands } from '../../domain/age'
import { modes, places } from '../../domain/catalogue'
import type { OwnService } from '../../domain/menu'
import { bandWords } from '../../text/bands'
import { fieldWords as words, modeChoices, placeChoices } from '../../text/menu-staff-words'
import type { EntryWrong } from './entry-form'

interface OwnFieldsProps {
  own: OwnService
  wrong: EntryWrong
  onChange(more: Partial<OwnService>): void
}

/** What a service of the centre's own is: the catalogue says nothing of it. */
export function OwnFields({ own, wrong, onChange }: OwnFieldsProps) {
  const toggle = (band: OwnService['bands'][number]) =>
    onChange({
      bands: ageBands.filter((each) => (each === band ? !own.bands.includes(band) : own.bands.includes(each))),
    })
  return (
    <>
      <Field
        label={words.name}
        hint={words.nameHint}
        value={own.name}
        error={wrong.name}
        maxLength={12}
        onChange={(name) => onChange({ name })}
      />
      <Field
        label={words.description}
        value={own.description}
        error={wrong.description}
        maxLength={40}
        onChange={(description) => onChange({ description })}
      />
      <View className='field' aria-label={words.bands} {...spokenAs('group')}>
        <View className='field-label'>{words.bands}</View>
        <View className='composer-chips'>
          {ageBands.map((band) => (
            <Chip key={band} on={own.bands.includes(band)} onPress={() => toggle(band)}>
              {bandWords(band)}
            </Chip>
          ))}
        </View>
        <FieldError error={wrong.bands} />
      </View>
      <Choice
        label={words.mode}
        columns={3}
        value={own.mode}
        options={modes.map((value) => ({ value, label: modeChoices[value] }))}
        onChange={(mode) => onChange({ mode })}
      />
      <Choice
        label={words.place}
        columns={2}
        value={own.place}
        options={places.map((value) => ({ value, label: placeChoices[value] }))}
        onChange={(place) => onChange({ place })}
      />
      <Field
        label={words.minutes}
        value={String(own.minutes)}
        error={wrong.minutes}
        digits
        maxLength={3}
        onChange={(minutes) => onChange({ minutes: Number(minutes) || 0 })}
      />
      <Field
        label={words.qualification}
        hint={words.qualificationHint}
        value={own.qualification ?? ''}
        error={wrong.qualification}
        maxLength={20}
        onChange={(qualification) => onChange({ qualification: qualification || null })}
      />
    </>
  )
}
