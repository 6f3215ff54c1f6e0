import { catalogue } from '../../cloudfunctions/catalogue/catalogue'
import { prepared } from '../../cloudfunctions/thesaurus/thesaurus'
import { searchItems } from '../../src/domain/search'
import { meaningsOf, understand } from '../../src/domain/understanding'
import { prepare } from '../../src/domain/understanding/prepare'
import dev from '../data/utterances-dev.json'
import test from '../data/utterances-test.json'

const words = prepared()
const { concepts } = words
const itemsOf = (code: string): string[] => concepts.find((each) => each.code === code)?.items ?? []

/** The share of what was asked that finds one of its right answers among the first so many. */
function share<Asked>(
  list: readonly Asked[],
  right: (each: Asked) => string[],
  found: (each: Asked) => string[],
): number {
  const hits = list.filter((each) => right(each).some((code) => found(each).includes(code)))
  return hits.length / list.length
}

const first = (text: string, many: number): string[] =>
  searchItems(text, catalogue.items, words)
    .slice(0, many)
    .map(({ item }) => item.code)
const meant = (text: string, many: number): string[] =>
  understand(text, words)
    .concepts.slice(0, many)
    .map(({ code }) => code)

const answerable = <Asked extends { concept: string }>(list: readonly Asked[]): Asked[] =>
  list.filter(({ concept }) => itemsOf(concept).length > 0)

const lines: string[] = []
const told = (what: string, many: number, value: number): number => {
  lines.push(`${what} (${many}): ${(100 * value).toFixed(1)} %`)
  return value
}
afterAll(() => process.stdout.write(`${lines.join('\n')}\n`))

describe('the menu is found by everyday words: a right item within the first five', () => {
  it('for every name of the catalogue', () => {
    const { items } = catalogue
    const found = told(
      'item by its name',
      items.length,
      share(
        items,
        ({ code }) => [code],
        ({ name }) => first(name, 5),
      ),
    )
    expect(found).toBeGreaterThanOrEqual(0.95)
  })

  it('for what people say of concepts that have items', () => {
    const said = concepts.flatMap(({ items, synonyms }) =>
      items.length > 0 ? synonyms.map((text) => ({ text, items })) : [],
    )
    const found = told(
      'item by a phrase',
      said.length,
      share(
        said,
        ({ items }) => items,
        ({ text }) => first(text, 5),
      ),
    )
    expect(found).toBeGreaterThanOrEqual(0.95)
  })

  it('for the sentences that were looked at', () => {
    const list = answerable(dev.utterances)
    const found = told(
      'item, dev',
      list.length,
      share(
        list,
        ({ concept }) => itemsOf(concept),
        ({ text }) => first(text, 5),
      ),
    )
    expect(found).toBeGreaterThanOrEqual(0.95)
  })

  it('for sentences that nobody looked at', () => {
    const list = answerable(test.utterances)
    const found = told(
      'item, test',
      list.length,
      share(
        list,
        ({ concept }) => itemsOf(concept),
        ({ text }) => first(text, 5),
      ),
    )
    expect(found).toBeGreaterThanOrEqual(0.7)
  })
})

describe('a sentence is understood: the right concept within the first three', () => {
  it('for the sentences that were looked at', () => {
    const list = dev.utterances
    const found = told(
      'concept, dev',
      list.length,
      share(
        list,
        ({ concept }) => [concept],
        ({ text }) => meant(text, 3),
      ),
    )
    expect(found).toBeGreaterThanOrEqual(0.95)
  })

  it('for sentences that nobody looked at', () => {
    const list = test.utterances
    const found = told(
      'concept, test',
      list.length,
      share(
        list,
        ({ concept }) => [concept],
        ({ text }) => meant(text, 3),
      ),
    )
    expect(found).toBeGreaterThanOrEqual(0.85)
  })

  it('for what people say in life, a fifth of it left out of the thesaurus', () => {
    const isLeftOut = (place: number, at: number): boolean => (place + at) % 5 === 0
    const fewer = prepare(
      {
        ...words.thesaurus,
        concepts: concepts.map((each, place) => ({
          ...each,
          said: each.said.filter((_, at) => !isLeftOut(place, at)),
        })),
      },
      catalogue.items,
    )
    const list = concepts.flatMap(({ code, said }, place) =>
      said.filter((_, at) => isLeftOut(place, at)).map((text) => ({ code, text })),
    )
    const three = (text: string): string[] =>
      meaningsOf(text, fewer)
        .slice(0, 3)
        .map(({ code }) => code)
    const found = told(
      'concept, left out',
      list.length,
      share(
        list,
        ({ code }) => [code],
        ({ text }) => three(text),
      ),
    )
    expect(found).toBeGreaterThanOrEqual(0.6)
  })

  it('takes less than two milliseconds', () => {
    const took = dev.utterances.map(({ text }) => {
      const from = performance.now()
      understand(text, words)
      return performance.now() - from
    })
    expect(took.sort((one, other) => one - other)[Math.floor(took.length / 2)]).toBeLessThan(2)
  })
})
