import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { clockRuns } from '../../domain/hours'
import type { OwnShiftParty, ShiftCard } from '../../domain/shift-page'
import { volunteerWords } from '../../text/volunteer-words'
import { leaveShiftConfirm, partyWords } from '../../text/shift-words'
import { HandOnSheet } from './HandOnSheet'

interface MineProps {
  shift: ShiftCard
  party: OwnShiftParty
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

type Deed = 'leave' | 'take' | 'keepSeat'

/** My own place on the shift: taken up when it is offered, handed on, kept after all, or given back. */
export function Mine({ shift, party, ask, onChanged }: MineProps) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const now = useNow()
  const [handing, setHanding] = useState(false)
  const act = useAction<Deed, unknown>((intent, deed) => call.shift[deed]({ intent, shift: shift.id, party: party.id }))
  const run = async (deed: Deed) => {
    if (deed === 'leave' && !(await ask(leaveShiftConfirm))) return
    if (!(await act.run(deed)).ok) return
    if (deed === 'leave') void Taro.showToast({ title: words.freed, icon: 'none' })
    await onChanged()
  }
  const done = async (toast: string) => {
    setHanding(false)
    void Taro.showToast({ title: toast, icon: 'none' })
    await onChanged()
  }
  const names = party.people.map(({ name }) => name).join('、')
  const seated = party.state === 'seated'
  const clocks = (seated || party.state === 'offered') && shift.state === 'open' && clockRuns(shift, now)
  return (
    <View className='serve-deeds'>
      <View>
        <Tag tone={seated ? 'jade' : 'amber'}>{partyWords(party, now)}</Tag>
      </View>
      {party.people.length > 1 && <View>{names}</View>}
      {act.problem && (
        <Trouble problem={act.problem} retry={() => void act.again()} refresh={onChanged} close={act.dismiss} />
      )}
      {(party.state === 'offered' || party.state === 'lapsed') && (
        <Button busy={act.busy} onPress={() => run('take')}>
          {party.state === 'offered' ? words.accept : words.askAgain}
        </Button>
      )}
      {clocks && (
        <Button onPress={() => Taro.navigateTo({ url: `/pages/hours/clock?id=${shift.id}` })}>{words.clock}</Button>
      )}
      {party.handingOn !== 'no' && (
        <Button kind='plain' busy={act.busy} onPress={() => run('keepSeat')}>
          {words.keep}
        </Button>
      )}
      {now < shift.startsAt && shift.state === 'open' && (
        <View className='serve-pair'>
          {seated && party.handingOn === 'no' && (
            <Button kind='plain' onPress={() => setHanding(true)}>
              {words.handOn}
            </Button>
          )}
          <Button kind='danger' busy={act.busy} onPress={() => run('leave')}>
            {words.leaveShift}
          </Button>
        </View>
      )}
      {handing && <HandOnSheet shift={shift.id} party={party.id} onClose={() => setHanding(false)} onDone={done} />}
    </View>
  )
}
