import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { BoardPerson } from '../../domain/shift-page'
import '../../text/hours-refusals'
import { boardWords as words } from '../../text/volunteer-staff-words'
import { partyWords } from '../../text/volunteer-words'

interface PersonRowProps {
  shift: string
  person: BoardPerson
  onChanged(): Promise<void>
}

/** One who is on a shift: how they stand, and, while it is on, written down as come or gone by name. */
export function PersonRow({ shift, person, onChanged }: PersonRowProps) {
  const now = useNow()
  const act = useAction((intent, { person: who, way }: { person: string; way: 'in' | 'out' }) =>
    call.hours.attend({ intent, shift, person: who, way }),
  )
  const { name, state, handingOn, clock } = person
  const write = (who: string, way: 'in' | 'out') => async () => {
    if (!(await act.run({ person: who, way })).ok) return
    void Taro.showToast({ title: words.written, icon: 'none' })
    await onChanged()
  }
  return (
    <View>
      <View className='duty-person'>
        <View className='duty-grow'>{name}</View>
        {(state !== 'seated' || handingOn) && (
          <Tag tone='amber'>{handingOn ? words.handing : partyWords({ state, handingOn: 'no' }, now)}</Tag>
        )}
        {clock?.stage === 'away' && (
          <Button kind='plain' label={words.inOf(name)} busy={act.busy} onPress={write(clock.person, 'in')}>
            {words.in}
          </Button>
        )}
        {clock?.stage === 'here' && (
          <Button kind='plain' label={words.outOf(name)} busy={act.busy} onPress={write(clock.person, 'out')}>
            {words.out}
          </Button>
        )}
        {clock?.stage === 'gone' && <Tag tone='jade'>{words.gone}</Tag>}
      </View>
      {act.problem && (
        <Trouble problem={act.problem} retry={() => void act.again()} refresh={onChanged} close={act.dismiss} />
      )}
    </View>
  )
}
