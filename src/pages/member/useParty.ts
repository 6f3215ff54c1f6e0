import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import type { ConfirmQuestion } from '../../components/Confirm'
import type { TableEntry } from '../../domain/activity'
import { confirms, toasts } from '../../text/words'

/** How a party's going away is asked and told, by how it stands. */
const goings = {
  seated: [confirms.leave, toasts.left],
  offered: [confirms.decline, toasts.declined],
  waiting: [confirms.leaveWait, toasts.leftWait],
  lapsed: [confirms.leaveWait, toasts.leftWait],
  held: [confirms.leaveWait, toasts.leftWait],
} as const

/** What one may do about a party of one's own: go away, or take the seat that is offered and ask for one again. */
export function useParty(
  { activity, party }: TableEntry,
  now: number,
  ask: (question: ConfirmQuestion) => Promise<boolean>,
  onChanged: () => Promise<void>,
) {
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
  const [question, gone] = goings[party.state]
  const go = async () => settled(await leave.run(party.id), gone)
  const goThere = async () =>
    settled(await take.run(party.id), party.state === 'offered' ? toasts.taken : toasts.askedAgain)
  return {
    problem: leave.problem ?? take.problem,
    leaving: leave.busy,
    taking: take.busy,
    goAway: async () => {
      if (await ask(question)) await go()
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
