import * as v from 'valibot'
import type { Service } from './hours'
import { serviceOf } from './hours-log'
import { intentId, line } from './input'
import { monthOf } from './ledger'

/**
 * A proof of what someone served, as it was when it was issued. What it says follows 《志愿服务记录与证明出具办法（试行）》
 * (Ministry of Civil Affairs, in force since 2021-02-01): who, what and how long, who issues it, number and date; it is
 * free and made at once.
 */
export interface Proof {
  /** The number on it, which nobody can guess. */
  _id: string
  centre: string
  /** The member. */
  person: string
  /** The name that they asked for on it; sealed, since verifying it shows only its first character. */
  name: string
  /** "2026-01" to "2026-11", both whole. */
  from: string
  until: string
  minutes: number
  services: number
  parts: ProofPart[]
  issuedAt: number
  intent: string
}

/** What was served, by what it was called: how often, and how long. */
export interface ProofPart {
  title: string
  times: number
  minutes: number
}

/** So many kinds of service stand on it by name; the others are one line. */
export const mostParts = 12

/** What neighbours' help is called on a proof: whoever reads it need not know what a neighbour was in need of. */
const help = '邻里互助'

/** Sums services up for a proof: those that count, of the months asked for, the most time first. */
export function partsOf(services: readonly Service[], from: string, until: string): ProofPart[] {
  const parts = new Map<string, ProofPart>()
  for (const service of services) {
    const month = monthOf(service.startsAt)
    const minutes = serviceOf(service).counted
    if (month < from || month > until || minutes === 0) continue
    const title = service.source === 'introduction' ? help : service.title
    const part = parts.get(title) ?? { title, times: 0, minutes: 0 }
    part.times += 1
    part.minutes += minutes
    parts.set(title, part)
  }
  return [...parts.values()].sort((a, b) => b.minutes - a.minutes || (a.title < b.title ? -1 : 1))
}

/** What stands on the sheet: the largest by name, the others together, under a name of the sheet's own. */
export function shownParts(parts: readonly ProofPart[], others: string): ProofPart[] {
  if (parts.length <= mostParts) return [...parts]
  const [named, rest] = [parts.slice(0, mostParts - 1), parts.slice(mostParts - 1)]
  return [...named, { title: others, times: timesOf(rest), minutes: minutesOf(rest) }]
}

export const minutesOf = (parts: readonly ProofPart[]): number => parts.reduce((sum, part) => sum + part.minutes, 0)
export const timesOf = (parts: readonly ProofPart[]): number => parts.reduce((sum, part) => sum + part.times, 0)

/** A proof as its owner has it in a list. */
export type OwnProof = Pick<Proof, 'from' | 'until' | 'minutes' | 'services' | 'issuedAt'> & { code: string }

/** A proof with the file to keep, print or send: a PDF, in base64. */
export interface ProofFile extends OwnProof {
  pdf: string
}

/** What anyone sees who has a proof's number: enough to compare it with the paper, and no more. */
export interface VerifiedProof {
  centre: string
  /** "陈*". */
  name: string
  from: string
  until: string
  minutes: number
  services: number
  issuedAt: number
  /** Minutes were put right since. */
  changed: boolean
}

/** The letters of a proof's number: none that is read for another. */
export const proofLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const proofLength = 12

/** "ABCD-EFGH-JKLM": a number as it is printed. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

const month = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/))

/** A number as someone types or scans it: with or without strokes, in small letters too. */
export const proofCode = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((text) => text.toUpperCase().replace(/[^0-9A-Z]/g, '')),
  v.regex(new RegExp(`^[${proofLetters}]{${proofLength}}$`)),
)

export const issueInput = v.pipe(
  v.strictObject({ intent: intentId, name: line(1, 20), from: month, until: month }),
  v.forward(
    v.check(({ from, until }) => from <= until, 'until'),
    ['until'],
  ),
)

export const proofInput = v.strictObject({ code: proofCode })
