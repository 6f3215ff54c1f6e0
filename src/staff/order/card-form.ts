import type { AgeBand } from '../../domain/age'
import type { Guardian, Reach, Slot } from '../../domain/order'
import { beginningOf } from '../../domain/order-own'

/** What is entered of a paper card, before it is an order. */
export interface Card {
  holder: string | null
  name: string
  band: AgeBand
  building: string | null
  room: string
  item: string | null
  /** What the item is called, where it was looked for; a box has its own name. */
  itemName: string | null
  box: string | null
  /** Which of the things that the box may mean; nothing until it is said. */
  kind: string | null
  words: string
  wants: Slot | null
  weekly: boolean
  /** Who of a child's guardians agreed. */
  agreed: Guardian | null
  /** How they are reached; nothing until it is chosen. */
  reach: Exclude<Reach, 'app'> | null
  consent: boolean
}

export const blank: Card = {
  holder: null,
  name: '',
  band: '60-79',
  building: null,
  room: '',
  item: null,
  itemName: null,
  box: null,
  kind: null,
  words: '',
  wants: null,
  weekly: false,
  agreed: null,
  reach: null,
  consent: false,
}

/** What stands on the card in words: a box that is no item of the menu, and whatever was written. */
export function saidOn({ item, box, words: written }: Card): string | null {
  const text = [item === null ? box : null, written.trim() || null].filter((each) => each !== null).join('，')
  return text.length < 2 ? null : text
}

/** For whom a card is, and what of it they want, as it was tapped or written. */
export const titleOf = (card: Card): (string | null)[] => {
  const { name, item, itemName, kind } = card
  const said = saidOn(card)
  return [name.trim(), item === null ? said && beginningOf(said) : (itemName ?? kind)]
}

/** What is sent of it, once it is said how they are reached. */
export const inputOf = (card: Card, reach: Reach) => {
  const { box: _box, kind: _kind, itemName: _name, consent: _consent, ...asked } = card
  return {
    ...asked,
    reach,
    name: card.name.trim(),
    words: saidOn(card),
    room: card.room.trim() || null,
    consent: true as const,
  }
}

export interface CardPart {
  card: Card
  error: string | null
  onChange(more: Partial<Card>): void
}
