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
  onChange(more: Partial<EntryForm>): void
}

/** Who, when, where, how many a week, what it costs, and its season. */
export function EntryFields({ form, wrong, providers, onChange }: EntryFieldsProps) {
  const toggle = (key: string) =>
    onChange({
      providers: form.providers.includes(key)
        ? form.providers.filter((each) => each !== key)
        : [...form.providers, key],
    })
  return (
    <View>
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
        label={words.from}
        hint={words.day}
        value={form.from ?? null}
        error={wrong.from}
        onChange={(from) => onChange({ from })}
      />
      <DayField
        label={words.until}
        hint={words.day}
        value={form.until ?? null}
        error={wrong.until}
        onChange={(until) => onChange({ until })}
      />
    </View>
  )
}
