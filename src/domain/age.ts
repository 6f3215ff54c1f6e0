/** The age bands people are known by. A birth date never enters a list or a roster; a band does. */
export const ageBands = ['0-3', '4-6', '7-12', '13-17', '18-34', '35-59', '60-79', '80+'] as const

export type AgeBand = (typeof ageBands)[number]

const minorBands: readonly AgeBand[] = ['0-3', '4-6', '7-12', '13-17']
const elderBands: readonly AgeBand[] = ['60-79', '80+']

/** True for someone under eighteen. */
export const isMinor = (band: AgeBand): boolean => minorBands.includes(band)

/** True for someone of sixty or more. */
export const isElder = (band: AgeBand): boolean => elderBands.includes(band)

/** True where an activity's bands include at least one for children (under thirteen). */
export const welcomesChildren = (bands: readonly AgeBand[]): boolean =>
  bands.length < ageBands.length && bands.some((band) => band === '0-3' || band === '4-6' || band === '7-12')

/** True where an activity is meant for elders: it names bands, and one of theirs is among them. */
export const welcomesElders = (bands: readonly AgeBand[]): boolean =>
  bands.length < ageBands.length && bands.some(isElder)
