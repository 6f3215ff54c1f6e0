import { isMinor } from '../../src/domain/age'
import type { StockItem } from '../../src/domain/catalogue'
import type { MenuEntry, OwnService, Service } from '../../src/domain/menu'
import { standingOf } from '../../src/domain/menu-standing'
import type { OrderItem, Reading } from '../../src/domain/order-item'
import { numbersFor } from '../../src/domain/emergency-call'
import { publicity } from '../../src/domain/delicate'
import { understand } from '../../src/domain/understanding'
import { stockItem } from '../catalogue/catalogue'
import { serviceIn } from '../menu/stock'
import type { OpenCall } from '../runtime/procedure'
import { isQuiet } from '../thesaurus/quiet'
import { prepared, thesaurus } from '../thesaurus/thesaurus'

/** What an order is called in which nothing of the menu was named. */
export const ownWords = '自己说的一件事'

/** What words tell of themselves. */
export function readingOf(words: string): Reading {
  const understood = understand(words, prepared())
  const alarm = understood.emergency
  const emergency = alarm && {
    group: alarm.code,
    ask: alarm.mode === 'ask',
    numbers: [...numbersFor(alarm.code)],
  }
  return { emergency, delicate: publicity(words, understood) !== 'open' }
}

const strict = ['staff-first', 'guide', 'emergency'] as const

/**
 * The strictest handling of the needs that an item answers; where ordinary needs lead to it as well, only what is for
 * staff first counts: a class on fire safety is not an emergency.
 */
function handlingOf(code: string): OrderItem['handling'] {
  const needs = thesaurus.concepts.filter(({ kind, items }) => kind === 'need' && items.includes(code))
  const ordinary = needs.some(({ handling }) => handling === 'open' || handling === 'council')
  const found = strict.find((each) => needs.some(({ handling }) => handling === each))
  return found === undefined || (ordinary && found !== 'staff-first') ? 'open' : found
}

type Provided = Service & { providers: StockItem['providers']; minors: boolean }

const asOrdered = (item: Provided): OrderItem => {
  const { code, category, name, mode, place, minutes, minors, risks, qualification, providers } = item
  return {
    code,
    category,
    name,
    mode,
    place,
    minutes,
    minors,
    home: item.homeVisit,
    pair: risks.includes('pair-home-visit'),
    private: item.private,
    anyone: qualification === null && (providers.includes('volunteer') || providers.includes('resident')),
    handling: handlingOf(code),
    served: true,
    consent: item.guardianConsent,
    qualification: null,
  }
}

/** An item of the catalogue as an order begins with it; nothing where there is none of this code. */
export function itemOf(code: string): OrderItem | null {
  const item = stockItem(code)
  return item ? asOrdered(item) : null
}

/**
 * The same, as the centre's own menu has it, and a service of the centre's own as its line says it. What is paused, out
 * of its season or not on the menu at all may be asked for all the same, by its own rules: staff look at it first.
 */
export async function itemAt(
  { db, centre, now }: Pick<OpenCall, 'db' | 'now'> & { centre: Pick<OpenCall['centre'], '_id'> },
  code: string,
): Promise<OrderItem | null> {
  const [row] = await db.menus.aggregate<{ line: MenuEntry }>({ _id: centre._id }, [
    { $unwind: '$published.entries' },
    { $match: { 'published.entries.code': code } },
    { $limit: 1 },
    { $project: { line: '$published.entries' } },
  ])
  const item = row?.line.own ? ownItem(row.line, row.line.own) : itemOf(code)
  return item && { ...item, served: row !== undefined && standingOf(row.line, now) === 'served' }
}

/** Whoever thought of a service says who does it: staff give it to them. */
function ownItem(line: MenuEntry, own: OwnService): OrderItem | null {
  const service = serviceIn(line)
  if (!service) return null
  const { qualification } = own
  const handling = (line.quiet ?? isQuiet(own)) ? 'staff-first' : 'open'
  const minors = own.bands.every(isMinor)
  return { ...asOrdered({ ...service, providers: [], minors }), anyone: false, handling, qualification }
}
