import type { OrderItem, Reading } from '../../src/domain/order-item'
import { publicity } from '../../src/domain/delicate'
import { understand } from '../../src/domain/understanding'
import { stockItem } from '../catalogue/catalogue'
import { prepared, thesaurus } from '../thesaurus/thesaurus'

/** Whom to call, by the groups of the thesaurus; whatever else is urgent is for the police or the doctors. */
const numbers: Record<string, string[]> = {
  'life-threat': ['120', '110'],
  'violence-now': ['110'],
  'missing-person': ['110'],
  'gas-fire': ['119'],
  medical: ['120'],
  trapped: ['119', '110'],
  'child-harm': ['110'],
  'fraud-now': ['110', '96110'],
}
const otherwise = ['110', '120']

/** What words tell of themselves. */
export function readingOf(words: string): Reading {
  const understood = understand(words, prepared())
  const alarm = understood.emergency
  const emergency = alarm && {
    group: alarm.code,
    ask: alarm.mode === 'ask',
    numbers: numbers[alarm.code] ?? otherwise,
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

/** An item of the catalogue as an order begins with it; nothing where there is none of this code. */
export function itemOf(code: string): OrderItem | null {
  const item = stockItem(code)
  if (!item) return null
  const { category, name, mode, place, minutes, minors, risks, qualification, providers } = item
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
  }
}
