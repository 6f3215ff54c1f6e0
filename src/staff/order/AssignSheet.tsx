import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { OfferedTo } from '../../domain/order'
import type { OrderChoice, OrderPage } from '../../domain/order-page'
import { dot } from '../../text/spacing'
import { deskWords as words, whyNotChosen } from '../../text/order-desk-words'
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
  const give = useAction((intent, to: OfferedTo) => call.order.assign({ intent, order: page.id, to }))
  const choose = (choice: OrderChoice) =>
    setChosen((before) => {
      if (before.some(({ id }) => id === choice.id)) return before.filter(({ id }) => id !== choice.id)
      if (choice.kind !== 'member') return [choice]
      return [...before.filter(({ kind }) => kind === 'member'), choice].slice(-page.need)
    })
  const loads = useLoads(page.id)
  const full = fullOf(loads, chosen)
  const to = offerOf(chosen)
  const run = async () => {
    if (to && (await give.run(to)).ok) await onDone()
  }
  const shown = [...chosen, ...(found.value ?? []).filter(({ id }) => !chosen.some((each) => each.id === id))]
  return (
    <Sheet title={words.assignTitle(page.need)} onClose={onClose}>
      <Field label={words.assignFind} value={typed} maxLength={12} onChange={setTyped} />
      {!found.value && found.loading && <Loading cards={1} />}
      <View className='desk-chips desk-note'>
        {shown.map((choice) => (
          <Chip
            key={choice.id}
            on={chosen.some(({ id }) => id === choice.id)}
            disabled={choice.whyNot !== null}
            label={[`${choice.name} ${words.kinds[choice.kind]}`, whyNotChosen(choice.whyNot)]
              .filter(Boolean)
              .join('，')}
            onPress={() => choose(choice)}
          >
            {[choice.name, choice.staff ? words.staffTag : words.kinds[choice.kind]].filter(Boolean).join(dot)}
          </Chip>
        ))}
      </View>
      {reasonsOf(shown).map(([reason, names]) => (
        <View key={reason} className='soft desk-note'>{`${reason}：${names.join('、')}`}</View>
      ))}
      {shown.some(({ whyNot }) => whyNot !== null) && <View className='soft desk-note'>{words.whyNotNext}</View>}
      <ChosenLoads loads={loads} chosen={chosen} />
      {found.value?.length === 0 && <View className='soft desk-note'>{words.assignNone}</View>}
      {give.problem && <Trouble problem={give.problem} retry={() => void give.again()} close={give.dismiss} />}
      <Button busy={give.busy} disabled={!to} onPress={run}>
        {full === undefined ? words.assignDo : words.assignFull}
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

/** Why some cannot be chosen, each reason once with whom it is about. */
function reasonsOf(choices: readonly OrderChoice[]): [reason: string, names: string[]][] {
  const reasons = new Map<string, string[]>()
  for (const { name, whyNot } of choices) {
    const reason = whyNotChosen(whyNot)
    if (reason !== null) reasons.set(reason, [...(reasons.get(reason) ?? []), name])
  }
  return [...reasons]
}
