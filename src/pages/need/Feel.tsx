import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Choice } from '../../components/Choice'
import { useDisplay } from '../../components/display'
import { Lines } from '../../components/Lines'
import { Trouble } from '../../components/Trouble'
import type { IntroductionPage } from '../../domain/introduction'
import { needWords } from '../../text/need-words'

/** How it was: one tap, and a word if one likes; the other one does not read it. */
export function Feel({ page, onDone }: { page: IntroductionPage; onDone(): Promise<void> }) {
  const words = needWords(useDisplay().elder)
  const [good, setGood] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const send = useAction((intent, input: { good: boolean; words: string | null }) =>
    call.introduction.feedback({ intent, introduction: page.id, ...input }),
  )
  if (page.felt) return <View className='soft'>{words.thanks}</View>
  const press = async () => {
    if ((await send.run({ good: good === 'good', words: said.trim() || null })).ok) await onDone()
  }
  return (
    <Card>
      <Choice
        label={words.feel}
        columns={2}
        options={[
          { value: 'good', label: words.good },
          { value: 'bad', label: words.bad },
        ]}
        value={good}
        onChange={setGood}
      />
      <Lines
        label={words.feelWords}
        value={said}
        maxLength={200}
        onChange={(typed) => setSaid(typed.replace(/\n/g, ' '))}
      />
      {send.problem && <Trouble problem={send.problem} retry={press} close={send.dismiss} />}
      <View className='need-answers'>
        <Button busy={send.busy} disabled={good === null} onPress={press}>
          {words.send}
        </Button>
      </View>
    </Card>
  )
}
