import { catalogue } from '../../cloudfunctions/catalogue/catalogue'
import { thesaurus } from '../../cloudfunctions/thesaurus/thesaurus'
import { searchItems } from '../../src/domain/search'
import { understand } from '../../src/domain/understanding'
import { prepare } from '../../src/domain/understanding/prepare'
import dev from '../data/utterances-dev.json'
import { type Latency, latencyOf, round } from './measure'

export interface UnderstandingCost {
  /** Milliseconds of processor time to make the thesaurus ready; once per instance. */
  prepareMs: number
  /** Megabytes that it keeps; needs `node --expose-gc`, else nothing is told. */
  memoryMb: number | null
  /** Milliseconds a sentence. */
  understandMs: Latency
  searchMs: Latency
}

const inUse = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1_000_000
}

/** What understanding a sentence, and searching the menu by it, costs. */
export function understandingCost(): UnderstandingCost {
  const collect = globalThis.gc
  collect?.()
  const before = inUse()
  const began = process.cpuUsage()
  const prepared = prepare(thesaurus, catalogue.items)
  const { user, system } = process.cpuUsage(began)
  collect?.()
  const memoryMb = collect ? round(inUse() - before) : null
  const timed = (run: (text: string) => unknown): Latency => {
    for (const { text } of dev.utterances) run(text)
    return latencyOf(
      dev.utterances.map(({ text }) => {
        const from = performance.now()
        run(text)
        return performance.now() - from
      }),
    )
  }
  return {
    prepareMs: round((user + system) / 1000),
    memoryMb,
    understandMs: timed((text) => understand(text, prepared)),
    searchMs: timed((text) => searchItems(text, catalogue.items, prepared)),
  }
}

if (require.main === module) console.log(JSON.stringify(understandingCost(), null, 2))
