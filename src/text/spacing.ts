/** A space at which no line breaks: between a number and its unit, inside a date. */
export const nbsp = '\u00a0'

/** Holds what stands before and after it together, where a line could otherwise break, such as after a dash. */
export const joiner = '\u2060'

/** Between two things said in one line, which may break after it, never before it: "会做饭 · 会陪老人". */
export const dot = `${nbsp}· `

/** A number with its unit, never parted: "6 个". */
export const counted = (number: number, unit: string): string => `${number}${nbsp}${unit}`

/**
 * A name as it stands in a line: its spaces do not break. Between its characters no mark is put, for a name has to be
 * found, copied and read aloud as it is; the lines that hold names break at spaces and punctuation only (`.soft`).
 */
export const unbroken = (text: string): string => text.replace(/ /g, nbsp)
