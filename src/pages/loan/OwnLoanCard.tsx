import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { isOverdue } from '../../domain/loan'
import type { OwnLoan } from '../../domain/loan-page'
import { giveUpConfirm, loanSentence, loanStateWords, loanWords } from '../../text/loan-words'

interface OwnLoanCardProps {
  loan: OwnLoan
  now: number
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

/** One of one's own loans: what it is, for whom, until when, and what may be done about it. */
export function OwnLoanCard({ loan, now, ask, onChanged }: OwnLoanCardProps) {
  const { elder } = useDisplay()
  const words = loanWords(elder)
  const named = (intent: string) => ({ intent, thing: loan.thing, loan: loan.id })
  const cancel = useAction((intent) => call.loan.cancel(named(intent)))
  const take = useAction((intent) => call.loan.take(named(intent)))
  const extend = useAction((intent) => call.loan.extend(named(intent)))
  const late = isOverdue(loan, now)
  const { state } = loan
  const asked = state === 'kept' || state === 'waiting' || state === 'offered'
  const settled = async (answer: { ok: boolean } | undefined, toast: string) => {
    if (!answer?.ok) return
    void Taro.showToast({ title: toast, icon: 'none' })
    await onChanged()
  }
  const giveUp = async () => {
    if (await ask(giveUpConfirm(state === 'waiting'))) await settled(await cancel.run(null), words.cancelled)
  }
  const act = [cancel, take, extend].find(({ problem }) => problem)
  const close = () => {
    act?.dismiss()
    void onChanged()
  }
  return (
    <Card>
      <View className='loan-card-head'>
        <View className='loan-name'>
          {loan.name}
          {loan.person.name !== '' && <View className='soft'>{loan.person.name}</View>}
        </View>
        <Tag tone={late ? 'red' : state === 'offered' ? 'amber' : asked || state === 'out' ? 'jade' : 'plain'}>
          {loanStateWords(state, late)}
        </Tag>
      </View>
      <View className={late ? 'loan-late' : ''}>{loanSentence(loan, now)}</View>
      {act?.problem && <Trouble problem={act.problem} retry={() => void act.again()} refresh={close} close={close} />}
      {(asked || loan.extends) && (
        <View className='loan-deeds'>
          {state === 'offered' && (
            <Button
              busy={take.busy}
              label={`${loan.name}，${words.take}`}
              onPress={async () => settled(await take.run(null), words.kept)}
            >
              {words.take}
            </Button>
          )}
          {loan.extends && (
            <Button
              kind='plain'
              busy={extend.busy}
              label={`${loan.name}，${words.extend}`}
              onPress={async () => settled(await extend.run(null), words.extended)}
            >
              {words.extend}
            </Button>
          )}
          {asked && (
            <Button kind='plain' busy={cancel.busy} label={`${loan.name}，${words.cancel}`} onPress={giveUp}>
              {words.cancel}
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
