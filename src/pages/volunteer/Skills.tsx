import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import type { Skill } from '../../domain/skill'
import { skillGroups, skillWords } from '../../text/skill-words'
import { volunteerWords } from '../../text/volunteer-words'
import { toggled } from './profile'

interface SkillsProps {
  /** What is asked, where it is something else than what one can do. */
  label?: string
  chosen: readonly Skill[]
  onChange(skills: Skill[]): void
}

/** What one can do: a group opens by a tap, and what was chosen stays in sight when it is closed. */
export function Skills({ label, chosen, onChange }: SkillsProps) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const [open, setOpen] = useState<string>()
  const group = skillGroups.find(({ name }) => name === open)
  const shown = [...chosen.filter((skill) => !group?.skills.includes(skill)), ...(group?.skills ?? [])]
  return (
    <View className='serve-field' aria-label={label ?? words.skills} {...spokenAs('group')}>
      <Text className='field-label'>{label ?? words.skills}</Text>
      {!label && <View className='soft'>{words.skillsHint}</View>}
      <View className='serve-chips'>
        {skillGroups.map(({ name }) => (
          <Chip key={name} kind='radio' on={name === open} onPress={() => setOpen(name === open ? undefined : name)}>
            {name}
          </Chip>
        ))}
      </View>
      {shown.length > 0 && (
        <View className='serve-chips serve-open'>
          {shown.map((skill) => (
            <Chip key={skill} on={chosen.includes(skill)} onPress={() => onChange(toggled(chosen, skill))}>
              {skillWords[skill]}
            </Chip>
          ))}
        </View>
      )}
    </View>
  )
}
