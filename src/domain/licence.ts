import { day } from './day'
import type { Qualification } from './volunteer'
import { holdsAt } from './volunteer-log'

/** A licence or a qualification that a provider says to have, and what staff found. Facts: a new one follows an old. */
export interface Licence {
  /** The intent that named it. */
  id: string
  at: number
  by: string | null
  name: string
  /** The last day on which it holds, by its first moment; nothing where it does not run out. */
  until: number | null
  /** The check; nothing while it waits. */
  check: { intent: string; at: number; by: string | null; pass: boolean; reason: string | null } | null
}

/** checked · ending: it runs out within a month · expired · waiting: nobody has looked at it yet · refused. */
export const licenceStates = ['checked', 'ending', 'expired', 'waiting', 'refused'] as const
export type LicenceState = (typeof licenceStates)[number]

/** So long before it runs out one is told. */
const warned = 30 * day

/** How a licence stands. It holds to the end of its last day. */
export function licenceState({ until, check }: Pick<Licence, 'until' | 'check'>, now: number): LicenceState {
  if (until !== null && now >= until + day) return 'expired'
  if (!check) return 'waiting'
  if (!check.pass) return 'refused'
  return until !== null && until + day - now <= warned ? 'ending' : 'checked'
}

export interface CheckedLicence {
  name: string
  until: number | null
}

/** Those that staff have seen and that hold now: only these are shown to residents. */
export const holding = (licences: readonly Licence[], now: number): CheckedLicence[] =>
  licences
    .filter((licence) => ['checked', 'ending'].includes(licenceState(licence, now)))
    .map(({ name, until }) => ({ name, until }))

/** What is demanded where it is whatever licence one's own profession has. */
const oneOfTheirs = '按专业亮证'

/** What a paper is, beside whom it is for: each issuer puts it otherwise. */
const wrapping = /职业技能等级|职业资格|技能等级|证书|证明|持证|证|资格|作业|操作|上岗|执业|[\s（）()【】·、-]/g
/** What only learns it, or helps with it, is not the thing itself. */
const lesser = /培训|结业|学员|实习|助理|见习/

/** Whom it is for, without what any paper says of itself. */
const coreOf = (words: string): string => words.replace(wrapping, '')

/**
 * Whether a licence is one of those that words ask for, which may name several: it names whom one of them is for, and
 * may say more, never less; one that lets them practise where that is asked, and not one of a learner.
 */
export const isMeant = (name: string, demanded: string): boolean =>
  demanded.split('或').some((each) => {
    const core = coreOf(each)
    const practises = !each.includes('执业') || name.includes('执业')
    return core.length >= 2 && coreOf(name).includes(core) && practises && (!lesser.test(name) || lesser.test(each))
  })

/** Whether any certificate does, as long as it was checked and holds. */
const isAny = (demanded: string | null): demanded is null => demanded === null || demanded === oneOfTheirs

/** Whether one of someone's own certificates that staff have seen and that hold now bears the name of what is demanded. */
export const proves = (papers: readonly Qualification[], demanded: string | null, now: number): boolean =>
  papers.some((paper) => holdsAt(paper, now) && (isAny(demanded) || isMeant(paper.name, demanded)))

/**
 * Whether a provider may be sent where the rule says that the licence is verified first and that an expired one is not
 * sent: whether one that bears the name of what is demanded was checked and holds. Another licence of theirs does not
 * stand in for it; where no name is demanded, any does.
 */
export function mayBeSent(
  licences: readonly Licence[],
  risks: readonly string[],
  now: number,
  demanded: string | null = null,
): boolean {
  if (!risks.includes('verify-licence')) return true
  const meant = isAny(demanded) ? licences : licences.filter(({ name }) => isMeant(name, demanded))
  return holding(meant, now).length > 0
}
