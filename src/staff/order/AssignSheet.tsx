import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useConfirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { OfferedTo } from '../../domain/order'
import type { OrderPage } from '../../domain/order-page'
import type { OrderChoice } from '../../domain/order-desk-page'
import { deskWords as words, unlistedQuestion } from '../../text/order-desk-words'
import { fullQuestion } from '../../text/provider-week-words'
import { Choices } from './Choices'
import { ChosenLoads, fullOf, useLoads } from './ChosenLoads'

interface AssignSheetProps {
  page: OrderPage
  onClose(): void
  onDone(): Promise<void>
}

/** To whom it is given: as many people as must go, or a team or an organisation that sees to it. */
export function AssignSheet({ page, onClose, onDone }: AssignSheetProps) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<OrderChoice[]>([])
  const sought = typed.trim() || null
  const found = useQuery(
    `order.providers.${page.id}.${sought}`,
    () => call.order.providers({ order: page.id, words: sought }),
    false,
  )
  const [question, ask] = useConfirm()
  const give = useAction((intent, { to, unlisted }: { to: OfferedTo; unlisted: boolean }) =>
    call.order.assign({ intent, order: page.id, to, unlisted }),
  )
  const choose = (choice: OrderChoice) =>
    setChosen((before) => {
      if (before.some(({ id }) => id === choice.id)) return before.filter(({ id }) => id !== choice.id)
      if (choice.kind !== 'member') return [choice]
      return [...before.filter(({ kind }) => kind === 'member'), choice].slice(-page.need)
    })
  const loads = useLoads(page.id)
  const full = fullOf(loads, chosen)
  const to = offerOf(chosen)
  const stranger = chosen.find(({ known }) => known === 'neither')
  const run = async () => {
    if (!to) return
    if (full !== undefined && !(await ask(fullQuestion(full)))) return
    if (stranger && !(await ask(unlistedQuestion(stranger.name)))) return
    const answer = await give.run({ to, unlisted: stranger !== undefined })
    if (answer.ok) return onDone()
    // The menu was changed meanwhile: it is asked now.
    if (answer.reason !== 'order-unlisted') return
    give.dismiss()
    if ((await ask(unlistedQuestion(answer.name))) && (await give.run({ to, unlisted: true })).ok) await onDone()
  }
  const shown = [...chosen, ...(found.value ?? []).filter(({ id }) => !chosen.some((each) => each.id === id))]
  if (question) return question
  return (
    <Sheet title={words.assignTitle(page.need)} onClose={onClose}>
      <Field label={words.assignFind} value={typed} maxLength={12} onChange={setTyped} />
      {!found.value && found.loading && <Loading cards={1} />}
      <Choices choices={shown} chosen={chosen} onChoose={choose} />
      <ChosenLoads loads={loads} chosen={chosen} />
      {found.value?.length === 0 && <View className='soft desk-note'>{words.assignNone}</View>}
      {give.problem && <Trouble problem={give.problem} retry={() => void give.again()} close={give.dismiss} />}
      <Button busy={give.busy} disabled={!to} onPress={run}>
        {words.assignDo}
      </Button>
    </Sheet>
  )
}

function offerOf(chosen: readonly OrderChoice[]): OfferedTo | undefined {
  const [first] = chosen
  if (!first) return undefined
  return first.kind === 'member'
    ? { kind: 'people', ids: chosen.map(({ id }) => id) }
    : { kind: first.kind, id: first.id }
}
