import type { AgeBand } from './age'
import type { NeedState, UnmetReason } from './need'
import type { SurveyAnswer } from './survey'

/** As much of a need as the pictures are made of. */
export interface PicturedNeed {
  author: string | null
  category: string | null
  building: string | null
  band: AgeBand
  state: NeedState
  postedAt: number
  promisedAt: number
  answeredAt: number | null
  /** Whether somebody agreed to help. */
  joined: boolean
  /** Why nothing fitted; and why staff could not have it answered. */
  lacking: string | null
  why: UnmetReason | null
}

export interface PicturedOffer {
  owner: string
  category: string | null
  building: string | null
  bands: AgeBand[]
}

export type PicturedAnswer = Pick<SurveyAnswer, 'building' | 'band' | 'needs' | 'brings'>

/** So many people and no fewer stand in one cell, for whoever does not handle cases. */
export const leastInCell = 5

/** People who ask, who bring, who came together, and households that said so in the survey; null: too few to tell. */
export interface Cell {
  of: string
  asking: number | null
  bringing: number | null
  joined: number | null
  surveyAsking: number | null
  surveyBringing: number | null
}

export interface Picture {
  byCategory: Cell[]
  byBuilding: Cell[]
  byBand: Cell[]
  /** Where asking exceeds bringing, the widest first: of what may be told. */
  gaps: { of: string; asking: number; bringing: number }[]
  /** What is open or was not solved, by why. */
  unmet: { why: string; count: number | null }[]
  /** Days from need to answer: the middle, and where the slowest quarter begins; nothing of too few. */
  days: { answered: number; middle: number | null; slow: number | null; inTime: number | null }
  /** Answers to this year's survey. */
  households: number
}

/** Counts people, not cases: whoever asks five times is one. Who is nobody any more is one each time. */
class People {
  private readonly known = new Map<string, Set<string>>()
  private nobodies = 0

  add(of: string, who: string | null): void {
    const set = this.known.get(of) ?? new Set()
    set.add(who ?? `nobody ${(this.nobodies += 1)}`)
    this.known.set(of, set)
  }

  count(of: string): number {
    return this.known.get(of)?.size ?? 0
  }

  get all(): string[] {
    return [...this.known.keys()]
  }
}

const elsewhere = 'other'

interface Grouping {
  need(need: PicturedNeed): string[]
  offer(offer: PicturedOffer): string[]
  asks(answer: PicturedAnswer): string[]
  brings(answer: PicturedAnswer): string[]
}

const groupings: Record<'byCategory' | 'byBuilding' | 'byBand', Grouping> = {
  byCategory: {
    need: ({ category }) => [category ?? elsewhere],
    offer: ({ category }) => [category ?? elsewhere],
    asks: ({ needs }) => needs,
    brings: ({ brings }) => brings,
  },
  byBuilding: {
    need: ({ building }) => [building ?? elsewhere],
    offer: ({ building }) => [building ?? elsewhere],
    asks: ({ building, needs }) => (needs.length > 0 ? [building ?? elsewhere] : []),
    brings: ({ building, brings }) => (brings.length > 0 ? [building ?? elsewhere] : []),
  },
  byBand: {
    need: ({ band }) => [band],
    offer: ({ bands }) => bands,
    asks: ({ band, needs }) => (needs.length > 0 ? [band] : []),
    brings: ({ band, brings }) => (brings.length > 0 ? [band] : []),
  },
}

export interface Pictured {
  needs: readonly PicturedNeed[]
  offers: readonly PicturedOffer[]
  answers: readonly PicturedAnswer[]
}

/**
 * The pictures of what is asked and what is brought. `whole`: for those who handle cases, every number; for anyone else
 * no cell under five, and no sum from which one could be worked out. Times in milliseconds, days in whole days.
 */
export function pictureOf(pictured: Pictured, whole: boolean): Picture {
  const told = (count: number): number | null => (whole || count === 0 || count >= leastInCell ? count : null)
  const cells = (grouping: Grouping): Cell[] => {
    const [asking, bringing, joined] = [new People(), new People(), new People()]
    const [surveyAsking, surveyBringing] = [new People(), new People()]
    for (const need of pictured.needs)
      for (const of of grouping.need(need)) {
        asking.add(of, need.author)
        if (need.joined) joined.add(of, need.author)
      }
    for (const offer of pictured.offers) for (const of of grouping.offer(offer)) bringing.add(of, offer.owner)
    for (const answer of pictured.answers) {
      for (const of of grouping.asks(answer)) surveyAsking.add(of, null)
      for (const of of grouping.brings(answer)) surveyBringing.add(of, null)
    }
    const columns = [asking, bringing, joined, surveyAsking, surveyBringing]
    const all = [...new Set(columns.flatMap((each) => each.all))]
    return all
      .map((of) => ({
        of,
        asking: told(asking.count(of)),
        bringing: told(bringing.count(of)),
        joined: told(joined.count(of)),
        surveyAsking: told(surveyAsking.count(of)),
        surveyBringing: told(surveyBringing.count(of)),
      }))
      .sort((one, other) => (other.asking ?? 0) - (one.asking ?? 0) || (one.of < other.of ? -1 : 1))
  }
  const byCategory = cells(groupings.byCategory)
  return {
    byCategory,
    byBuilding: cells(groupings.byBuilding),
    byBand: cells(groupings.byBand),
    gaps: gapsIn(byCategory),
    unmet: unmetIn(pictured.needs, told),
    days: daysOf(pictured.needs, whole),
    households: pictured.answers.length,
  }
}

/** Where asking exceeds bringing; of a cell that may not be told nothing is said. */
const gapsIn = (cells: readonly Cell[]): Picture['gaps'] =>
  cells
    .flatMap(({ of, asking, bringing }) =>
      asking === null || bringing === null || asking <= bringing ? [] : [{ of, asking, bringing }],
    )
    .sort((one, other) => other.asking - other.bringing - (one.asking - one.bringing))

function unmetIn(needs: readonly PicturedNeed[], told: (count: number) => number | null): Picture['unmet'] {
  const people = new People()
  for (const need of needs) {
    const why = need.why ?? (need.state === 'open' ? need.lacking : null)
    if (why !== null) people.add(why, need.author)
  }
  return people.all
    .map((why) => ({ why, count: told(people.count(why)), order: people.count(why) }))
    .sort((one, other) => other.order - one.order)
    .map(({ why, count }) => ({ why, count }))
}

const dayLong = 24 * 60 * 60 * 1000

function daysOf(needs: readonly PicturedNeed[], whole: boolean): Picture['days'] {
  const answered = needs.flatMap(({ answeredAt, postedAt, promisedAt }) =>
    answeredAt === null
      ? []
      : [{ days: Math.ceil((answeredAt - postedAt) / dayLong), inTime: answeredAt <= promisedAt }],
  )
  const days = answered.map((each) => each.days).sort((one, other) => one - other)
  if (days.length === 0 || (!whole && days.length < leastInCell))
    return { answered: whole ? days.length : 0, middle: null, slow: null, inTime: null }
  const at = (share: number) => days[Math.min(days.length - 1, Math.floor(share * days.length))] ?? null
  const inTime = Math.round((100 * answered.filter((each) => each.inTime).length) / days.length)
  return { answered: days.length, middle: at(0.5), slow: at(0.75), inTime }
}

/** A picture with the names that it takes to read it. */
export interface PicturePage {
  picture: Picture
  categories: { code: string; name: string }[]
  buildings: { code: string; name: string }[]
}
