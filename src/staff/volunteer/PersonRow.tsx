import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { BoardPerson, BoardShift } from '../../domain/shift-page'
import '../../text/hours-refusals'
import { boardWords as words } from '../../text/volunteer-staff-words'
import { partyWords } from '../../text/shift-words'
import { ReasonSheet } from './Steps'

interface PersonRowProps {
  shift: BoardShift
  person: BoardPerson
  onChanged(): Promise<void>
}

/** One who is on a shift: how they stand; taken off it before it begins, and, while it is on, written down as come or gone by name. */
export function PersonRow({ shift, person, onChanged }: PersonRowProps) {
  const now = useNow()
  const act = useAction((intent, { person: who, way }: { person: string; way: 'in' | 'out' }) =>
    call.hours.attend({ intent, shift: shift.id, person: who, way }),
  )
  const [taking, setTaking] = useState(false)
  const off = useAction((intent, reason: string) =>
    call.shift.takeOff({ intent, shift: shift.id, party: person.party, reason }),
  )
  const { name, state, handingOn, clock } = person
  const write = (who: string, way: 'in' | 'out') => async () => {
    if (!(await act.run({ person: who, way })).ok) return
    void Taro.showToast({ title: words.written, icon: 'none' })
    await onChanged()
  }
  const takeOff = async (reason: string) => {
    if (!(await off.run(reason)).ok) return
    setTaking(false)
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
        {now < shift.startsAt && (
          <Button kind='plain' label={words.offOf(name)} onPress={() => setTaking(true)}>
            {words.off}
          </Button>
        )}
        {clock?.stage === 'gone' && <Tag tone='jade'>{words.gone}</Tag>}
      </View>
      {taking && (
        <ReasonSheet title={words.offTitle(name)} busy={off.busy} onClose={() => setTaking(false)} onSend={takeOff}>
          {off.problem && <Trouble problem={off.problem} retry={() => void off.again()} close={off.dismiss} />}
        </ReasonSheet>
      )}
      {act.problem && (
        <Trouble problem={act.problem} retry={() => void act.again()} refresh={onChanged} close={act.dismiss} />
      )}
    </View>
  )
}
