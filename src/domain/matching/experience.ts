/** One answer to a suggestion, as it is stored elsewhere: which meanings met, and whether both agreed. */
export interface Outcome {
  need: string
  offer: string
  /** What the need is most surely about, and the offer. */
  meanings: string
  accepted: boolean
}

/** What earlier answers taught. */
export interface Experience {
  /** Ids of the other side that were declined: they are not suggested again. */
  declined: ReadonlySet<string>
  /** How often such a pair was agreed on, less how often declined. */
  taught: ReadonlyMap<string, number>
}

export const noExperience: Experience = { declined: new Set(), taught: new Map() }

/** The kind of a pair: what the need is about and what the offer is. */
export const meaningsOf = (need: string | undefined, offer: string | undefined): string =>
  `${need ?? ''}|${offer ?? ''}`

/** What outcomes teach; the same facts in any order teach the same. `asking`: whose side the declined are listed for. */
export function learn(outcomes: readonly Outcome[], asking: { need: string } | { offer: string }): Experience {
  const declined = new Set<string>()
  const taught: Map<string, number> = new Map()
  for (const outcome of outcomes) {
    taught.set(outcome.meanings, (taught.get(outcome.meanings) ?? 0) + (outcome.accepted ? 1 : -1))
    if (outcome.accepted) continue
    if ('need' in asking && outcome.need === asking.need) declined.add(outcome.offer)
    if ('offer' in asking && outcome.offer === asking.offer) declined.add(outcome.need)
  }
  return { declined, taught }
}

/** At most this much is added to a score or taken: enough to order what fits alike, never to make a fit. */
const most = 0.1

/** What experience adds to the order of a pair. */
export const lesson = (taught: number): number => most * (taught / (Math.abs(taught) + 3))
