import { useState } from 'react'
import * as v from 'valibot'
import type { Guardian, Slot } from '../../domain/order'
import { placeInput } from '../../domain/order-input'

/** What is being written, before it is an order. */
export interface OrderDraft {
  item: string | null
  words: string
  person: string
  wants: Slot | null
  building: string | null
  room: string
  weekly: boolean
  /** Who agreed, where it is for a child and has to be agreed to. */
  agreed: Guardian | null
}

export type Urgent = 'none' | 'not-now' | 'call-me'

const given = (text: string): string | null => text.trim() || null

/** The input of the function, as far as it is right; it parses with the function's own schema. */
const inputOf = ({ words, room, ...draft }: OrderDraft) =>
  v.safeParse(v.omit(placeInput, ['intent']), {
    ...draft,
    words: given(words),
    room: given(room),
    urgent: 'none',
  })

/** The form of an order: what is written, what is wrong with it once one wants to send it, and what is to be sent. */
export function useOrder(start: OrderDraft) {
  const [draft, setDraft] = useState(start)
  const [tried, setTried] = useState(false)
  const parsed = inputOf(draft)
  const nothing = draft.item === null && given(draft.words) === null
  const wrong = new Set(parsed.success ? [] : parsed.issues.map((issue) => v.getDotPath(issue)))
  return {
    draft,
    change: (more: Partial<OrderDraft>) => setDraft((before) => ({ ...before, ...more })),
    sayWrong: tried && (nothing || wrong.has('words')),
    roomWrong: tried && wrong.has('room'),
    /**
     * What to send; nothing where something is missing, which is then shown. Who is to be called at once is, whatever they
     * wrote for a door.
     */
    ready: (urgent: Urgent) => {
      setTried(true)
      const sent = urgent === 'call-me' && wrong.has('room') ? inputOf({ ...draft, room: '' }) : parsed
      return sent.success && !nothing ? sent.output : undefined
    },
  }
}
