import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { chanceId } from '../../cloud/chance'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { TeamRow } from '../../domain/shift-page'
import { staffWords as words } from '../../text/volunteer-staff-words'
import { dot } from '../../text/spacing'

/** The teams; a new one, or another name. Who is in it, and who leads it, is said at the person. */
export function Teams({ teams, onChanged }: { teams: readonly TeamRow[]; onChanged(): Promise<void> }) {
  const [editing, setEditing] = useState<TeamRow | 'new'>()
  const done = async () => {
    setEditing(undefined)
    void Taro.showToast({ title: words.saved, icon: 'none' })
    await onChanged()
  }
  return (
    <View>
      {teams.map((team) => (
        <Card key={team.id} label={`${team.name}，${words.members(team.members)}`} onPress={() => setEditing(team)}>
          <View className='duty-title'>{team.name}</View>
          <View className='soft'>
            {words.members(team.members)}
            {dot}
            {team.captain ? words.captain(team.captain.name) : words.noCaptain}
          </View>
        </Card>
      ))}
      <Button kind='plain' onPress={() => setEditing('new')}>
        {words.teamNew}
      </Button>
      {editing && (
        <TeamSheet team={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} onDone={done} />
      )}
    </View>
  )
}

interface TeamSheetProps {
  team: TeamRow | undefined
  onClose(): void
  onDone(): Promise<void>
}

function TeamSheet({ team, onClose, onDone }: TeamSheetProps) {
  const [id] = useState(() => team?.id ?? chanceId())
  const [name, setName] = useState(team?.name ?? '')
  const [shown, setShown] = useState(false)
  const act = useAction((intent, called: string) =>
    call.volunteer.saveTeam({ intent, team: id, name: called, captain: team?.captain?.id ?? null }),
  )
  const short = name.trim().length < 2
  const save = async () => {
    setShown(true)
    if (!short && (await act.run(name.trim())).ok) await onDone()
  }
  return (
    <Sheet title={team?.name ?? words.teamNew} onClose={onClose}>
      <Field
        label={words.teamName}
        value={name}
        maxLength={12}
        error={shown && short ? words.teamShort : null}
        onChange={setName}
      />
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <Button busy={act.busy} onPress={save}>
        {words.teamSave}
      </Button>
    </Sheet>
  )
}
