import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { pressable, spokenAs } from '../../components/press'
import { useNow } from '../../components/useNow'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { DeskGroup, GroupPerson } from '../../domain/group-page'
import { groupDeskWords as words } from '../../text/group-desk-words'
import { shortMomentWords } from '../../text/time'
import '../../components/Choice.css'

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
  const stay = () => {
    setLeaving(undefined)
    setReason('')
    setTried(false)
  }
  if (leaving) {
    const question =
      leaving === 'all' ? words.endQuestion(group.name, group.people.length) : words.offQuestion(nameOf(leaving))
    return (
      <Sheet title={question.title} onClose={stay}>
        <View className='groups-note'>{question.text}</View>
        <View className='groups-choices'>
          {(leaving === 'all' ? words.endReasons : words.offReasons).map((each) => (
            <Chip key={each} kind='radio' on={reason === each} onPress={() => setReason(each)}>
              {each}
            </Chip>
          ))}
        </View>
        <Field
          label={leaving === 'all' ? words.endReason : words.offReason}
          value={reason}
          maxLength={60}
          error={tried && reason.trim().length < 2 ? words.wrong : null}
          onChange={setReason}
        />
        {act.problem && <Trouble problem={act.problem} retry={() => void confirm(leaving)} close={act.dismiss} />}
        <View className='groups-answers'>
          <Button kind='danger' busy={act.busy} onPress={() => confirm(leaving)}>
            {leaving === 'all' ? words.endDo : question.ok}
          </Button>
          <Button kind='plain' onPress={stay}>
            {question.cancel}
          </Button>
        </View>
      </Sheet>
    )
  }
  return (
    <Sheet title={group.name} onClose={onClose}>
      {group.people.length === 0 && <View className='soft'>{words.nobody}</View>}
      {group.people.map((person) => (
        <View key={person.id} className='groups-person'>
          <View>
            <View>{nameOf(person)}</View>
            {person.position !== null && <View className='soft'>{words.inLine(person.position)}</View>}
          </View>
          <Button kind='plain' label={`${words.off}：${nameOf(person)}`} onPress={() => setLeaving(person)}>
            {words.off}
          </Button>
        </View>
      ))}
      <View className='subheading groups-part' {...spokenAs('heading')}>
        {words.meetingsTitle}
      </View>
      <View className='soft'>{group.meetings.length > 0 ? words.meetings : words.noMeetings}</View>
      {link.problem && <Trouble problem={link.problem} close={link.dismiss} />}
      <View className='groups-meetings'>
        {group.meetings.map((meeting) => (
          <Meeting key={meeting.id} meeting={meeting} now={now} onPress={(linked) => toggle(meeting.id, linked)} />
        ))}
      </View>
      <Button kind='danger' onPress={() => setLeaving('all')}>
        {words.end}
      </Button>
    </Sheet>
  )
}

interface MeetingProps {
  meeting: DeskGroup['meetings'][number]
  now: number
  onPress(linked: boolean): Promise<void>
}

/** An activity of the same item, with its time: many of one title are told apart by it. */
function Meeting({ meeting: { title, startsAt, linked }, now, onPress }: MeetingProps) {
  const time = shortMomentWords(startsAt, now)
  return (
    <View
      className={linked ? 'option option-on' : 'option'}
      {...pressable({
        label: `${title}，${time}`,
        role: 'checkbox',
        on: linked,
        onPress: () => void onPress(!linked),
      })}
    >
      <View>
        <View className='option-label'>{title}</View>
        <View className='soft'>{time}</View>
      </View>
      <View className='option-tick'>{linked ? '✓' : ''}</View>
    </View>
  )
}

const nameOf = ({ name, member }: GroupPerson): string => name ?? (member === null ? words.minor : words.gone)
