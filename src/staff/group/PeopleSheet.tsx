import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { useNow } from '../../components/useNow'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { DeskGroup, GroupPerson } from '../../domain/group-page'
import { groupDeskWords as words } from '../../text/group-desk-words'
import { shortMomentWords } from '../../text/time'

interface PeopleSheetProps {
  group: DeskGroup
  onClose(): void
  onDone(toast: string): Promise<void>
  onChanged(): Promise<void>
}

/** Who belongs to a group, which activities are its meetings, and its end; what takes something away asks for a reason. */
export function PeopleSheet({ group: given, onClose, onDone, onChanged }: PeopleSheetProps) {
  const now = useNow()
  const [group, setGroup] = useState(given)
  const [leaving, setLeaving] = useState<GroupPerson | 'all'>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const link = useAction((intent, { activity, linked }: { activity: string; linked: boolean }) =>
    call.group.link({ intent, group: group.id, activity, linked }),
  )
  const act = useAction((intent, { whom, why }: { whom: GroupPerson | 'all'; why: string }) =>
    whom === 'all'
      ? call.group.end({ intent, group: group.id, reason: why })
      : call.group.remove({ intent, group: group.id, place: whom.id, reason: why }),
  )
  const toggle = async (activity: string, linked: boolean) => {
    const answer = await link.run({ activity, linked })
    if (answer.ok) setGroup(answer.value)
    await onChanged()
  }
  const confirm = async (whom: GroupPerson | 'all') => {
    setTried(true)
    if (reason.trim().length < 2) return
    const answer = await act.run({ whom, why: reason.trim() })
    if (answer.ok) await onDone(whom === 'all' ? words.ended : words.offDone)
  }
  if (leaving) {
    const question =
      leaving === 'all' ? words.endQuestion(group.name, group.people.length) : words.offQuestion(nameOf(leaving))
    return (
      <Sheet title={question.title} onClose={() => setLeaving(undefined)}>
        <View className='soft'>{question.text}</View>
        <Field
          label={leaving === 'all' ? words.endReason : words.offReason}
          value={reason}
          maxLength={60}
          error={tried && reason.trim().length < 2 ? words.wrong : null}
          onChange={setReason}
        />
        {act.problem && <Trouble problem={act.problem} retry={() => void confirm(leaving)} close={act.dismiss} />}
        <Button kind='danger' busy={act.busy} onPress={() => confirm(leaving)}>
          {leaving === 'all' ? words.endDo : question.ok}
        </Button>
        <Button kind='plain' onPress={() => setLeaving(undefined)}>
          {question.cancel}
        </Button>
      </Sheet>
    )
  }
  return (
    <Sheet title={group.name} onClose={onClose}>
      {group.people.length === 0 && <View className='soft'>{words.nobody}</View>}
      {group.people.map((person) => (
        <View key={person.id} className='groups-person'>
          <View>
            {nameOf(person)} {person.position !== null && `排第${person.position}`}
          </View>
          <Button kind='plain' onPress={() => setLeaving(person)}>
            {words.off}
          </Button>
        </View>
      ))}
      <View className='subheading'>{group.meetings.length > 0 ? words.meetings : words.noMeetings}</View>
      {link.problem && <Trouble problem={link.problem} close={link.dismiss} />}
      <View className='groups-chips'>
        {group.meetings.map(({ id, title, startsAt, linked }) => (
          <Chip key={id} on={linked} onPress={() => void toggle(id, !linked)}>
            {`${title} ${shortMomentWords(startsAt, now)}`}
          </Chip>
        ))}
      </View>
      <Button kind='danger' onPress={() => setLeaving('all')}>
        {words.end}
      </Button>
    </Sheet>
  )
}

const nameOf = ({ name, member }: GroupPerson): string => name ?? (member === null ? words.minor : words.gone)
