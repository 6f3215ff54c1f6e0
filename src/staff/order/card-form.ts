import type { AgeBand } from '../../domain/age'
import type { Reach } from '../../domain/order'

/** What is entered of a paper card, before it is an order. */
export interface Card {
  holder: string | null
  name: string
  band: AgeBand
  building: string | null
  room: string
  item: string | null
  box: string | null
  /** Which of the things that the box may mean; nothing until it is said. */
  kind: string | null
  words: string
  reach: Reach
  consent: boolean
}

export const blank: Card = {
  holder: null,
  name: '',
  band: '60-79',
  building: null,
  room: '',
  item: null,
  box: null,
  kind: null,
  words: '',
  reach: 'knock',
  consent: false,
}

/** What stands on the card in words: a box that is no item of the menu, and whatever was written. */
export function saidOn({ item, box, words: written }: Card): string | null {
  const text = [item === null ? box : null, written.trim() || null].filter((each) => each !== null).join('，')
  return text.length < 2 ? null : text
}

export interface CardPart {
  card: Card
  error: string | null
  onChange(more: Partial<Card>): void
}
