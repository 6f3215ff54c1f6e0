import { View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { type RosterDeed, rosterReasons, rosterWords } from '../../text/roster-words'

interface ReasonChoiceProps {
  deed: RosterDeed
  value: string
  error: string | null
  onChange(reason: string): void
}

/** Why staff do something: a usual reason by one tap, or in words of one's own. */
export function ReasonChoice({ deed, value, error, onChange }: ReasonChoiceProps) {
  return (
    <View>
      <Field
        label={rosterWords.reason}
        hint={rosterWords.reasonHint}
        value={value}
        error={error}
        maxLength={60}
        onChange={onChange}
      />
      <View className='roster-chips'>
        {rosterReasons[deed].map((reason) => (
          <Chip key={reason} kind='radio' on={value === reason} onPress={() => onChange(reason)}>
            {reason}
          </Chip>
        ))}
      </View>
    </View>
  )
}
