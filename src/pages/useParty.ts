import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { call } from '../cloud/call'
import { useAction } from '../cloud/useAction'
import type { ConfirmQuestion } from '../components/Confirm'
import { useDisplay } from '../components/display'
import type { OwnParty } from '../domain/activity'
import { leaveConfirm, toasts } from '../text/words'

/** What passes by once a party is gone, by how it stood. */
const gone = {
  seated: toasts.left,
  offered: toasts.declined,
  waiting: toasts.leftWait,
  lapsed: toasts.leftWait,
  held: toasts.leftWait,
} as const

/** What one may do about a party of one's own: go away, or take the seat that is offered and ask for one again. */
export function useParty(
  { activity, party }: { activity: { id: string }; party: OwnParty },
  now: number,
  ask: (question: ConfirmQuestion) => Promise<boolean>,
  onChanged: () => Promise<void>,
) {
  const { elder } = useDisplay()
  const named = (intent: string, id: string) => ({ intent, activity: activity.id, party: id })
  const leave = useAction((intent, id: string) => call.activity.leave(named(intent, id)))
  const take = useAction((intent, id: string) => call.activity.take(named(intent, id)))
  // An offer that runs out while one looks at it is asked after, rather than left standing.
  const over = party.state === 'offered' && party.expiresAt !== undefined && now >= party.expiresAt
  useEffect(() => {
    if (over) void onChanged()
  }, [over, onChanged])

  const settled = async (answer: { ok: boolean }, toast: string) => {
    if (!answer.ok) return
    void Taro.showToast({ title: toast, icon: 'none' })
    await onChanged()
  }
  const go = async () => settled(await leave.run(party.id), gone[party.state])
  const goThere = async () =>
    settled(await take.run(party.id), party.state === 'offered' ? toasts.taken : toasts.askedAgain)
  return {
    problem: leave.problem ?? take.problem,
    leaving: leave.busy,
    taking: take.busy,
    goAway: async () => {
      if (await ask(leaveConfirm(party.state, elder))) await go()
    },
    goThere,
    /** Does again what did not come through; it was asked about before. */
    again: () => void (leave.problem ? go() : goThere()),
    /** Puts a problem away and looks how things stand now. */
    lookAgain: () => {
      leave.dismiss()
      take.dismiss()
      void onChanged()
    },
  }
}
