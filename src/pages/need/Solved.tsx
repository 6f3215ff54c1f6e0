import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Trouble } from '../../components/Trouble'
import type { NeedPage } from '../../domain/need-page'
import { needWords } from '../../text/need-words'

interface SolvedProps {
  need: NeedPage
  ask(question: ConfirmQuestion): Promise<boolean>
  onDone(): Promise<void>
}

/** Its author says whether it is solved, or that it is not needed any more. */
export function Solved({ need, ask, onDone }: SolvedProps) {
  const words = needWords(useDisplay().elder)
  const solve = useAction((intent, input: { solved: boolean }) => call.need.solve({ intent, need: need.id, ...input }))
  const withdraw = useAction((intent, input: { need: string }) => call.need.withdraw({ intent, ...input }))
  const say = async (solved: boolean) => {
    if ((await solve.run({ solved })).ok) await onDone()
  }
  const take = async () => {
    if (!(await ask(words.withdrawConfirm))) return
    if ((await withdraw.run({ need: need.id })).ok) await onDone()
  }
  const problem = solve.problem ?? withdraw.problem
  return (
    <View>
      <View className='field-label'>{words.solvedAsk}</View>
      {problem && (
        <Trouble
          problem={problem}
          retry={() => void (solve.problem ? solve.again() : withdraw.again())}
          refresh={() => void onDone()}
          close={() => {
            solve.dismiss()
            withdraw.dismiss()
          }}
        />
      )}
      <View className='need-answers'>
        <Button kind='plain' busy={solve.busy} onPress={() => say(true)}>
          {words.solved}
        </Button>
        {need.answeredAt !== null && (
          <Button kind='plain' busy={solve.busy} onPress={() => say(false)}>
            {words.unsolved}
          </Button>
        )}
        <Button kind='danger' busy={withdraw.busy} onPress={take}>
          {words.withdraw}
        </Button>
      </View>
    </View>
  )
}
