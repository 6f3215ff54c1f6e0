import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { ActivityPage, OwnParty } from '../../domain/activity'
import { namesOf, pageWords } from '../../text/activity-page'
import { partySentence, partyStateWords } from '../../text/seats'
import { keptUntilWords } from '../../text/time'
import { leaveConfirm, words as allWords } from '../../text/words'

interface PartyCardProps {
  activity: Pick<ActivityPage, 'id' | 'startsAt' | 'state'>
  party: OwnParty
  now: number
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

const tones = { seated: 'jade', waiting: 'amber', offered: 'red', lapsed: 'plain', held: 'amber' } as const

/** One of my parties: who is in it, how it stands, and what one can do about it. */
export function PartyCard({ activity, party, now, ask, onChanged }: PartyCardProps) {
  const { elder } = useDisplay()
  const words = pageWords(elder)
  const { state, expiresAt } = party
  const which = { activity: activity.id, party: party.id }
  const leave = useAction((intent, input: typeof which) => call.activity.leave({ intent, ...input }))
  const take = useAction((intent, input: typeof which) => call.activity.take({ intent, ...input }))
  const problem = leave.problem ?? take.problem
  const over = state === 'offered' && expiresAt !== undefined && now >= expiresAt
  useEffect(() => {
    if (over) void onChanged()
  }, [over, onChanged])

  const goAway = async () => {
    if (!(await ask(leaveConfirm(state, elder)))) return
    if ((await leave.run(which)).ok) await onChanged()
  }
  const again = async () => {
    const answer = await (leave.problem ? leave : take).again()
    if (!answer || answer.ok) await onChanged()
  }
  const goThere = async () => {
    if ((await take.run(which)).ok) await onChanged()
  }
  const away =
    state === 'seated' ? allWords(elder).leave : state === 'offered' ? words.decline : allWords(elder).leaveWait
  const open = activity.state === 'open' && now < activity.startsAt
  return (
    <Card>
      <View className='party-head'>
        <View className='party-names'>{namesOf(party)}</View>
        <Tag tone={tones[state]}>{partyStateWords(state, elder)}</Tag>
      </View>
      <View>{partySentence(party, keptUntilWords(expiresAt ?? now, now), elder)}</View>
      {problem && <Trouble problem={problem} retry={again} close={leave.problem ? leave.dismiss : take.dismiss} />}
      {open && (
        <View className='party-actions'>
          {(state === 'offered' || state === 'lapsed') && (
            <Button busy={take.busy} onPress={goThere}>
              {state === 'offered' ? words.take : words.askAgain}
            </Button>
          )}
          <Button kind='plain' busy={leave.busy} onPress={goAway}>
            {away}
          </Button>
        </View>
      )}
    </Card>
  )
}
