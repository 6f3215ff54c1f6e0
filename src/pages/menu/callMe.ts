import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type Answer, call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'

/** The order by which a social worker hears of it; nothing where it is not known yet who asks. */
interface Called {
  order: string | null
}

/**
 * Has a social worker call whoever said these words, by the one tap: nothing else is asked before they hear of it, the
 * phone and the door are asked for on the page that comes. Who has not said yet how they are called says that first.
 */
export function useCallMe(words: string) {
  const ask = useAction(async (intent, said: string): Promise<Answer<Called>> => {
    const open = await call.centre.open({})
    if (!open.ok) return open
    const { me, centre } = open.value
    if (!me) return { ok: true, value: { order: null } }
    // Where they live, as far as the centre still knows that building.
    const building = centre.buildings.find(({ id }) => id === me.building)?.id ?? null
    return call.order.place({
      intent,
      item: null,
      words: said,
      person: me.id,
      building,
      room: null,
      wants: null,
      weekly: false,
      urgent: 'call-me',
    })
  })
  const [sent, setSent] = useState<{ words: string; order: string }>()
  const look = (order: string) => void Taro.navigateTo({ url: `/pages/order/index?id=${order}&reach=1` })
  const callMe = async () => {
    // Whoever comes back and taps once more is called once.
    if (sent?.words === words) return look(sent.order)
    const answer = await ask.run(words)
    if (!answer.ok) return
    const { order } = answer.value
    if (order === null) return void Taro.navigateTo({ url: '/pages/member/join' })
    setSent({ words, order })
    look(order)
  }
  return { ...ask, callMe }
}
