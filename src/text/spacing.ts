/** A space at which no line breaks: between a number and its unit, inside a date. */
export const nbsp = '\u00a0'

/** Holds what stands before and after it together, where a line could otherwise break, such as after a dash. */
export const joiner = '\u2060'

/** A number with its unit, never parted: "6 个". */
export const counted = (number: number, unit: string): string => `${number}${nbsp}${unit}`

/** Text made to stay on one line: for names, which a line break would make into two. */
export const unbroken = (text: string): string => [...text.replace(/ /g, nbsp)].join(joiner)
