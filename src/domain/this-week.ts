import type { AgeBand } from './age'
import { hour, minute, startOfDay } from './day'
import type { Engagement } from './member'
import { weekdayOf } from './shift'
import { isRested, isServing } from './rested'
import type { Rest } from './shift-rest'
import type { Skill } from './skill'
import {
  type Audience,
  type DayPart,
  dayParts,
  type Language,
  partEnds,
  type Training,
  type VolunteerPlace,
  type VolunteerProfile,
  type WeekTime,
} from './volunteer'

/** Something that needs hands: a shift, an order nobody has yet, a neighbour's need. Whatever is unknown is left out. */
export interface Task {
  kind: 'shift' | 'order' | 'need'
  id: string
  /** When; nothing where it is to be agreed. */
  startsAt: number | null
  endsAt: number | null
  /** The parts of the week in which it may be, where that is all that is known of its time; empty: any. */
  parts: readonly WeekTime[]
  /** All of them are needed, or one of them is, or one of them would help. */
  skills: readonly Skill[]
  skillsAre: 'all' | 'one' | 'helpful'
  licensed: boolean
  training: readonly Training[]
  bands: readonly AgeBand[] | null
  building: string | null
  placeKind: VolunteerPlace | null
  withWhom: Audience | null
  language: Language | null
  team: string | null
  /** How many are still missing. */
  lack: number
  /** Somebody would like to hand their seat on. */
  swap: boolean
}

/** Who looks for something to do, with all that decides, folded already. */
export interface Helper
  extends Pick<VolunteerProfile, 'skills' | 'times' | 'places' | 'withWhom' | 'languages' | 'weekHours'> {
  person: string
  band: AgeBand
  building: string | null
  team: string | null
  proven: readonly Skill[]
  trained: readonly Training[]
  cleared: readonly Training[]
  calendar: readonly Engagement[]
  /** What rest their centre wants them to have. */
  rest: Rest
}

/** Why something fits, or fits less: each is a few words on the screen. */
export type WhyFit =
  | { why: 'skill'; skill: Skill }
  | { why: 'time' }
  | { why: 'agreed-time' }
  | { why: 'near' }
  | { why: 'place'; place: VolunteerPlace }
  | { why: 'with'; whom: Audience }
  | { why: 'language'; language: Language }
  | { why: 'team' }
  | { why: 'short'; lack: number }
  | { why: 'swap' }
  /** These speak against it, and are said as well. */
  | { why: 'unusual-time' }
  | { why: 'enough' }

export interface Fit<Kind extends Task = Task> {
  task: Kind
  score: number
  reasons: WhyFit[]
}

/** What each reason counts for. Skills and free time lead; being short of people counts more than being near. */
const weights = {
  skill: 30,
  time: 24,
  'agreed-time': 10,
  short: 14,
  swap: 12,
  team: 10,
  near: 10,
  with: 9,
  language: 8,
  place: 6,
  'unusual-time': -40,
  enough: -25,
} satisfies Record<WhyFit['why'], number>

/** A part of a day that is touched for so long only is not counted as needed. */
const slack = 30 * minute

/** The parts of the week that a stretch of time lies in. */
export function partsOf(startsAt: number, endsAt: number): WeekTime[] {
  const midnight = startOfDay(startsAt)
  const weekday = weekdayOf(startsAt) as 1 | 2 | 3 | 4 | 5 | 6 | 7
  const [from, to] = [startsAt - midnight, endsAt - midnight]
  const begins = (part: DayPart): number => (part === 'am' ? 0 : part === 'pm' ? partEnds.am : partEnds.pm)
  const ends = (part: DayPart): number => (part === 'eve' ? 24 * hour : partEnds[part])
  const touched = dayParts.map((part) => ({
    part,
    long: Math.min(to, ends(part)) - Math.max(from, begins(part)),
  }))
  const longest = Math.max(...touched.map(({ long }) => long))
  return touched
    .filter(({ long }) => long > slack || (long > 0 && long === longest))
    .map(({ part }) => `${weekday}-${part}` as const)
}

/** Minutes of shifts and visits that someone has promised already in the seven days from the day of `now`. */
function promised(calendar: readonly Engagement[], person: string, now: number): number {
  const from = startOfDay(now)
  return calendar
    .filter((each) => isServing(each) && each.people.includes(person) && each.startsAt >= from)
    .filter((each) => each.startsAt < from + 7 * 24 * hour)
    .reduce((sum, { startsAt, endsAt }) => sum + (endsAt - startsAt) / minute, 0)
}

/**
 * What fits this helper, best first, with the reasons. Hard facts are never traded for a better score: what they may
 * not do, cannot do or have no time for is not in it. Of the same score the sooner comes first, then by id, so that the
 * same question has the same answer.
 */
export function whatFits<Kind extends Task>(tasks: readonly Kind[], helper: Helper, now: number): Fit<Kind>[] {
  const usual = new Set(helper.times)
  const given = promised(helper.calendar, helper.person, now)
  const busy = helper.calendar.filter(({ people, endsAt }) => endsAt > now && people.includes(helper.person))
  const duties = helper.calendar.filter(isServing)
  const fits: Fit<Kind>[] = []
  for (const task of tasks) {
    if (!mayDo(task, helper) || isTaken(task, busy) || isTooMuch(task, helper, duties)) continue
    const reasons = reasonsFor(task, helper, usual, given)
    fits.push({ task, reasons, score: reasons.reduce((sum, { why }) => sum + weights[why], 0) })
  }
  return fits.sort(
    (one, other) =>
      other.score - one.score || soonness(one.task) - soonness(other.task) || (one.task.id < other.task.id ? -1 : 1),
  )
}

const soonness = ({ startsAt }: Task): number => startsAt ?? Number.MAX_SAFE_INTEGER

function mayDo(task: Task, helper: Helper): boolean {
  if (task.bands && !task.bands.includes(helper.band)) return false
  for (const topic of task.training) {
    if (!helper.trained.includes(topic)) return false
    if (topic !== 'basics' && !helper.cleared.includes(topic)) return false
  }
  const can = (skill: Skill) => helper.proven.includes(skill) || (!task.licensed && helper.skills.includes(skill))
  if (task.skills.length === 0 || task.skillsAre === 'helpful') return true
  return task.skillsAre === 'all' ? task.skills.every(can) : task.skills.some(can)
}

const isTaken = ({ id, startsAt, endsAt }: Task, busy: readonly Engagement[]): boolean =>
  startsAt !== null &&
  endsAt !== null &&
  busy.some((entry) => entry.roster === id || (entry.startsAt < endsAt && entry.endsAt > startsAt))

/** It would be too much for them: by the same rule by which taking it would be refused, a shift or an order. */
const isTooMuch = ({ id, startsAt, endsAt }: Task, helper: Helper, duties: readonly Engagement[]): boolean =>
  startsAt !== null &&
  endsAt !== null &&
  !isRested(duties, [{ id: helper.person, band: helper.band }], { _id: id, startsAt, endsAt }, helper.rest)

/** How its time fits the times that they usually have: a fixed one wholly, a wide one in some part of it. */
function timeReasons({ startsAt, endsAt, parts }: Task, usual: ReadonlySet<WeekTime>): WhyFit[] {
  if (startsAt !== null && endsAt !== null) {
    if (usual.size === 0) return []
    return [{ why: partsOf(startsAt, endsAt).every((part) => usual.has(part)) ? 'time' : 'unusual-time' }]
  }
  if (parts.length === 0 || usual.size === 0) return [{ why: 'agreed-time' }]
  return [{ why: parts.some((part) => usual.has(part)) ? 'time' : 'unusual-time' }]
}

function reasonsFor(task: Task, helper: Helper, usual: ReadonlySet<WeekTime>, given: number): WhyFit[] {
  const reasons: WhyFit[] = []
  const skill = task.skills.find((each) => helper.skills.includes(each) || helper.proven.includes(each))
  if (skill) reasons.push({ why: 'skill', skill })
  reasons.push(...timeReasons(task, usual))
  if (task.swap) reasons.push({ why: 'swap' })
  else if (task.kind === 'shift' && task.lack > 0) reasons.push({ why: 'short', lack: task.lack })
  if (task.team !== null && task.team === helper.team) reasons.push({ why: 'team' })
  if (task.building !== null && task.building === helper.building) reasons.push({ why: 'near' })
  if (task.withWhom && helper.withWhom.includes(task.withWhom)) reasons.push({ why: 'with', whom: task.withWhom })
  if (task.language && task.language !== 'mandarin' && helper.languages.includes(task.language))
    reasons.push({ why: 'language', language: task.language })
  if (task.placeKind && helper.places.includes(task.placeKind)) reasons.push({ why: 'place', place: task.placeKind })
  const { startsAt, endsAt } = task
  const more = startsAt === null || endsAt === null ? 0 : (endsAt - startsAt) / minute
  if (given + more > helper.weekHours * 60) reasons.push({ why: 'enough' })
  return reasons
}
