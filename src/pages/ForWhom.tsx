import { View } from '@tarojs/components'
import { Chip } from '../components/Chip'
import { spokenAs } from '../components/press'
import type { OwnProfile } from '../domain/member'
import './ForWhom.css'

interface ForWhomProps {
  label: string
  /** How one calls oneself here. */
  me: string
  profile: OwnProfile
  chosen: string
  onChoose(person: string): void
}

/** For which one of one's own people something is; nothing is asked of who acts for nobody else. */
export function ForWhom({ label, me, profile, chosen, onChoose }: ForWhomProps) {
  if (profile.family.length === 0) return null
  const people = [{ id: profile.id, name: me }, ...profile.family]
  return (
    <View className='for-whom' aria-label={label} {...spokenAs('radiogroup')}>
      <View className='soft'>{label}</View>
      {people.map(({ id, name }) => (
        <Chip key={id} kind='radio' on={id === chosen} onPress={() => onChoose(id)}>
          {name}
        </Chip>
      ))}
    </View>
  )
}
