import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { chanceId } from '../../cloud/chance'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { FieldError } from '../../components/FieldError'
import { spokenAs } from '../../components/press'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { DeskGroup, GroupDesk } from '../../domain/group-page'
import { groupDeskWords as words } from '../../text/group-desk-words'

interface GroupSheetProps {
  /** Nothing for a new one. */
  group: DeskGroup | undefined
  items: GroupDesk['items']
  onClose(): void
  onDone(toast: string): Promise<void>
}

/** A group: under which item it stands, what it does, when and where, who leads it, how many there may be. */
export function GroupSheet({ group, items, onClose, onDone }: GroupSheetProps) {
  const [id] = useState(() => group?.id ?? chanceId(16))
  const [item, setItem] = useState(group?.item ?? (items.length === 1 ? items[0]?.code : undefined) ?? '')
  const [draft, setDraft] = useState({
    name: group?.name ?? '',
    about: group?.about ?? '',
    leads: group?.leads ?? '',
    meets: group?.meets ?? '',
    place: group?.place ?? '',
    capacity: String(group?.capacity ?? 20),
  })
  const [leader, setLeader] = useState(group?.leader ?? null)
  const [tried, setTried] = useState(false)
  const save = useAction((intent, told: Omit<Parameters<typeof call.group.save>[0], 'intent'>) =>
    call.group.save({ intent, ...told }),
  )
  const many = /^\d{1,3}$/.test(draft.capacity) ? Number(draft.capacity) : 0
  const done = async (answer: { ok: boolean } | undefined) => (answer?.ok ? onDone(words.saved) : undefined)
  const go = async () => {
    setTried(true)
    const { capacity: _, ...texts } = draft
    const told = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim()])) as typeof texts
    const short = told.leads === '' || [told.name, told.about, told.meets, told.place].some((text) => text.length < 2)
    if (item === '' || short || many < 1 || many > 500) return
    await done(await save.run({ group: id, version: group?.version ?? 0, item, ...told, leader, capacity: many }))
  }
  const field = (of: keyof typeof draft, most: number, least = 2, hint?: string) => (
    <Field
      label={words[of]}
      value={draft[of]}
      maxLength={most}
      digits={of === 'capacity'}
      {...(hint !== undefined && { hint })}
      error={
        tried && (of === 'capacity' ? many < 1 || many > 500 : draft[of].trim().length < least) ? words.wrong : null
      }
      onChange={(text) => setDraft({ ...draft, [of]: text })}
    />
  )
  const able = group?.people.filter(({ member, state }) => member !== null && state === 'in') ?? []
  return (
    <Sheet title={group ? words.edit : words.newGroup} onClose={onClose}>
      {!group && (
        <View className='field' aria-label={words.item} {...spokenAs('radiogroup')}>
          <View className='field-label'>{words.item}</View>
          <View className='groups-choices'>
            {items.map(({ code, name }) => (
              <Chip key={code} kind='radio' on={code === item} onPress={() => setItem(code)}>
                {name}
              </Chip>
            ))}
          </View>
          <FieldError error={tried && item === '' && words.itemMissing} />
        </View>
      )}
      {field('name', 16)}
      {field('about', 120)}
      {field('meets', 40, 2, words.meetsHint)}
      {field('place', 40)}
      {field('leads', 16, 1)}
      {able.length > 0 && (
        <View className='field' aria-label={words.leader} {...spokenAs('radiogroup')}>
          <View className='field-label'>{words.leader}</View>
          <View className='groups-choices'>
            <Chip kind='radio' on={leader === null} onPress={() => setLeader(null)}>
              {words.noLeader}
            </Chip>
            {able.map(({ id: place, member, name }) => (
              <Chip key={place} kind='radio' on={leader === member} onPress={() => setLeader(member)}>
                {name ?? words.gone}
              </Chip>
            ))}
          </View>
        </View>
      )}
      {field('capacity', 3, 1)}
      {save.problem && (
        <Trouble problem={save.problem} retry={async () => done(await save.again())} close={save.dismiss} />
      )}
      <Button busy={save.busy} onPress={go}>
        {words.save}
      </Button>
    </Sheet>
  )
}
