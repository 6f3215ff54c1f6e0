import { View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { DayField } from '../../components/DayField'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import type { Composer } from '../../domain/menu-page'
import { composerWords, fieldWords as words } from '../../text/menu-staff-words'
import type { EntryForm, EntryWrong } from './entry-form'

interface EntryFieldsProps {
  form: EntryForm
  wrong: EntryWrong
  providers: Composer['providers']
  /** Which words of the line these are: a day is shown anew when a colleague changed it. */
  seen: number
  onChange(more: Partial<EntryForm>): void
}

/** Who, when, where, how many a week, what it costs, and its season. */
export function EntryFields({ form, wrong, providers, seen, onChange }: EntryFieldsProps) {
  const toggle = (key: string) =>
    onChange({
      providers: form.providers.includes(key)
        ? form.providers.filter((each) => each !== key)
        : [...form.providers, key],
    })
  return (
    <>
      <View className='field' aria-label={words.providers} {...spokenAs('group')}>
        <View className='field-label'>{words.providers}</View>
        <View className='composer-chips'>
          {providers.map(({ key, name }) => (
            <Chip key={key} on={form.providers.includes(key)} onPress={() => toggle(key)}>
              {name}
            </Chip>
          ))}
        </View>
        {providers.length === 0 && <View className='soft'>{composerWords.noProviders}</View>}
      </View>
      <Field label={words.when} hint={words.whenHint} value={form.when} onChange={(when) => onChange({ when })} />
      <Field label={words.where} hint={words.whereHint} value={form.where} onChange={(where) => onChange({ where })} />
      <Field
        label={words.weekly}
        hint={words.weeklyHint}
        value={form.weekly}
        error={wrong.weekly}
        digits
        maxLength={3}
        onChange={(weekly) => onChange({ weekly })}
      />
      <Field label={words.price} hint={words.priceHint} value={form.price} onChange={(price) => onChange({ price })} />
      <DayField
        key={`from-${seen}`}
        label={words.from}
        hint={words.day}
        value={form.from ?? null}
        error={wrong.from}
        onChange={(from) => onChange({ from })}
      />
      <DayField
        key={`until-${seen}`}
        label={words.until}
        hint={words.day}
        value={form.until ?? null}
        error={wrong.until}
        onChange={(until) => onChange({ until })}
      />
    </>
  )
}
