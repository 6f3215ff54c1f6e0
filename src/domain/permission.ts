import type { FamilyMember } from './member'
import { type Role, roles } from './role'

/**
 * How far a capability reaches. own: oneself · family: those one acts for · team, organisation: one's own ·
 * centre: the whole centre · case: cases one handles · aggregate: sums only · on-request-logged: with a reason that
 * is kept · all: without limit · none: not at all.
 */
const scopes = {
  '-': 'none',
  o: 'own',
  f: 'family',
  t: 'team',
  g: 'organisation',
  c: 'centre',
  k: 'case',
  s: 'aggregate',
  l: 'on-request-logged',
  a: 'all',
} as const

export type Scope = (typeof scopes)[keyof typeof scopes]

/** Capability × role × scope: one letter a role, in the order of `roles`. Screens and functions both read this table. */
const table = {
  'browse-menu': 'aaaaaaaaaaa',
  'sign-up': 'ofooo--oo--',
  waitlist: 'ofooo--oo--',
  'cancel-signup': 'ofooo--oo--',
  'walk-in-signup': '---tcg-c---',
  'check-in-self': 'ofooooooo--',
  'check-in-others': '---tcg-c---',
  'see-attendee-names': '---tcg-c---',
  'see-own-record': 'ofooooooooo',
  'place-order': 'ofooo--oo--',
  // What is for the social workers only is served by one of them, case by case.
  'accept-order': '--otkgg----',
  'dispatch-order': '---tcg-c---',
  'see-order-address': '--otkool---',
  'close-order': 'ofotkggc---',
  'post-need': 'ofooooooo--',
  'see-need-square': 'afaaaggaa--',
  'see-sensitive-need': '----k------',
  'respond-need': 'o-ookggco--',
  // Answering for needs, whoever's: to respond is to help oneself, of a social worker only the own cases.
  'answer-need': '----c--c---',
  'post-offer': 'ofooooooo--',
  'verify-licence': '----c--c---',
  'borrow-item': 'ofooooooo--',
  'manage-loan': '---tcg-c---',
  'book-room': 'ofooooooo--',
  'approve-room': '----c--c---',
  rate: 'ofooo--oo--',
  'rate-as-provider': '-----------',
  'see-rating-aggregate': 'aaaaaggaaa-',
  'see-rating-identity': 'of-----l---',
  'reply-rating': '-----ggc---',
  'delete-rating': '-----------',
  'moderate-content': '----c--c---',
  'join-group': 'ofooooooo--',
  'manage-group': 'o-otcg-c---',
  'take-shift': '--ot-------',
  'manage-shift': '---tcg-c---',
  'confirm-hours': '---tc--c---',
  'issue-certificate': '----cg-c---',
  'raise-motion': 'o-ooooooo--',
  'support-motion': 'o-ooo--oo--',
  'comment-motion': 'o-ooooooo--',
  'attend-council': 'aaaaaaaaaa-',
  'chair-council': '-------co--',
  'vote-household': 'o-ooo--oo--',
  'see-own-ballot': 'o-ooo--oo--',
  'see-ballot-of-others': '-----------',
  'see-vote-tally': 'aaaaaaaaaa-',
  'count-ballots': '-------c-l-',
  'adopt-motion': '-------c---',
  'propose-project': '--oooggco--',
  'score-project-review': '----l--co--',
  'see-scorecard': 'aaaaaggaaa-',
  'fill-official-score': '---------a-',
  'edit-scorecard-data': '-----------',
  'manage-menu': '----cg-c---',
  'create-activity': 'o--tcggco--',
  'approve-activity': '----c--c---',
  'publish-notice': '---tcg-c---',
  'verify-household': '----l--c---',
  'manage-accounts': '-------c--a',
  'see-minor-guardian': '-f-tcg-c---',
  'see-case-note': 'of--k------',
  'write-case-note': '----k------',
  'refer-crisis': '--otkg-c-l-',
  'see-alert-board': '-fotc--c---',
  'export-list': '----ll-l-l-',
  'bulk-message': '---tcg-c---',
  'run-report': '---scg-c-s-',
  'see-audit-log': 'ofooooocola',
  'configure-system': '----------a',
  'act-as-user': '-f---------',
  'delete-own-account': 'ofooooooooo',
  // Whoever lets someone into homes and near children answers for the centre: no team's or organisation's business.
  'approve-volunteer': '----c--c---',
  // Staff write down, in the name of someone without a phone, what was asked at a door or on a paper card.
  'place-order-for': '----c--c---',
  // Not in the content's table: a provider keeps its own profile, calendar and what it brings; the centre any of them.
  'manage-provider': '---tcggc---',
} as const

export type Capability = keyof typeof table

/** Every capability there is. */
export const capabilities = Object.keys(table) as Capability[]

/** How far one role reaches with a capability. */
export const scopeOf = (role: Role, capability: Capability): Scope =>
  scopes[table[capability][roles.indexOf(role)] as keyof typeof scopes] ?? 'none'

/** The scopes that several roles give, each its own: together they are no larger than each. Without `none`. */
export const scopesOf = (held: readonly Role[], capability: Capability): Scope[] => [
  ...new Set(held.map((role) => scopeOf(role, capability)).filter((scope) => scope !== 'none')),
]

/** Whether any of the roles gives the capability at all; how far it reaches is for `covers` to say. */
export const holds = (held: readonly Role[], capability: Capability): boolean => scopesOf(held, capability).length > 0

/** Who asks: a member, by what their scopes are measured with. */
export interface Holder {
  _id: string
  roles: readonly Role[]
  organisation: string | null
  team: string | null
  family: readonly Pick<FamilyMember, 'id'>[]
}

/** What is asked about: whose it is. A missing or empty part is nobody's. */
export interface Belonging {
  /** The person it is of: a member, or one of a member's family. */
  person?: string | null
  organisation?: string | null
  team?: string | null
}

/**
 * Whether some role of the holder reaches this thing of their own centre. Scopes that need more than ownership
 * (case, aggregate, on-request-logged) reach nothing here: what they open is decided where it is kept.
 */
export const covers = (holder: Holder, capability: Capability, thing: Belonging): boolean =>
  scopesOf(holder.roles, capability).some((scope) => {
    if (scope === 'all' || scope === 'centre') return true
    if (scope === 'own') return thing.person === holder._id
    if (scope === 'family') return holder.family.some(({ id }) => id === thing.person)
    if (scope === 'team') return holder.team !== null && thing.team === holder.team
    if (scope === 'organisation') return holder.organisation !== null && thing.organisation === holder.organisation
    return false
  })
