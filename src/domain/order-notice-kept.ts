import type { Addressee, Line, OrderNotice } from './order-told'

/** What somebody without a phone must know, and as what the desk hears that it is to be told them. */
const tells: Partial<Record<OrderNotice, OrderNotice>> = {
  'order-taken': 'order-tell-time',
  'order-time': 'order-tell-time',
  'order-sent': 'order-tell-sent',
  'order-again': 'order-tell-again',
  'order-missed': 'order-tell-missed',
  'order-cancelled': 'order-tell-cancelled',
  'order-restored': 'order-tell-restored',
  'order-guided': 'order-tell-guided',
  'order-guided-week': 'order-tell-guided-week',
  'order-guided-series': 'order-tell-guided-series',
}

/**
 * Of an order of somebody without a phone: no inbox reaches them, so a person of the desk tells them what they have to
 * know. The rest is the desk's own to see to already. That somebody took it is news once a time is agreed with it.
 */
export const toldByDesk = (holder: string, lines: readonly Line[]): Line[] =>
  lines.flatMap((line): Line[] => {
    const [to, kind, more] = line
    if (!isFor(to, holder)) return [line]
    const tell = kind === 'order-taken' && more?.startsAt === undefined ? undefined : tells[kind]
    return tell ? [['desk', tell, more]] : []
  })

const isFor = (to: Addressee, holder: string): boolean =>
  typeof to === 'object' && 'member' in to && to.member === holder
