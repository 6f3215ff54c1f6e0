import type { OrderEvent } from '../../src/domain/order'
import { isPlain } from '../../src/domain/order-plain'
import { isQuietText } from '../thesaurus/quiet'

/**
 * What was written with a step and someone else than the social workers could read; what is written to be read is not,
 * and names are no words: a lawyer who comes is no trouble with the law.
 */
function writtenOn(event: OrderEvent): string | null {
  switch (event.kind) {
    case 'declined':
    case 'handed-on':
    case 'scheduled':
    case 'moved':
    case 'complained':
    case 'redone':
    case 'cancelled':
    case 'corrected':
      return event.reason
    case 'rated':
      return event.comment
    default:
      return null
  }
}

/** The step, with a mark where what was written on it is for the social workers only. */
export function readFirst(event: OrderEvent): OrderEvent {
  const text = writtenOn(event)
  return text === null || isPlain(text) || !isQuietText(text) ? event : { ...event, quiet: true }
}
