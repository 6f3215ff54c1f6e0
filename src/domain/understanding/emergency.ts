import type { Prepared } from './prepare'
import type { Scored } from './score'
import type { Emergency } from './thesaurus'

/** What must not wait, and the words that say so. */
export interface Alarm {
  code: string
  /** stop: never an ordinary order; ask: first asked whether it is happening now. */
  mode: 'stop' | 'ask'
  words: string[]
}

/** The one that must be told of first: what stops everything before what is asked about. */
export const gravest = (alarms: readonly (Alarm | null)[]): Alarm | null =>
  alarms.find((alarm) => alarm?.mode === 'stop') ?? alarms.find((alarm) => alarm !== null) ?? null

const meansOther = ({ exclude }: Emergency, text: string): boolean => exclude.some((word) => text.includes(word))

/** By who and what are said together, unless something beside it gives them another meaning. */
const bySigns = ({ emergencies, signs }: Prepared, text: string): Alarm[] =>
  signs.flatMap(({ group, said, unless }) => {
    const [found] = said.exec(text) ?? []
    const emergency = emergencies.find(({ code }) => code === group)
    return found === undefined || !emergency || unless.test(text)
      ? []
      : [{ code: group, mode: emergency.mode, words: [found] }]
  })

/** By the words of a group, unless words are said that give them another meaning. */
function byWords(prepared: Prepared, text: string): Alarm | null {
  const { emergencies } = prepared
  const alarms = emergencies.flatMap((emergency): Alarm[] => {
    const { code, mode, words } = emergency
    if (meansOther(emergency, text)) return []
    const said = words.filter((word) => text.includes(word))
    return said.length > 0 ? [{ code, mode, words: said }] : []
  })
  return gravest([...alarms, ...bySigns(prepared, text)])
}

/** By meaning: an emergency is what the text most likely says, or a whole phrase of one was said. */
function byMeaning({ emergencies, concepts }: Prepared, text: string, scored: readonly Scored[]): Alarm | null {
  for (const [rank, { place, why }] of scored.slice(0, 3).entries()) {
    const concept = concepts[place]
    if (concept?.handling !== 'emergency') continue
    const said = why.filter((word) => concept.synonyms.includes(word))
    if (rank > 0 && said.length === 0) continue
    const group = emergencies.find((each) => each.concepts.includes(concept.code))
    if (group && meansOther(group, text)) continue
    return { code: group?.code ?? concept.code, mode: group?.mode ?? 'ask', words: said }
  }
  return null
}

/** What in a text must not wait; errs on the side of asking. */
export const alarmOf = (prepared: Prepared, text: string, scored: readonly Scored[]): Alarm | null =>
  byWords(prepared, text) ?? byMeaning(prepared, text, scored)
