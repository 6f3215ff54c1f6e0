import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import type { MenuFound } from '../../domain/menu-page'
import { isOrdered } from '../../domain/order-item'
import { settleWords as words } from '../../text/order-settle-words'

/** An item that was chosen, by its code and name. */
export interface Sought {
  code: string
  name: string
}

interface ItemSearchProps {
  label: string
  /** What is looked for at first. */
  said: string
  chosen: Sought | null
  onChoose(item: Sought | null): void
}

/** The longest that is looked for at once. */
const longest = 60

/** An item of the whole menu, and of the catalogue beyond it, by everyday words; only what is ordered at all. */
export function ItemSearch({ label, said, chosen, onChoose }: ItemSearchProps) {
  const [typed, setTyped] = useState('')
  const sought = (typed.trim() || said.trim()).slice(0, longest)
  const found = useQuery(
    `order.items.${sought}`,
    async (): Promise<Answer<Pick<MenuFound, 'items' | 'beyond'>>> =>
      sought === '' ? { ok: true, value: { items: [], beyond: [] } } : call.menu.search({ words: sought }),
    false,
  )
  const items: Sought[] = (found.value?.items ?? []).filter(isOrdered)
  const beyond: Sought[] = (found.value?.beyond ?? []).filter(isOrdered)
  const known = [...items, ...beyond]
  const shown = chosen && !known.some(({ code }) => code === chosen.code) ? [chosen, ...known] : known
  return (
    <View>
      <Field label={label} hint={words.findHint} value={typed} maxLength={20} onChange={setTyped} />
      {shown.length > 0 && <View className='soft'>{words.found}</View>}
      {shown.length > 0 && (
        <View className='desk-chips desk-note' aria-label={words.found} {...spokenAs('group')}>
          {shown.map(({ code, name }) => (
            <Chip
              key={code}
              kind='radio'
              on={chosen?.code === code}
              label={beyond.some((each) => each.code === code) ? `${name}，${words.beyond}` : name}
              onPress={() => onChoose(chosen?.code === code ? null : { code, name })}
            >
              {name}
            </Chip>
          ))}
        </View>
      )}
      {typed.trim() !== '' && found.value && shown.length === 0 && <View className='soft desk-note'>{words.none}</View>}
    </View>
  )
}
