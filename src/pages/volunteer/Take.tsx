import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Trouble } from '../../components/Trouble'
import type { ShiftPage } from '../../domain/shift-page'
import { volunteerWords } from '../../text/volunteer-words'
import { toggled } from './profile'

/** Taking the shift, with a child that comes along; or taking over somebody's seat; or why not. */
export function Take({ page, onChanged }: { page: ShiftPage; onChanged(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const [along, setAlong] = useState<string[]>([])
  const { id } = page.shift
  const act = useAction(async (intent, { swap, people }: { swap: string | null; people: string[] }) => {
    if (swap !== null) return call.shift.takeOver({ intent, shift: id, swap })
    const me = await call.member.me({})
    if (!me.ok) return me
    if (!me.value) return { ok: false as const, reason: 'not-joined-centre' as const }
    return call.shift.signUp({ intent, shift: id, people: [me.value.id, ...people] })
  })
  const run = async (swap: string | null) => {
    const answer = await act.run({ swap, people: along })
    if (!answer.ok) return
    const toast = answer.value.party.state === 'seated' ? words.taken : words.waits
    void Taro.showToast({ title: toast, icon: 'none' })
    await onChanged()
  }
  const { whyNot, swap } = page
  if (whyNot?.reason === 'not-volunteer')
    return (
      <View className='serve-deeds'>
        <Trouble problem={whyNot} refresh={onChanged} />
        <Button onPress={() => Taro.navigateTo({ url: '/pages/volunteer/register' })}>{words.begin}</Button>
      </View>
    )
  const mayTakeOver = swap !== null && (whyNot === null || whyNot.reason === 'shift-full')
  return (
    <View className='serve-deeds'>
      {whyNot && !mayTakeOver && <Trouble problem={whyNot} refresh={onChanged} />}
      {!whyNot && page.children.length > 0 && (
        <View className='serve-chips'>
          {page.children.map((child) => (
            <Chip key={child.id} on={along.includes(child.id)} onPress={() => setAlong(toggled(along, child.id))}>
              {`${words.bring}${child.name}`}
            </Chip>
          ))}
          <View className='soft'>{words.bringNote}</View>
        </View>
      )}
      {act.problem && (
        <Trouble problem={act.problem} retry={() => void act.again()} refresh={onChanged} close={act.dismiss} />
      )}
      {mayTakeOver && (
        <Button busy={act.busy} onPress={() => run(swap)}>
          {words.takeOver}
        </Button>
      )}
      {!whyNot && !mayTakeOver && (
        <Button busy={act.busy} onPress={() => run(null)}>
          {page.shift.lack > along.length ? words.take : words.standby}
        </Button>
      )}
    </View>
  )
}
