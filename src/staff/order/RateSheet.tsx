import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { Score } from '../../domain/order'
import { deskWords as words } from '../../text/order-desk-words'
import { orderWords } from '../../text/order-words'

const scores: Score[] = [5, 4, 3, 2, 1]

/** Staff write down how someone without a phone judged it, as they said it. */
export function RateSheet({ order, onClose, onDone }: { order: string; onClose(): void; onDone(): Promise<void> }) {
  const [score, setScore] = useState<Score>()
  const rate = useAction((intent, given: Score) => call.order.rate({ intent, order, score: given, comment: null }))
  const run = async () => {
    if (score && (await rate.run(score)).ok) await onDone()
  }
  const { faces, rateDo } = orderWords(false)
  return (
    <Sheet title={words.rateFor} onClose={onClose}>
      <View className='desk-chips desk-note'>
        {scores.map((each) => (
          <Chip key={each} kind='radio' on={score === each} onPress={() => setScore(each)}>
            {faces[each - 1] ?? ''}
          </Chip>
        ))}
      </View>
      {rate.problem && <Trouble problem={rate.problem} retry={() => void rate.again()} close={rate.dismiss} />}
      <Button busy={rate.busy} disabled={score === undefined} onPress={run}>
        {rateDo}
      </Button>
    </Sheet>
  )
}
