import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { DrawnFor, ResourceCard } from '../../domain/resource'
import { leftWords, providerWords as words, wrongProvider } from '../../text/provider-words'
import { readAmount } from './amount'
import { Coming } from './Coming'

interface MoveSheetProps {
  card: ResourceCard
  deed: 'add' | 'draw' | 'giveBack' | 'takeBack'
  /** Of which draw something comes back. */
  draw?: string | undefined
  /** What it is drawn for, where that is known. */
  drawFor?: DrawnFor
  /** Whose activities alone it may be drawn for, by the organiser's name. */
  of?: string | undefined
  onClose(): void
  onChanged(): Promise<void>
}

interface Told {
  amount: number
  activity: { id: string; title: string } | null
  title: string
  note: string | null
}

/** So much comes or goes, and for what. */
export function MoveSheet({ card, deed, draw = '', drawFor, of, onClose, onChanged }: MoveSheetProps) {
  const [amount, setAmount] = useState('')
  const [title, setTitle] = useState('')
  const [note, setNote] = useState('')
  const [activity, setActivity] = useState<{ id: string; title: string }>()
  const [shown, setShown] = useState(false)
  const act = useAction((intent, { title: what, activity: on, ...told }: Told) => {
    const moved = { intent, resource: card.id, ...told }
    if (deed === 'draw') {
      const drawnFor =
        drawFor ?? (on ? { noun: 'activity' as const, ...on } : { noun: 'other' as const, id: intent, title: what })
      return call.provider.draw({ ...moved, for: drawnFor })
    }
    if (deed === 'giveBack') return call.provider.giveBack({ ...moved, draw })
    return deed === 'add' ? call.provider.add(moved) : call.provider.takeBack(moved)
  })
  const read = readAmount(amount, card.kind)
  const money = card.kind === 'money'
  const open = deed === 'draw' && !drawFor
  const untitled = open && !activity && title.trim() === ''
  const put = async () => {
    setShown(true)
    if (read === undefined || untitled) return
    const answer = await act.run({
      amount: read,
      activity: activity ?? null,
      title: title.trim(),
      note: note.trim() === '' ? null : note.trim(),
    })
    if (!answer.ok) return
    void Taro.showToast({ title: words.done, icon: 'none' })
    await onChanged()
  }
  return (
    <Sheet title={`${words[deed]}：${card.name}`} onClose={onClose}>
      <Field
        label={money ? words.yuan : words.howMany(card.unit)}
        {...((deed === 'draw' || deed === 'takeBack') && { hint: leftWords(card) })}
        value={amount}
        error={shown && read === undefined ? (money ? wrongProvider.yuan : wrongProvider.amount) : null}
        maxLength={9}
        onChange={setAmount}
      />
      {open && <Coming of={of} chosen={activity?.id} onChoose={setActivity} />}
      {open && !activity && (
        <Field
          label={words.drawFor}
          hint={words.drawForHint}
          value={title}
          error={shown && untitled ? wrongProvider.title : null}
          maxLength={30}
          onChange={setTitle}
        />
      )}
      <Field label={words.note} value={note} maxLength={40} onChange={setNote} />
      {act.problem && (
        <Trouble
          problem={act.problem}
          retry={() => void act.again()}
          refresh={() => void onChanged()}
          close={act.dismiss}
        />
      )}
      <Button busy={act.busy} onPress={put}>
        {words[deed]}
      </Button>
    </Sheet>
  )
}
