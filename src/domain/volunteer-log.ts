import type { VolunteerRefusal } from './volunteer-refusal'
import type { Qualification, Training, Volunteer, VolunteerEvent, VolunteerState } from './volunteer'
import type { Skill } from './skill'

/** Where a volunteer stands: the fold of their log. */
export interface Standing {
  state: VolunteerState
  trained: Training[]
  /** What staff let them do besides; each needs its training. */
  cleared: Exclude<Training, 'basics'>[]
  team: string | null
  /** Why they were suspended, while they are. */
  reason: string | null
  /** What they were before the last step; who is taken back is that again, and not more. */
  before: VolunteerState
}

/** Which step leads from which state to which; a step that is not here changes no state. */
const moves: Partial<
  Record<VolunteerEvent['kind'], { from: readonly VolunteerState[]; to: VolunteerState | 'before' }>
> = {
  apply: { from: ['left'], to: 'applied' },
  accept: { from: ['applied'], to: 'training' },
  admit: { from: ['applied', 'training'], to: 'active' },
  rest: { from: ['active'], to: 'resting' },
  resume: { from: ['resting'], to: 'active' },
  leave: { from: ['applied', 'training', 'active', 'resting'], to: 'left' },
  suspend: { from: ['applied', 'training', 'active', 'resting'], to: 'suspended' },
  restore: { from: ['suspended'], to: 'before' },
}

/** Folds the log. What was trained and cleared stays when someone rests or leaves: they need not learn it again. */
export function standingOf(events: readonly VolunteerEvent[]): Standing {
  const standing: Standing = { state: 'applied', trained: [], cleared: [], team: null, reason: null, before: 'applied' }
  const seen = new Set<string>()
  for (const event of events) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    take(standing, event)
  }
  return standing
}

function take(standing: Standing, event: VolunteerEvent): void {
  const move = moves[event.kind]
  if (move) {
    if (!move.from.includes(standing.state)) return
    const to = move.to === 'before' ? standing.before : move.to
    standing.before = standing.state
    standing.state = to
  }
  if (event.kind === 'train' && !standing.trained.includes(event.topic)) standing.trained.push(event.topic)
  if (event.kind === 'clear') {
    standing.cleared = standing.cleared.filter((topic) => topic !== event.topic)
    if (event.yes) standing.cleared.push(event.topic)
  }
  if (event.kind === 'team') standing.team = event.team
  if (event.kind === 'leave') standing.team = null
  standing.reason = event.kind === 'suspend' ? event.reason : move ? null : standing.reason
}

/** The state after a step, as it is written beside the log. */
export const stateAfter = (events: readonly VolunteerEvent[], event: VolunteerEvent): VolunteerState =>
  standingOf([...events, event]).state

/**
 * Why this step may not be taken now, or nothing. Nobody is admitted without the basics; nobody is let into homes or
 * near minors who was not trained for it, and no minor into homes at all.
 */
export function whyNotStep(
  volunteer: Pick<Volunteer, 'events'>,
  event: VolunteerEvent,
  minor: boolean,
): VolunteerRefusal | undefined {
  const standing = standingOf(volunteer.events)
  const move = moves[event.kind]
  if (move && !move.from.includes(standing.state)) return { reason: 'volunteer-state', state: standing.state }
  if (event.kind === 'admit' && !standing.trained.includes('basics'))
    return { reason: 'training-needed', topic: 'basics' }
  if (event.kind === 'clear' && event.yes) {
    if (minor && event.topic === 'home-visits') return { reason: 'minor-no-home-visit' }
    if (!standing.trained.includes(event.topic)) return { reason: 'training-needed', topic: event.topic }
  }
  if (event.kind === 'team' && ['left', 'suspended'].includes(standing.state))
    return { reason: 'volunteer-state', state: standing.state }
  return undefined
}

/** Whether a certificate holds at `at`: staff have seen it, and it has not run out. */
export const holdsAt = ({ state, expiresAt }: Qualification, at: number): boolean =>
  state === 'valid' && (expiresAt === null || at <= expiresAt)

/** The skills that a certificate proves at `at`. */
export const provenAt = (qualifications: readonly Qualification[], at: number): Skill[] => [
  ...new Set(qualifications.flatMap((each) => (each.skill && holdsAt(each, at) ? [each.skill] : []))),
]
