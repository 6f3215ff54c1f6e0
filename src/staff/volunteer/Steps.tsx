import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { VolunteerPage } from '../../domain/shift-page'
import { personWords as words, staffWords } from '../../text/volunteer-staff-words'
import { trainingWords } from '../../text/volunteer-option-words'

type Step = Parameters<typeof call.volunteer.decide>[0]['step']

interface StepsProps {
  page: VolunteerPage
  onChanged(): Promise<void>
}

/** The steps that are open now, the next one first. */
function stepsOf({ row, trained, cleared, minor }: VolunteerPage): { label: string; step: Step; main?: true }[] {
  const { state } = row
  if (state === 'left' || state === 'suspended') return []
  const basics = trained.includes('basics')
  const topics = (['home-visits', 'minors'] as const).filter((topic) => !minor || topic !== 'home-visits')
  return [
    ...(state === 'applied' ? [{ label: words.accept, step: { kind: 'accept' }, main: true } as const] : []),
    ...(!basics && state !== 'applied'
      ? [{ label: words.train(trainingWords.basics), step: { kind: 'train', topic: 'basics' }, main: true } as const]
      : []),
    ...(basics && (state === 'applied' || state === 'training')
      ? [{ label: words.admit, step: { kind: 'admit' }, main: true } as const]
      : []),
    ...(state === 'applied' ? [] : topics).map((topic) => {
      const name = trainingWords[topic]
      if (!trained.includes(topic)) return { label: words.train(name), step: { kind: 'train', topic } as const }
      const yes = !cleared.includes(topic)
      return { label: yes ? words.clear(name) : words.unclear(name), step: { kind: 'clear', topic, yes } as const }
    }),
  ]
}

/** What staff can do with a volunteer: the next step large, the others below it; a suspension with its reason. */
export function Steps({ page, onChanged }: StepsProps) {
  const [asking, setAsking] = useState<'suspend' | 'restore'>()
  const act = useAction((intent, step: Step) => call.volunteer.decide({ intent, volunteer: page.row.id, step }))
  const run = async (step: Step) => {
    if (!(await act.run(step)).ok) return
    setAsking(undefined)
    void Taro.showToast({ title: staffWords.saved, icon: 'none' })
    await onChanged()
  }
  const { state } = page.row
  return (
    <View className='duty-deeds'>
      {act.problem && !asking && (
        <Trouble problem={act.problem} retry={() => void act.again()} refresh={onChanged} close={act.dismiss} />
      )}
      {stepsOf(page).map(({ label, step, main }) => (
        <Button key={label} kind={main ? 'primary' : 'plain'} busy={act.busy} onPress={() => run(step)}>
          {label}
        </Button>
      ))}
      {state !== 'left' && (
        <Button
          kind={state === 'suspended' ? 'plain' : 'danger'}
          onPress={() => setAsking(state === 'suspended' ? 'restore' : 'suspend')}
        >
          {state === 'suspended' ? words.restore : words.suspend}
        </Button>
      )}
      {asking && (
        <ReasonSheet
          title={words[asking]}
          busy={act.busy}
          onClose={() => setAsking(undefined)}
          onSend={(reason) => run({ kind: asking, reason })}
        >
          {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
        </ReasonSheet>
      )}
    </View>
  )
}

interface ReasonSheetProps {
  title: string
  busy: boolean
  children?: ReactNode
  onClose(): void
  onSend(reason: string): Promise<void>
}

/** Why, in words that whom it concerns will read. */
export function ReasonSheet({ title, busy, children, onClose, onSend }: ReasonSheetProps) {
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const short = reason.trim().length < 2
  const send = async () => {
    setShown(true)
    if (!short) await onSend(reason.trim())
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <Field
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        maxLength={60}
        error={shown && short ? words.reasonShort : null}
        onChange={setReason}
      />
      {children}
      <Button kind='danger' busy={busy} onPress={send}>
        {title}
      </Button>
    </Sheet>
  )
}
