import { type Answer, call } from '../../cloud/call'
import type { Deed } from '../../domain/order-deed'
import type { OrderPage } from '../../domain/order-page'
import { orderWords } from '../../text/order-words'
import type { DeedInput } from './DeedSheet'

/** Each deed by the function that does it; those of the desk have a screen of their own. */
export function doDeed(
  page: OrderPage,
  deed: Deed,
  intent: string,
  { reason = '', slot, score, report, text = null, series, where, names }: DeedInput,
): Promise<Answer<unknown>> {
  const on = { intent, order: page.id }
  const { order } = call
  const nothing: Answer<unknown> = { ok: true, value: null }
  switch (deed) {
    case 'decline':
      return order.decline({ ...on, reason })
    case 'handOn':
      return order.handOn({ ...on, reason })
    case 'complain':
      return order.complain({ ...on, reason })
    case 'schedule':
      return slot ? order.schedule({ ...on, slot, reason: null }) : Promise.resolve(nothing)
    case 'send':
      return names ? order.send({ ...on, names }) : Promise.resolve(nothing)
    case 'move':
      return slot ? order.move({ ...on, wants: slot, reason: null }) : Promise.resolve(nothing)
    case 'start':
      return order.start(on)
    case 'end':
      return order.end(on)
    case 'missedByProvider':
      return order.providerMissed(on)
    case 'missedByResident':
      return order.residentMissed(on)
    case 'missedByPartner':
      return order.partnerMissed(on)
    case 'confirm':
      return order.confirm(on)
    case 'rate':
      return score ? order.rate({ ...on, score, comment: text }) : Promise.resolve(nothing)
    case 'report':
      return report ? order.report({ ...on, how: report, text }) : Promise.resolve(nothing)
    case 'cancel':
      return order.cancel({ ...on, reason: null, series: series ?? null })
    case 'restore':
      return page.undo ? order.restore({ ...on, undoes: page.undo.id }) : Promise.resolve(nothing)
    case 'correct':
      return where ? order.correct({ ...on, ...where }) : Promise.resolve(nothing)
    case 'address':
      return order.address({ ...on, reason: orderWords(false).addressReason })
    default:
      return Promise.resolve(nothing)
  }
}
