import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { spokenAs } from '../../components/press'
import type { MenuCard, MenuFound } from '../../domain/menu-page'
import { isOrdered } from '../../domain/order-item'
import { orderWords } from '../../text/order-words'

/** How long after the last letter one begins to look, in milliseconds; and how many are shown. */
const pause = 400
const most = 3

interface SuggestionsProps {
  words: string
  onItem(card: Pick<MenuCard, 'code' | 'name'>): void
  /** Words that must not wait: shown at once, not only when one sends them. */
  onUrgent(urgent: NonNullable<MenuFound['urgent']>): void
}

/** What of the menu answers what one writes, as one writes it; a tap chooses it. */
export function Suggestions({ words, onItem, onUrgent }: SuggestionsProps) {
  const settled = useSettled(words.trim())
  return settled.length < 2 ? null : <Found words={settled} onItem={onItem} onUrgent={onUrgent} />
}

function Found({ words, onItem, onUrgent }: SuggestionsProps) {
  const { elder } = useDisplay()
  const texts = orderWords(elder)
  const { value } = useQuery(`menu.search.${words}`, () => call.menu.search({ words }), false)
  const urgent = value?.urgent
  useEffect(() => {
    if (urgent) onUrgent(urgent)
  }, [urgent, onUrgent])
  if (!value) return null
  // What is not on the menu keeps its own rules too; the form says that staff look at it first.
  const items = [...value.items, ...value.beyond].filter(isOrdered).slice(0, most)
  return (
    <View className='order-suggestions' {...spokenAs('status')}>
      {value.quiet && <View className='soft order-hint'>{texts.quiet}</View>}
      {!value.quiet && items.length > 0 && (
        <View>
          <View className='soft order-hint'>{texts.onMenu}</View>
          {items.map((card) => (
            <LinkRow key={card.code} label={card.name} note={card.description} onPress={() => onItem(card)} />
          ))}
        </View>
      )}
    </View>
  )
}

/** What was written, once it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
