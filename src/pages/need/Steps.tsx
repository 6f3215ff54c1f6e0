import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { IntroductionPage } from '../../domain/introduction'
import { needWords } from '../../text/need-words'
import { SharePhone } from './SharePhone'

interface StepsProps {
  page: IntroductionPage
  ask(question: ConfirmQuestion): Promise<boolean>
  onDone(): Promise<void>
}

/** What one of both can do now: say yes or no, call it off, say that it is done. */
export function Steps({ page, ask, onDone }: StepsProps) {
  const words = needWords(useDisplay().elder)
  const now = useNow()
  const [shares, setShares] = useState(false)
  const { id, state, mine, hasPhone } = page
  const agree = useAction((intent, input: { shares: boolean }) =>
    call.introduction.agree({ intent, introduction: id, ...input }),
  )
  const step = useAction((intent, input: { to: 'decline' | 'end' | 'done' }) =>
    call.introduction.step({ intent, introduction: id, ...input }),
  )
  const yes = async () => {
    if ((await agree.run({ shares: shares && hasPhone })).ok) await onDone()
  }
  const take = (to: 'decline' | 'end' | 'done', question?: ConfirmQuestion) => async () => {
    if (question && !(await ask(question))) return
    if ((await step.run({ to })).ok) await onDone()
  }
  const problem = agree.problem ?? step.problem
  return (
    <View>
      {problem && (
        <Trouble
          problem={problem}
          retry={() => void (agree.problem ? agree.again() : step.again())}
          refresh={() => void onDone()}
          close={() => {
            agree.dismiss()
            step.dismiss()
          }}
        />
      )}
      {state === 'asked' && !mine && <View>{words.waitingAnswer(page.lapsesAt, now)}</View>}
      {mine && hasPhone && <SharePhone on={shares} onChange={setShares} />}
      <View className='need-answers'>
        {mine && (
          <Button busy={agree.busy} onPress={yes}>
            {words.agree}
          </Button>
        )}
        {mine && (
          <Button kind='plain' busy={step.busy} onPress={take('decline', words.declineConfirm)}>
            {words.decline}
          </Button>
        )}
        {state === 'asked' && !mine && (
          <Button kind='plain' busy={step.busy} onPress={take('end')}>
            {words.endAsk}
          </Button>
        )}
        {state === 'agreed' && (
          <Button busy={step.busy} onPress={take('done')}>
            {words.done}
          </Button>
        )}
        {state === 'agreed' && (
          <Button kind='danger' busy={step.busy} onPress={take('end', words.endConfirm)}>
            {words.callOff}
          </Button>
        )}
      </View>
    </View>
  )
}
