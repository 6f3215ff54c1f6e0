/** Pieces of text by number, in the order in which they were first met. */
export class Vocabulary {
  private readonly ids = new Map<string, number>()

  /** The number of a piece, which is given one if it has none. */
  learn(piece: string): number {
    const known = this.ids.get(piece)
    if (known !== undefined) return known
    this.ids.set(piece, this.ids.size)
    return this.ids.size - 1
  }

  get size(): number {
    return this.ids.size
  }

  /** All pieces, by number. */
  get pieces(): string[] {
    return [...this.ids.keys()]
  }
}

/** The numbers of those pieces that are known. */
export const known = (numbers: ReadonlyMap<string, number>, pieces: readonly string[]): number[] =>
  pieces.flatMap((piece) => numbers.get(piece) ?? [])

/** How often each piece (by number) is said of each concept or category; weighted, so not only whole numbers. */
export type Counts = ReadonlyMap<number, number>[]

/** What each piece says for each place that has it: the row of piece `n` lies from `starts[n]` to `starts[n + 1]`. */
export interface Postings {
  starts: Uint32Array
  places: Uint16Array
  weights: Float32Array
}

function turned(counts: Counts, size: number, weigh: (piece: number, many: number, place: number) => number): Postings {
  const starts = new Uint32Array(size + 1)
  for (const count of counts) for (const piece of count.keys()) starts[piece + 1] = (starts[piece + 1] as number) + 1
  for (let piece = 0; piece < size; piece += 1) {
    starts[piece + 1] = (starts[piece + 1] as number) + (starts[piece] as number)
  }
  const all = starts[size] as number
  const [places, weights, next] = [new Uint16Array(all), new Float32Array(all), starts.slice()]
  counts.forEach((count, place) => {
    for (const [piece, many] of count) {
      const at = next[piece] as number
      next[piece] = at + 1
      places[at] = place
      weights[at] = weigh(piece, many, place)
    }
  })
  return { starts, places, weights }
}

const lengthsOf = (counts: Counts): number[] =>
  counts.map((count) => {
    let sum = 0
    for (const many of count.values()) sum += many
    return sum
  })

/** How much stock is put in what is said everywhere, against what is said of one concept: pieces of text. */
const smoothing = 100

/**
 * The likelihood of a piece in a concept's language against the language of all, logarithmic (Zhai & Lafferty, “A study
 * of smoothing methods for language models applied to ad hoc information retrieval”, 2001, with Dirichlet smoothing).
 */
export function likelihoods(counts: Counts, size: number): { postings: Postings; lengths: number[] } {
  const all = new Float64Array(size)
  let total = 0
  for (const count of counts) {
    for (const [piece, many] of count) {
      all[piece] = (all[piece] as number) + many
      total += many
    }
  }
  const weigh = (piece: number, many: number) => Math.log(1 + (many * total) / (smoothing * (all[piece] as number)))
  const lengths = lengthsOf(counts).map((length) => 0.1 * Math.log(1 + length / 60))
  return { postings: turned(counts, size, weigh), lengths }
}

/** The rarer a piece is among concepts, the more it says. */
export function rarities(counts: Counts, size: number): Float32Array {
  const held = new Float32Array(size)
  for (const count of counts) for (const piece of count.keys()) held[piece] = (held[piece] as number) + 1
  return held.map((many) => (many === 0 ? 0 : Math.log(1 + (counts.length - many + 0.5) / (many + 0.5))))
}

/** BM25 (Robertson & Zaragoza, “The probabilistic relevance framework: BM25 and beyond”, 2009). */
export function relevances(counts: Counts, rarity: Float32Array, k1: number, b: number): Postings {
  const lengths = lengthsOf(counts)
  const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length
  return turned(counts, rarity.length, (piece, many, place) => {
    const long = 1 - b + (b * (lengths[place] ?? 0)) / mean
    return ((rarity[piece] as number) * many * (k1 + 1)) / (many + k1 * long)
  })
}

/** Adds up what pieces of a text say for each place. */
export function gather({ starts, places, weights }: Postings, pieces: readonly number[], into: Float32Array): void {
  for (const piece of pieces) {
    const end = starts[piece + 1] ?? 0
    for (let at = starts[piece] ?? 0; at < end; at += 1) {
      const place = places[at] as number
      into[place] = (into[place] as number) + (weights[at] as number)
    }
  }
}
