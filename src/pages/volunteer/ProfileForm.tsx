import { Text, View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { audiences, languages, volunteerPlaces, type VolunteerProfile } from '../../domain/volunteer'
import { counted } from '../../text/spacing'
import { volunteerWords } from '../../text/volunteer-words'
import { languageWords, placeWords, whomWords } from '../../text/volunteer-option-words'
import { Chips } from './Chips'
import { toggled } from './profile'
import { Skills } from './Skills'
import { Times } from './Times'

interface ProfileFormProps {
  profile: VolunteerProfile
  /** Someone under 18 is not asked about homes. */
  minor: boolean
  error: string | null
  onChange(profile: VolunteerProfile): void
}

const hours = [1, 2, 3, 5, 8, 12]
const optionsOf = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }))

/** What a volunteer says of themselves, all on one screen; most of it is chosen already. */
export function ProfileForm({ profile, minor, error, onChange }: ProfileFormProps) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const besides = [
    { value: 'homeVisits', label: words.homeVisits },
    { value: 'minors', label: words.minors },
  ] as const
  const change = (part: Partial<VolunteerProfile>) => onChange({ ...profile, ...part })
  return (
    <View>
      <Times chosen={profile.times} error={error} onChange={(times) => change({ times })} />
      <Skills chosen={profile.skills} onChange={(skills) => change({ skills })} />
      <Field
        label={words.words}
        hint={words.wordsHint}
        maxLength={60}
        value={profile.words ?? ''}
        onChange={(text) => change({ words: text.trim() === '' ? null : text })}
      />
      <View className='serve-field' aria-label={words.weekHours} {...spokenAs('radiogroup')}>
        <Text className='field-label'>{words.weekHours}</Text>
        <View className='serve-chips'>
          {hours.map((each) => (
            <Chip key={each} kind='radio' on={profile.weekHours === each} onPress={() => change({ weekHours: each })}>
              {counted(each, '小时')}
            </Chip>
          ))}
        </View>
      </View>
      <Chips
        label={words.withWhom}
        options={optionsOf(audiences, whomWords)}
        chosen={profile.withWhom}
        onToggle={(whom) => change({ withWhom: toggled(profile.withWhom, whom) })}
      />
      <Chips
        label={words.places}
        options={optionsOf(volunteerPlaces, placeWords).filter(({ value }) => !minor || value !== 'homes')}
        chosen={profile.places}
        onToggle={(place) => change({ places: toggled(profile.places, place) })}
      />
      <Chips
        label={words.languages}
        options={optionsOf(languages, languageWords)}
        chosen={profile.languages}
        onToggle={(language) => change({ languages: toggled(profile.languages, language) })}
      />
      <Chips
        label={words.besides}
        hint={words.trainedFirst}
        options={minor ? besides.slice(1) : besides}
        chosen={besides.flatMap(({ value }) => (profile[value] ? [value] : []))}
        onToggle={(value) => change({ [value]: !profile[value] })}
      />
    </View>
  )
}
