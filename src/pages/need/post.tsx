import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Lines } from '../../components/Lines'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import type { Reading } from '../../domain/need-page'
import '../../text/need-refusals'
import { needWords } from '../../text/need-words'
import { after, Speak } from '../Speak'
import { Calls } from './Calls'
import { Understood } from './Understood'
import './need.css'

/** As long as a sentence may be. */
const longest = 200

/** One sentence, then what was understood of it, to be corrected; then it is posted. */
export default function Post() {
  const { params } = useRouter()
  const kind = params.kind === 'offer' ? 'offer' : 'need'
  // From the menu: what stands there, and its words to begin with. Whoever writes something else means something else.
  const said = params.words === undefined ? '' : decoded(params.words).slice(0, longest)
  const [from] = useState({ item: params.item ?? null, words: said })
  const words = needWords(useDisplay().elder)
  const [text, setText] = useState(said)
  const [reading, setReading] = useState<Reading>()
  const read = useAction((_, asked: { text: string; item: string | null }) => call.need.read(asked))
  const item = text.trim() === from.words.trim() ? from.item : null
  const next = async () => {
    const answer = await read.run({ text: text.trim(), item: kind === 'need' ? item : null })
    if (answer.ok) setReading(answer.value)
  }
  const need = kind === 'need'
  return (
    <Screen
      title={need ? words.needTitle : words.offerTitle}
      action={
        !reading && (
          <Button busy={read.busy} disabled={text.trim().length < 2} onPress={next}>
            {words.next}
          </Button>
        )
      }
    >
      {reading ? (
        <View>
          {need && <Calls calls={reading.calls} />}
          <View className='need-text need-large'>{text}</View>
          <Understood key={text} kind={kind} text={text.trim()} reading={reading} fromMenu={need && item !== null} />
          <Button kind='plain' onPress={() => setReading(undefined)}>
            {words.again}
          </Button>
        </View>
      ) : (
        <View>
          <Lines
            label={need ? words.needLabel : words.offerLabel}
            hint={need ? words.needHint : words.offerHint}
            value={text}
            maxLength={longest}
            onChange={(typed) => setText(typed.replace(/\s*\n\s*/g, ' '))}
          />
          <Speak onHeard={(heard) => setText(after(text, heard, longest))} />
          {from.words !== '' && <View className='soft need-from'>{words.fromMenu}</View>}
          {read.problem && <Trouble problem={read.problem} retry={next} close={read.dismiss} />}
        </View>
      )}
    </Screen>
  )
}

/** As the address says it; one that was written by hand may be no address at all. */
function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}
