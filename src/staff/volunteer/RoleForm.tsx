import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { FieldError } from '../../components/FieldError'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { audiences, trainings } from '../../domain/volunteer'
import { skillGroups, skillWords } from '../../text/skill-words'
import { boardWords, planWords as words } from '../../text/volunteer-staff-words'
import { trainingWords, whomWords } from '../../text/volunteer-option-words'
import type { RoleDraft } from './draft'

interface RoleFormProps {
  nth: number
  role: RoleDraft
  nameless: boolean
  countless: boolean
  onRemove: (() => void) | null
  onChange(role: RoleDraft): void
}

/** One role of a duty: how it is called, how many, and what it asks for. */
export function RoleForm({ nth, role, nameless, countless, onRemove, onChange }: RoleFormProps) {
  const change = (part: Partial<RoleDraft>) => onChange({ ...role, ...part })
  const short = nameless && role.name.trim().length < 2
  return (
    <View className='duty-role'>
      <Text className='subheading'>{words.role(nth)}</Text>
      <Field
        label={words.roleName}
        hint={words.roleHint}
        value={role.name}
        maxLength={10}
        error={short ? words.roleWrong : null}
        onChange={(name) => change({ name })}
      />
      <View className='duty-pair'>
        <Field
          digits
          label={boardWords.people}
          value={role.count}
          maxLength={3}
          onChange={(count) => change({ count })}
        />
        <Field
          digits
          label={boardWords.standby}
          value={role.standby}
          maxLength={3}
          onChange={(standby) => change({ standby })}
        />
      </View>
      <FieldError error={countless && boardWords.countWrong} />
      <SkillField role={role} onChange={change} />
      <Text className='field-label'>{words.training}</Text>
      <View className='duty-chips'>
        {trainings.map((topic) => (
          <Chip
            key={topic}
            on={role.training.includes(topic)}
            onPress={() =>
              change({
                training: role.training.includes(topic)
                  ? role.training.filter((each) => each !== topic)
                  : [...role.training, topic],
              })
            }
          >
            {trainingWords[topic]}
          </Chip>
        ))}
        <Chip on={role.adults} onPress={() => change({ adults: !role.adults })}>
          {words.adults}
        </Chip>
      </View>
      <Text className='field-label'>{words.withWhom}</Text>
      <View className='duty-chips'>
        {audiences.map((whom) => (
          <Chip
            key={whom}
            kind='radio'
            on={role.withWhom === whom}
            onPress={() => change({ withWhom: role.withWhom === whom ? null : whom })}
          >
            {whomWords[whom]}
          </Chip>
        ))}
      </View>
      {onRemove && (
        <Button kind='danger' onPress={onRemove}>
          {words.fewer}
        </Button>
      )}
    </View>
  )
}

/** The one skill that it needs, where it needs one; a group opens by a tap. */
function SkillField({ role, onChange }: { role: RoleDraft; onChange(part: Partial<RoleDraft>): void }) {
  const [open, setOpen] = useState<string>()
  const group = skillGroups.find(({ name }) => name === open)
  const shown = [...new Set([...(role.skill ? [role.skill] : []), ...(group?.skills ?? [])])]
  return (
    <View aria-label={words.skill} {...spokenAs('group')}>
      <Text className='field-label'>{words.skill}</Text>
      <View className='duty-chips'>
        {skillGroups.map(({ name }) => (
          <Chip key={name} kind='radio' on={name === open} onPress={() => setOpen(name === open ? undefined : name)}>
            {name}
          </Chip>
        ))}
      </View>
      {shown.length > 0 && (
        <View className='duty-chips duty-open'>
          {shown.map((skill) => (
            <Chip
              key={skill}
              kind='radio'
              on={role.skill === skill}
              onPress={() => onChange({ skill: role.skill === skill ? null : skill })}
            >
              {skillWords[skill]}
            </Chip>
          ))}
          {role.skill && (
            <Chip on={role.licensed} onPress={() => onChange({ licensed: !role.licensed })}>
              {words.licensed}
            </Chip>
          )}
        </View>
      )}
    </View>
  )
}
