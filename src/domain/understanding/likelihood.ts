/** What a piece of text says for each concept that has it: places of concepts and how much. */
export interface Posting {
  places: Uint16Array
  weights: Float32Array
}

export type Postings = Map<string, Posting>

/** How often each piece is said of each concept (or category); weighted, so not only whole numbers. */
export type Counts = ReadonlyMap<string, number>[]

function turned(counts: Counts, weigh: (piece: string, many: number, place: number) => number): Postings {
  const rows = new Map<string, [number, number][]>()
  counts.forEach((count, place) => {
    for (const [piece, many] of count) {
      const row = rows.get(piece) ?? []
      row.push([place, weigh(piece, many, place)])
      rows.set(piece, row)
    }
  })
  const posting = (row: [number, number][]): Posting => ({
    places: Uint16Array.from(row, ([place]) => place),
    weights: Float32Array.from(row, ([, weight]) => weight),
  })
  return new Map([...rows].map(([piece, row]) => [piece, posting(row)]))
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0)
const lengthsOf = (counts: Counts): number[] => counts.map((count) => sum(count.values()))

/** How much stock is put in what is said everywhere, against what is said of one concept: pieces of text. */
const smoothing = 100

/**
 * The likelihood of a piece in a concept's language against the language of all, logarithmic (Zhai & Lafferty, “A study
 * of smoothing methods for language models applied to ad hoc information retrieval”, 2001, with Dirichlet smoothing).
 */
export function likelihoods(counts: Counts): { postings: Postings; lengths: number[] } {
  const all = new Map<string, number>()
  for (const count of counts) for (const [piece, many] of count) all.set(piece, (all.get(piece) ?? 0) + many)
  const total = sum(all.values())
  const weigh = (piece: string, many: number) => Math.log(1 + (many * total) / (smoothing * (all.get(piece) ?? 1)))
  const lengths = lengthsOf(counts).map((length) => 0.1 * Math.log(1 + length / 60))
  return { postings: turned(counts, weigh), lengths }
}

/** The rarer a piece is among concepts, the more it says. */
export function rarities(counts: Counts): Map<string, number> {
  const held = new Map<string, number>()
  for (const count of counts) for (const piece of count.keys()) held.set(piece, (held.get(piece) ?? 0) + 1)
  return new Map([...held].map(([piece, many]) => [piece, Math.log(1 + (counts.length - many + 0.5) / (many + 0.5))]))
}

/** BM25 (Robertson & Zaragoza, “The probabilistic relevance framework: BM25 and beyond”, 2009). */
export function relevances(counts: Counts, rarity: ReadonlyMap<string, number>, k1: number, b: number): Postings {
  const lengths = lengthsOf(counts)
  const mean = sum(lengths) / lengths.length
  return turned(counts, (piece, many, place) => {
    const long = 1 - b + (b * (lengths[place] ?? 0)) / mean
    return ((rarity.get(piece) ?? 0) * many * (k1 + 1)) / (many + k1 * long)
  })
}

/** Adds up what pieces of a text say for each place. */
export function gather(postings: Postings, pieces: readonly string[], into: Float32Array): void {
  for (const piece of pieces) {
    const posting = postings.get(piece)
    if (!posting) continue
    const { places, weights } = posting
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] as number
      into[place] = (into[place] as number) + (weights[at] as number)
    }
  }
}
