import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { pageWords } from '../../text/activity-page'
import type { Candidate } from './choice'

interface WhomProps {
  label: string
  people: readonly Candidate[]
  chosen: readonly string[]
  onChoose(change: (before: string[]) => string[]): void
}

/** For whom: oneself, each of the family, and a way to add someone. Who cannot come is greyed. */
export function Whom({ label, people, chosen, onChoose }: WhomProps) {
  const { elder } = useDisplay()
  const words = pageWords(elder)
  const toggle = (id: string) =>
    onChoose((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]))
  return (
    <View className='whom' aria-label={label} {...spokenAs('group')}>
      <View className='soft whom-label'>{label}</View>
      {people.map(({ id, name, self, whyNot }) => (
        <Chip key={id} on={chosen.includes(id)} disabled={whyNot !== undefined} onPress={() => toggle(id)}>
          {self ? words.me : name}
        </Chip>
      ))}
      <Chip
        kind='button'
        label={words.familyLabel}
        onPress={() => void Taro.navigateTo({ url: '/pages/member/family' })}
      >
        {words.family}
      </Chip>
    </View>
  )
}
