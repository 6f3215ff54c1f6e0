import { View } from '@tarojs/components'
import type { InferOutput } from 'valibot'
import { type ReactNode, useState } from 'react'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Choice, type Option } from '../../components/Choice'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Lines } from '../../components/Lines'
import { Sheet } from '../../components/Sheet'
import { When } from '../../components/When'
import { type ReportKind, reportKinds, type Score, type Series, type Slot } from '../../domain/order'
import type { Deed } from '../../domain/order-deed'
import type { correctInput } from '../../domain/order-input'
import { orderWords } from '../../text/order-words'
import { deedWords, reportWords, usualReasons } from '../../text/order-deed-words'

/** What a deed needs besides the order. */
export interface DeedInput {
  reason?: string
  slot?: Slot
  score?: Score
  series?: Series
  report?: ReportKind
  text?: string | null
  where?: WhereSaid
  names?: string[]
}

/** Where it is, and how they are reached, as it is said now. */
export type WhereSaid = Omit<InferOutput<typeof correctInput>, 'intent' | 'order'>

interface DeedSheetProps {
  deed: Deed
  now: number
  busy: boolean
  /** What came of the last try, where it did not succeed. */
  trouble?: ReactNode
  onDo(input: DeedInput): Promise<void>
  onClose(): void
}

/** What has to be said with a deed: a reason, a time, a judgement. */
export function DeedSheet(props: DeedSheetProps) {
  const { elder } = useDisplay()
  const { deed, trouble, onClose } = props
  const words = orderWords(elder)
  const title =
    deed === 'rate'
      ? words.rateTitle
      : deed === 'report'
        ? words.reportTitle
        : isTime(deed)
          ? words.timeTitle
          : words.whyTitle
  return (
    <Sheet title={title} onClose={onClose}>
      {deed === 'rate' ? (
        <Rate {...props} />
      ) : deed === 'report' ? (
        <Report {...props} />
      ) : isTime(deed) ? (
        <Time {...props} />
      ) : (
        <Reason {...props} />
      )}
      {trouble}
    </Sheet>
  )
}

const isTime = (deed: Deed): boolean => deed === 'schedule' || deed === 'move'

/** Which deeds ask for something first. */
export const asksFirst = (deed: Deed): boolean =>
  isTime(deed) || ['take', 'rate', 'report', 'decline', 'handOn', 'complain', 'correct', 'send'].includes(deed)

function Reason({ deed, busy, onDo }: DeedSheetProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const short = reason.trim().length < 2
  const send = async () => {
    setTried(true)
    if (!short) await onDo({ reason: reason.trim() })
  }
  return (
    <View>
      <View className='order-chips'>
        {(usualReasons[deed] ?? []).map((each) => (
          <Chip key={each} kind='radio' on={reason === each} onPress={() => setReason(each)}>
            {each}
          </Chip>
        ))}
      </View>
      <Field
        label={words.why}
        hint={words.whyHint(deed === 'complain' || deed === 'decline')}
        value={reason}
        maxLength={100}
        error={tried && short ? words.whyShort : null}
        onChange={setReason}
      />
      <Button busy={busy} onPress={send}>
        {deedWords(elder)[deed]}
      </Button>
    </View>
  )
}

function Time({ now, busy, onDo }: DeedSheetProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const [slot, setSlot] = useState<Slot | null>(null)
  return (
    <View>
      <When label={words.facts.when} now={now} open={false} value={slot} onChange={setSlot} />
      <Button busy={busy} disabled={slot === null} onPress={async () => (slot ? onDo({ slot }) : undefined)}>
        {words.timeDo}
      </Button>
    </View>
  )
}

const scores: Score[] = [1, 2, 3, 4, 5]

function Rate({ busy, onDo }: DeedSheetProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const [score, setScore] = useState<Score>()
  const [text, setText] = useState('')
  return (
    <View>
      <View className='order-chips'>
        {[...scores].reverse().map((each) => (
          <Chip key={each} kind='radio' on={score === each} onPress={() => setScore(each)}>
            {words.faces[each - 1] ?? ''}
          </Chip>
        ))}
      </View>
      <Lines label={words.rateWords} value={text} maxLength={200} onChange={setText} />
      <Button
        busy={busy}
        disabled={score === undefined}
        onPress={async () => (score ? onDo({ score, text: text.trim().length < 2 ? null : text.trim() }) : undefined)}
      >
        {words.rateDo}
      </Button>
    </View>
  )
}

function Report({ busy, onDo }: DeedSheetProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const [report, setReport] = useState<ReportKind>('well')
  const [text, setText] = useState('')
  return (
    <View>
      <View className='soft order-hint'>{words.reportNote}</View>
      <Choice
        label={words.reportTitle}
        value={report}
        options={reportKinds.map((each): Option<ReportKind> => ({ value: each, label: reportWords[each] }))}
        onChange={(each) => setReport(each)}
      />
      <Lines label={words.reportMore} value={text} maxLength={200} onChange={setText} />
      <Button busy={busy} onPress={() => onDo({ report, text: text.trim().length < 2 ? null : text.trim() })}>
        {words.rateDo}
      </Button>
    </View>
  )
}
