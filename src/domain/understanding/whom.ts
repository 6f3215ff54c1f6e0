import { type AgeBand, ageBands } from '../age'
import { numberOf } from './numeral'
import type { Lexicon } from './thesaurus'

/** Whom it is for, as far as the words tell. */
export interface Whom {
  words: string[]
  bands: AgeBand[]
  /** A name like 我妈 says no age: whoever wrote chooses the band. */
  doubtful: boolean
}

const elder: AgeBand[] = ['60-79', '80+']
const child: AgeBand[] = ['0-3', '4-6', '7-12', '13-17']

const meant: Record<string, AgeBand[]> = { elder, child, '0-3': ['0-3'], adult: ['18-34', '35-59'] }

const stages: [RegExp, AgeBand[]][] = [
  [/(婴儿|奶娃|新生儿|满月|[一二两三四五六七八九十\d几]+个?多?月大|刚出生)/, ['0-3']],
  [/(幼儿园|中班|大班|小班)/, ['4-6']],
  [/(小学|[一二三四五六]年级|小一)/, ['7-12']],
  [/(初中|高中|中学|初[一二三]|高[一二三]|中考|高考|青春期)/, ['13-17']],
  [/(高龄|耄耋)/, ['80+']],
]

const lowest = [0, 4, 7, 13, 18, 35, 60, 80]
const bandOf = (age: number): AgeBand | undefined => ageBands[lowest.filter((each) => age >= each).length - 1]

function agesIn(text: string): [string, AgeBand][] {
  const said = text.matchAll(
    /(\d{1,3}|[一二两三四五六七八九十百零]{1,4})(?:多|来|几)?岁|([六七八九]十)(?=好几|多|几|的人|了|$)/g,
  )
  return [...said].flatMap(([words, years, decade]) => {
    const age = numberOf(years ?? decade ?? '')
    const band = age === null || age > 120 ? undefined : bandOf(age)
    return band ? [[words, band]] : []
  })
}

/** Whom a text in plain words is about: by ages and school years that are said, else by how people are called. */
export function whomOf(text: string, { personWords }: Lexicon): Whom {
  const ages = agesIn(text)
  const staged = stages.flatMap(([pattern, bands]) => {
    const found = pattern.exec(text)
    return found ? [{ words: found[0], bands }] : []
  })
  const called = Object.entries(personWords).filter(([word]) => text.includes(word))
  const said = [...ages.map(([words]) => words), ...staged.map(({ words }) => words), ...called.map(([word]) => word)]
  const exact = [...ages.map(([, band]) => band), ...staged.flatMap(({ bands }) => bands)]
  const guessed = called.flatMap(([, kind]) => meant[kind.replace('?', '')] ?? [])
  const bands = exact.length > 0 ? exact : guessed
  const unsure = exact.length === 0 && called.some(([, kind]) => kind.endsWith('?') || kind === 'child')
  return { words: [...new Set(said)], bands: ageBands.filter((band) => bands.includes(band)), doubtful: unsure }
}
