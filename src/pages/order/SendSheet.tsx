import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { callName } from '../../domain/order-input'
import { sendWords } from '../../text/order-send-words'
import type { DeedInput } from './DeedSheet'

interface SendSheetProps {
  /** How many must go. */
  need: number
  /** Whom it said before. */
  sent: string | null
  busy: boolean
  /** What came of the last try, where it did not succeed. */
  trouble?: ReactNode
  onDo(input: DeedInput): Promise<void>
  onClose(): void
}

const wrongName = (name: string): boolean => !v.safeParse(callName, name).success

/** Whom an organisation sends, by name: as many as must go, and one more where it likes. */
export function SendSheet({ need, sent, busy, trouble, onDo, onClose }: SendSheetProps) {
  const { elder } = useDisplay()
  const words = sendWords(elder)
  const before = sent?.split('、') ?? []
  const [names, setNames] = useState(() =>
    Array.from({ length: Math.max(need + 1, before.length) }, (_, nth) => before[nth] ?? ''),
  )
  const [tried, setTried] = useState(false)
  const said = names.map((name) => name.trim())
  const wrong = said.map((name, nth) =>
    name === ''
      ? nth < need
        ? words.short
        : null
      : wrongName(name)
        ? words.only
        : said.indexOf(name) < nth
          ? words.same
          : null,
  )
  const send = async () => {
    setTried(true)
    if (wrong.every((each) => each === null)) await onDo({ names: said.filter((name) => name !== '') })
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className='soft order-hint'>{words.note}</View>
      {names.map((name, nth) => (
        <Field
          // The places stay as they are.
          key={words.one(nth, need)}
          label={words.one(nth, need)}
          value={name}
          maxLength={12}
          error={tried ? (wrong[nth] ?? null) : null}
          onChange={(text) => setNames(names.map((each, place) => (place === nth ? text : each)))}
        />
      ))}
      {trouble}
      <Button busy={busy} onPress={send}>
        {words.do}
      </Button>
    </Sheet>
  )
}
