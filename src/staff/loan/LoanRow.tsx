import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { DeskLoan, DeskThing } from '../../domain/loan-page'
import { borrowerWords, deskSentence, loanDeskWords as words } from '../../text/loan-desk-words'
import { dot } from '../../text/spacing'

interface LoanRowProps {
  thing: DeskThing
  loan: DeskLoan
  now: number
  busy: boolean
  /** Whether the number of whoever is late may be asked for. */
  contacts: boolean
  onHandOut(): Promise<void>
  onTakeBack(): void
}

/** One loan: who, what, until when, and the one thing to do about it. */
export function LoanRow({ thing, loan, now, busy, contacts, onHandOut, onTakeBack }: LoanRowProps) {
  const who = borrowerWords(loan)
  const { state, late } = loan
  return (
    <View className='loans-row'>
      <View className='loans-words'>
        <View className='loans-name'>{who}</View>
        <View>{thing.name}</View>
        <View className={late > 0 ? 'loans-late' : 'soft'}>
          {[deskSentence(loan, now), loan.building].filter(Boolean).join(dot)}
        </View>
        {loan.urgent && <Tag tone='red'>{words.urgent}</Tag>}
        {late > 0 && contacts && loan.name !== null && <Phone loan={loan} who={who} />}
      </View>
      {(state === 'kept' || state === 'offered') && (
        <Button busy={busy} label={`${who}，${thing.name}，${words.handOut}`} onPress={onHandOut}>
          {words.handOut}
        </Button>
      )}
      {state === 'out' && (
        <Button kind='plain' label={`${who}，${thing.name}，${words.takeBack}`} onPress={onTakeBack}>
          {words.takeBack}
        </Button>
      )}
    </View>
  )
}

/** Whom to call, once asked for: that it was looked at is written down for its owner. */
function Phone({ loan, who }: { loan: DeskLoan; who: string }) {
  const [phone, setPhone] = useState<string | null>()
  const look = useAction((intent) =>
    call.loan.contact({ intent, thing: loan.thing, loan: loan.id, reason: words.phoneReason }),
  )
  const ask = async () => {
    const answer = await look.run(null)
    if (answer.ok) setPhone(answer.value.phone)
  }
  if (phone !== undefined) return <View {...spokenAs('status')}>{phone ?? words.noNumber}</View>
  return (
    <View className='loans-chips'>
      <Chip kind='button' label={`${who}，${words.phone}`} onPress={() => void ask()}>
        {words.phone}
      </Chip>
      {look.problem && <Trouble problem={look.problem} retry={() => void ask()} close={look.dismiss} />}
    </View>
  )
}
