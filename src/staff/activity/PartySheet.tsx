import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { RosterPage, RosterParty } from '../../domain/activity'
import { partyNames, rosterWords, takeOffConfirm } from '../../text/roster-words'
import { contactWords } from '../../text/contact-words'
import { ContactSheet } from './ContactSheet'
import { ReasonChoice } from './ReasonChoice'
import { isReason } from './reason'

type Deed = 'seat' | 'wait' | 'remove'

interface PartySheetProps {
  page: RosterPage
  party: RosterParty
  onClose(): void
  onDone(): Promise<void>
}

/** What staff may do about one party: what, why, and for taking it off the list once more whether. */
export function PartySheet({ page, party, onClose, onDone }: PartySheetProps) {
  const [deed, setDeed] = useState<Deed | null>(null)
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const [sure, setSure] = useState(false)
  const [calling, setCalling] = useState(false)
  const [forgetting, setForgetting] = useState(false)
  const act = useAction((intent, input: { deed: Deed; reason: string }) => {
    const named = { intent, activity: page.activity.id, party: party.id, reason: input.reason }
    return input.deed === 'remove' ? call.activity.remove(named) : call.activity.move({ ...named, to: input.deed })
  })
  const names = partyNames(party)
  const deeds: Deed[] = party.state === 'seated' ? ['wait', 'remove'] : ['seat', 'wait', 'remove']
  const possible = deeds.filter((each) => !(each === 'wait' && party.state === 'held'))
  const confirm = takeOffConfirm(names)
  const over = deed === 'seat' && party.state !== 'offered' && page.seats.free < party.people.length

  const choose = (chosen: Deed) => {
    setDeed(chosen)
    setReason('')
    setShown(false)
  }
  const go = async () => {
    setShown(true)
    if (!deed || !isReason(reason)) return
    if (deed === 'remove' && !sure) return setSure(true)
    const answer = await act.run({ deed, reason: reason.trim() })
    if (!answer.ok) return
    void Taro.showToast({ title: rosterWords.done, icon: 'none' })
    await onDone()
  }
  const forget = useAction((_, id: string) => call.member.eraseFor({ activity: page.activity.id, party: id }))
  const goForget = async () => {
    if (!(await forget.run(party.id)).ok) return
    void Taro.showToast({ title: rosterWords.forgotten, icon: 'none' })
    await onDone()
  }
  const again = act.problem && <Trouble problem={act.problem} retry={go} close={act.dismiss} />

  if (calling) return <ContactSheet activity={page.activity.id} party={party.id} names={names} onClose={onClose} />
  if (sure)
    return (
      <Sheet title={confirm.title} onClose={onClose}>
        <View className='roster-confirm'>{confirm.text}</View>
        {again}
        <View className='roster-answers'>
          <Button kind='plain' onPress={() => setSure(false)}>
            {confirm.cancel}
          </Button>
          <Button kind='danger' busy={act.busy} onPress={go}>
            {confirm.ok}
          </Button>
        </View>
      </Sheet>
    )
  if (forgetting)
    return (
      <Sheet title={rosterWords.forgetTitle(names)} onClose={onClose}>
        <View className='roster-confirm'>{rosterWords.forgetText}</View>
        {forget.problem && <Trouble problem={forget.problem} retry={goForget} close={forget.dismiss} />}
        <View className='roster-answers'>
          <Button kind='plain' onPress={() => setForgetting(false)}>
            {confirm.cancel}
          </Button>
          <Button kind='danger' busy={forget.busy} onPress={goForget}>
            {rosterWords.forget}
          </Button>
        </View>
      </Sheet>
    )
  return (
    <Sheet title={names} onClose={onClose}>
      <Choice
        label={rosterWords.deed}
        columns={possible.length === 3 ? 3 : 2}
        options={possible.map((value) => ({ value, label: rosterWords.deeds[value] }))}
        value={deed}
        onChange={(chosen) => choose(chosen)}
      />
      {!deed && page.contacts && (
        <Button kind='plain' onPress={() => setCalling(true)}>
          {contactWords.look}
        </Button>
      )}
      {!deed && party.kept && (
        <Button kind='plain' onPress={() => setForgetting(true)}>
          {rosterWords.forget}
        </Button>
      )}
      {over && <View className='roster-over'>{rosterWords.overCapacity}</View>}
      {deed && (
        <ReasonChoice
          deed={deed}
          value={reason}
          error={shown && !isReason(reason) ? rosterWords.reasonShort : null}
          onChange={setReason}
        />
      )}
      {again}
      {deed && (
        <Button kind={deed === 'remove' ? 'danger' : 'primary'} busy={act.busy} onPress={go}>
          {rosterWords.deeds[deed]}
        </Button>
      )}
    </Sheet>
  )
}
