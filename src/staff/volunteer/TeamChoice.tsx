import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import type { VolunteerPage } from '../../domain/shift-page'
import { personWords as words } from '../../text/volunteer-staff-words'

interface TeamChoiceProps {
  page: VolunteerPage
  onChanged(): Promise<void>
}

type Deed = { team: string | null } | { captainOf: { id: string; name: string } }

/** In which team they are, and whether they lead it. */
export function TeamChoice({ page, onChanged }: TeamChoiceProps) {
  const { id, team: current, state } = page.row
  const act = useAction<Deed, unknown>((intent, deed) =>
    'team' in deed
      ? call.volunteer.decide({ intent, volunteer: id, step: { kind: 'team', team: deed.team } })
      : call.volunteer.saveTeam({ intent, team: deed.captainOf.id, name: deed.captainOf.name, captain: id }),
  )
  const run = async (deed: Deed) => {
    if ((await act.run(deed)).ok) await onChanged()
  }
  if (page.teams.length === 0 || state === 'left' || state === 'suspended') return null
  const own = page.teams.find(({ name }) => name === current)
  return (
    <View>
      <View className='subheading duty-heading' {...spokenAs('heading')}>
        {words.team}
      </View>
      <View className='duty-chips'>
        {page.teams.map((team) => (
          <Chip key={team.id} kind='radio' on={team === own} onPress={() => run({ team: team.id })}>
            {team.name}
          </Chip>
        ))}
        <Chip kind='radio' on={!own} onPress={() => run({ team: null })}>
          {words.noTeam}
        </Chip>
      </View>
      {act.problem && (
        <Trouble problem={act.problem} retry={() => void act.again()} refresh={onChanged} close={act.dismiss} />
      )}
      {own && own.captain?.id !== id && state === 'active' && (
        <Button kind='plain' busy={act.busy} onPress={() => run({ captainOf: own })}>
          {words.captain}
        </Button>
      )}
    </View>
  )
}
