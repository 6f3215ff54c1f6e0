import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { FieldError } from '../../components/FieldError'
import { call } from '../../cloud/call'
import { chanceId } from '../../cloud/chance'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { goBack } from '../../components/ways'
import { startOfDay } from '../../domain/day'
import { volunteerPlaces } from '../../domain/volunteer'
import { dateText } from '../../text/moment-words'
import { planWords as words } from '../../text/volunteer-staff-words'
import { placeWords, weekdayWords } from '../../text/volunteer-option-words'
import '../../text/volunteer-refusals'
import { type DutyDraft, type DutyLack, emptyDuty, emptyRole, lacksOf, mostRoles, roleOf, timeOf } from './draft'
import { RoleForm } from './RoleForm'
import './volunteer.css'

/** A duty is planned: what, where, when, and which roles. */
export default function Plan() {
  const now = useNow()
  const [duty] = useState(chanceId)
  const [draft, setDraft] = useState<DutyDraft>(emptyDuty)
  const [shown, setShown] = useState(false)
  const act = useAction((intent, said: DutyDraft) =>
    call.shift.plan({
      intent,
      duty,
      title: said.title.trim(),
      place: said.place.trim(),
      placeKind: said.placeKind,
      activity: null,
      team: said.team,
      when: timeOf(said, now),
      roles: said.roles.map(roleOf),
    }),
  )
  const lacks = shown ? lacksOf(draft, now) : new Set<DutyLack>()
  const change = (part: Partial<DutyDraft>) => setDraft({ ...draft, ...part })
  const save = async () => {
    setShown(true)
    if (lacksOf(draft, now).size > 0) return
    const answer = await act.run(draft)
    if (!answer.ok) return
    void Taro.showToast({ title: words.done(answer.value.shifts), icon: 'none' })
    goBack()
  }
  return (
    <Screen
      title={words.title}
      action={
        <Button busy={act.busy} onPress={save}>
          {words.do}
        </Button>
      }
    >
      <Field
        label={words.name}
        hint={words.nameHint}
        value={draft.title}
        maxLength={14}
        error={lacks.has('title') ? words.nameWrong : null}
        onChange={(title) => change({ title })}
      />
      <Field
        label={words.place}
        hint={words.placeHint}
        value={draft.place}
        maxLength={16}
        error={lacks.has('place') ? words.placeWrong : null}
        onChange={(place) => change({ place })}
      />
      <View className='duty-chips' aria-label={words.kind} {...spokenAs('radiogroup')}>
        {volunteerPlaces.map((place) => (
          <Chip key={place} kind='radio' on={draft.placeKind === place} onPress={() => change({ placeKind: place })}>
            {placeWords[place]}
          </Chip>
        ))}
      </View>
      <When draft={draft} lacks={lacks} onChange={change} />
      <TeamField team={draft.team} onChange={(team) => change({ team })} />
      {draft.roles.map((role, index) => (
        <RoleForm
          key={role.key}
          nth={index + 1}
          role={role}
          nameless={lacks.has('role')}
          countless={lacks.has('count')}
          onRemove={
            draft.roles.length > 1 ? () => change({ roles: draft.roles.filter((each) => each !== role) }) : null
          }
          onChange={(changed) => change({ roles: draft.roles.map((each) => (each === role ? changed : each)) })}
        />
      ))}
      {draft.roles.length < mostRoles && (
        <Button
          kind='plain'
          onPress={() => change({ roles: [...draft.roles, emptyRole(`r${Date.now() % 1_000_000}`)] })}
        >
          {words.more}
        </Button>
      )}
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
    </Screen>
  )
}

interface WhenProps {
  draft: DutyDraft
  lacks: Set<DutyLack>
  onChange(part: Partial<DutyDraft>): void
}

function When({ draft, lacks, onChange }: WhenProps) {
  const now = useNow()
  const toggle = (weekday: number) =>
    onChange({
      weekdays: draft.weekdays.includes(weekday)
        ? draft.weekdays.filter((each) => each !== weekday)
        : [...draft.weekdays, weekday],
    })
  return (
    <View>
      <Text className='field-label'>{words.when}</Text>
      <View className='duty-chips'>
        <Chip kind='radio' on={draft.weekly} onPress={() => onChange({ weekly: true })}>
          {words.weekly}
        </Chip>
        <Chip kind='radio' on={!draft.weekly} onPress={() => onChange({ weekly: false })}>
          {words.once}
        </Chip>
      </View>
      {draft.weekly ? (
        <View className='duty-chips' aria-label={words.weekdays} {...spokenAs('group')}>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <Chip key={weekday} on={draft.weekdays.includes(weekday)} onPress={() => toggle(weekday)}>
              {weekdayWords(weekday)}
            </Chip>
          ))}
        </View>
      ) : (
        <Field
          label={words.date}
          hint={dateText(startOfDay(now))}
          value={draft.date}
          maxLength={12}
          error={lacks.has('date') ? words.dateWrong : null}
          onChange={(date) => onChange({ date })}
        />
      )}
      <FieldError error={lacks.has('weekdays') && words.weekdaysWrong} />
      <View className='duty-pair'>
        <Field label={words.from} value={draft.from} maxLength={5} onChange={(from) => onChange({ from })} />
        <Field label={words.to} value={draft.to} maxLength={5} onChange={(to) => onChange({ to })} />
      </View>
      <FieldError error={lacks.has('time') && words.timeWrong} />
    </View>
  )
}

/** Which team it is for; whoever may not see the teams plans for their own. */
function TeamField({ team, onChange }: { team: string | null; onChange(team: string | null): void }) {
  const board = useQuery('shifts.teams', () => call.shift.board({ from: 0 }), false)
  const teams = board.value?.teams ?? []
  if (teams.length === 0) return null
  return (
    <View>
      <Text className='field-label'>{words.team}</Text>
      <View className='duty-chips'>
        <Chip kind='radio' on={team === null} onPress={() => onChange(null)}>
          {words.allTeams}
        </Chip>
        {teams.map((each) => (
          <Chip key={each.id} kind='radio' on={team === each.id} onPress={() => onChange(each.id)}>
            {each.name}
          </Chip>
        ))}
      </View>
    </View>
  )
}
