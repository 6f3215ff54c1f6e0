import { day, hour, minute } from '../../src/domain/day'
import { dueOf, lendingOf, openStates } from '../../src/domain/loan'
import type { Glyph, LoanEvent, Thing } from '../../src/domain/thing'
import { wakesAt } from '../../src/domain/loan-telling'
import contents from './content/things.json'

interface ThingContent {
  id: string
  item: string
  name: string
  glyph: string
  stock: number
  out: number
  days: number
  note: string
  deposit: string | null
  /** Who has one, and how many days ago it was handed out; one of them is late. */
  named?: (string | number)[][]
}

const waitCapacity = 30

/** What the demo centre lends: those who have a piece are members known by name first, then neighbours. */
export function thingsOf(
  centre: string,
  today: number,
  now: number,
  people: { named(content: string): string; neighbours: readonly string[]; desk: string },
): Thing[] {
  return (contents as ThingContent[]).map((content, place) => {
    const { id, item, name, note, deposit, days, stock, out } = content
    const named = (content.named ?? []).map(([who, ago]) => ({ member: people.named(String(who)), ago: Number(ago) }))
    const others = Array.from({ length: out - named.length }, (_, n) => ({
      member: people.neighbours[(place * 23 + n) % people.neighbours.length] as string,
      // Lent in time for nobody else to be late.
      ago: days === 0 ? 0 : 1 + (n % Math.max(1, Math.min(days - 1, 9))),
    }))
    const events = [...named, ...others]
      .sort((a, b) => b.ago - a.ago)
      .flatMap(({ member, ago }, n) => {
        // What is brought back the same day was handed out lately, whatever the hour is now.
        const at =
          days === 0 && now > today + 19 * hour ? now : Math.min(today - ago * day + 8 * hour + n * minute, now)
        return handedOut({ id: `seed-${id}-${n}`, at, member, dueAt: dueOf(at, days), by: people.desk })
      })
    const thing: Thing = {
      _id: id,
      centre,
      name,
      item,
      glyph: content.glyph as Glyph,
      note,
      deposit,
      days,
      organisation: null,
      team: null,
      state: 'open',
      stock,
      mending: 0,
      waitCapacity,
      left: stock + waitCapacity,
      people: [],
      wake: Number.MAX_SAFE_INTEGER,
      told: events.length,
      version: 1,
      saved: 'seed',
      firstStock: stock,
      events,
    }
    const standing = lendingOf(thing, now).loans.filter(({ state }) => openStates.includes(state))
    thing.left -= standing.length
    thing.people = standing.map(({ person }) => person)
    thing.wake = wakesAt(thing, now)
    return thing
  })
}

function handedOut(lent: { id: string; at: number; member: string; dueAt: number; by: string }): LoanEvent[] {
  const { id, at, member, dueAt, by } = lent
  return [
    { id, at, kind: 'borrow', member, person: member },
    { id: `${id}-out`, at, kind: 'hand-out', loan: id, by, dueAt },
  ]
}
