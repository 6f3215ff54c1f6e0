import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Tag } from '../../components/Tag'
import type { DeskLoan, DeskThing } from '../../domain/loan-page'
import { borrowerWords, deskSentence, loanDeskWords as words } from '../../text/loan-desk-words'

interface LoanRowProps {
  thing: DeskThing
  loan: DeskLoan
  now: number
  busy: boolean
  onHandOut(): Promise<void>
  onTakeBack(): void
}

/** One loan: who, what, until when, and the one thing to do about it. */
export function LoanRow({ thing, loan, now, busy, onHandOut, onTakeBack }: LoanRowProps) {
  const who = borrowerWords(loan)
  const { state, late } = loan
  return (
    <View className='loans-row'>
      <View className='loans-words'>
        <View className='loans-name'>{who}</View>
        <View>{thing.name}</View>
        <View className={late > 0 ? 'loans-late' : 'soft'}>
          {[deskSentence(loan, now), loan.building].filter(Boolean).join(' · ')}
        </View>
        {loan.urgent && <Tag tone='red'>{words.urgent}</Tag>}
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
