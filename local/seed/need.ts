import { introductionIdOf } from '../../cloudfunctions/introduction/load'
import { aboutOf, needKept, offerKept } from '../../cloudfunctions/need/fit'
import { conceptOf, needMeaning, offerMeaning } from '../../cloudfunctions/need/meaning'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour } from '../../src/domain/day'
import type { Introduction } from '../../src/domain/introduction'
import type { MeetingPlace } from '../../src/domain/matching/posting'
import type { Member } from '../../src/domain/member'
import type { Need, NeedEvent } from '../../src/domain/need'
import { dueAtOf, needRules } from '../../src/domain/need-rules'
import type { Offer } from '../../src/domain/offer'
import type { SurveyAnswer } from '../../src/domain/survey'
import content from './content/needs.json'
import { surveysOf } from './survey'

type NeedContent = (typeof content.needs)[number]
type OfferContent = Omit<(typeof content.offers)[number], 'places'> & { places: MeetingPlace[] | null }

/** What the demo centre asks of "我也要", and who of its staff is on duty. */
export const wantThreshold = 30
export const duty = 'st-sw-2'

interface Setting {
  centre: string
  centreName: string
  today: number
  now: number
  members: ReadonlyMap<string, Member>
  /** Those whom nobody is by name. */
  neighbours: readonly Member[]
}

export interface NeedSeed {
  needs: Need[]
  offers: Offer[]
  introductions: Introduction[]
  surveys: SurveyAnswer[]
}

/** What neighbours need and offer, as if each had come by the functions: read by the same thesaurus, found by the same keys. */
export function needSeed(setting: Setting): NeedSeed {
  const offers = (content.offers as OfferContent[]).map((each) => offerOf(setting, each))
  const needs = content.needs.map((each) => needOf(setting, each))
  const introductions = content.needs.flatMap((each) => introductionOf(setting, each, needs, offers) ?? [])
  return { needs, offers, introductions, surveys: surveysOf(setting) }
}

const nothing = { when: null, weekly: null, where: null, band: null }
const chosen = (concept: string | null) => (conceptOf(concept) ? concept : null)

function memberOf({ members }: Setting, id: string): Member {
  const found = members.get(id)
  if (!found) throw new Error(`the content names ${id}`)
  return found
}

function needOf(setting: Setting, each: NeedContent): Need {
  const author = memberOf(setting, each.by)
  const postedAt = setting.today + each.day * day + 10 * hour
  const concept = chosen(each.concept)
  const { meaning, care } = needMeaning(each.text, { concept, ...nothing }, author.band, postedAt)
  const match = needKept(each.text, meaning, concept !== null)
  const dueAt = dueAtOf(care, meaning.urgent, postedAt)
  const owner = memberId(setting.centre, `web:${duty}`)
  const wanting = setting.neighbours.slice(0, each.wants).map(({ _id }) => _id)
  const wants = [author._id, ...wanting].map(
    (who, n): NeedEvent => ({
      id: `seed-${each.id}-${n}`,
      at: postedAt + n * hour,
      kind: 'want',
      household: who,
      member: who,
    }),
  )
  const outcome = outcomeOf(each, postedAt, owner, setting.now)
  const events: NeedEvent[] = [
    { id: `seed-${each.id}`, at: postedAt, kind: 'post', owner, dueAt },
    ...wants,
    ...outcome.events,
  ]
  const { events: _told, ...state } = outcome
  return {
    _id: each.id,
    centre: setting.centre,
    author: author._id,
    shownAs: author.name,
    text: each.text,
    meaning,
    building: author.building,
    care,
    centreName: setting.centreName,
    sight: care === 'open' && each.status !== 'escalated' ? 'square' : 'staff',
    state: 'open',
    postedAt,
    households: [author._id, ...wanting],
    members: [author._id, ...wanting],
    short: wantThreshold - 1 - wanting.length,
    drafted: false,
    owner,
    helper: null,
    dueAt,
    promisedAt: dueAt,
    escalatesAt: outcome.answeredAt === null ? dueAt : null,
    inTime: outcome.answeredAt === null ? null : outcome.answeredAt <= dueAt,
    match,
    about: aboutOf(match),
    lacking: each.offer === null && each.status === 'open' ? 'nobody' : null,
    // The demo begins with what everyone knows already.
    told: events.length,
    events,
    ...state,
  }
}

/** What became of it, by the word that the content has for it. */
function outcomeOf(
  { id, status, offer }: NeedContent,
  postedAt: number,
  by: string,
  now: number,
): Pick<Need, 'answeredAt' | 'events'> & Partial<Need> {
  const at = postedAt + day + 5 * hour
  const event = (kind: string) => ({ id: `seed-${id}-${kind}`, at })
  if (at > now && status !== 'matched') return { answeredAt: null, events: [] }
  const introduction = offer === null ? null : introductionIdOf(id, offer)
  switch (status) {
    case 'answered':
      return { answeredAt: at, events: [{ ...event('reply'), kind: 'reply', by, text: '社工联系过您了，正在安排。' }] }
    case 'matched': {
      if (introduction === null) return { answeredAt: null, events: [] }
      const agreedAt = Math.min(at, now - hour)
      const dueAt = agreedAt + needRules.helpWithin
      const agreed = { id: `seed-${id}-agreed`, at: agreedAt, kind: 'agreed', introduction, dueAt } as const
      return {
        answeredAt: agreedAt,
        helper: introduction,
        dueAt,
        escalatesAt: dueAt > now ? dueAt : null,
        events: [agreed],
      }
    }
    case 'done':
      return {
        answeredAt: at,
        state: 'solved',
        events: [{ ...event('solve'), kind: 'solve', solved: true, by: 'author' }],
      }
    case 'withdrawn':
      return {
        answeredAt: null,
        state: 'withdrawn',
        escalatesAt: null,
        events: [{ ...event('withdraw'), kind: 'withdraw' }],
      }
    case 'expired': {
      const text = '问了两周，暂时没有合适的棋友；等有了再告诉您。'
      const close = { ...event('close'), kind: 'close', by, solved: false, reason: 'nobody-can', text } as const
      return { answeredAt: at, state: 'unsolved', events: [close] }
    }
    default:
      return { answeredAt: null, events: [] }
  }
}

function offerOf(setting: Setting, each: OfferContent): Offer {
  const owner = memberOf(setting, each.by)
  const postedAt = setting.today - 20 * day
  const concept = chosen(each.concept)
  const { meaning, care } = offerMeaning(
    each.text,
    { concept, when: null, places: each.places },
    [],
    owner.band,
    postedAt,
  )
  const match = offerKept(each.text, meaning, concept !== null)
  const holding = content.needs.flatMap(({ id, offer, status }) =>
    offer === each.id && status === 'matched' ? [introductionIdOf(id, each.id)] : [],
  )
  const expiresAt = postedAt + needRules.offerLasts
  return {
    _id: each.id,
    centre: setting.centre,
    owner: owner._id,
    shownAs: owner.name,
    text: each.text,
    meaning,
    building: owner.building,
    care,
    sight: each.status === 'pending' ? 'waiting' : care === 'open' ? 'square' : 'staff',
    state: each.status === 'paused' ? 'paused' : 'open',
    postedAt,
    expiresAt,
    nudgesAt: expiresAt - needRules.nudgeBefore,
    capacity: each.capacity,
    room: Math.max(0, each.capacity - holding.length),
    holding,
    settling: [],
    helped: {},
    holds: each.holds,
    match,
    about: aboutOf(match),
    told: 1,
    events: [{ id: `seed-${each.id}`, at: postedAt, kind: 'post' }],
  }
}

function introductionOf(
  { centre, now }: Setting,
  each: NeedContent,
  needs: readonly Need[],
  offers: readonly Offer[],
): Introduction | undefined {
  const need = needs.find(({ _id }) => _id === each.id)
  const offer = offers.find(({ _id }) => _id === each.offer)
  if (!need || !offer || (each.status !== 'matched' && each.status !== 'done')) return undefined
  const agreedAt = need.answeredAt ?? now - hour
  const at = agreedAt - hour
  const done = each.status === 'done'
  const last = done ? [{ id: `seed-${each.id}-done`, at: agreedAt + hour, kind: 'done', by: 'needer' } as const] : []
  return {
    _id: introductionIdOf(each.id, offer._id),
    centre,
    need: each.id,
    offer: offer._id,
    needer: need.author,
    helper: offer.owner,
    needAbout: need.about,
    offerAbout: offer.about,
    category: need.meaning.category,
    reasons: [{ why: 'means', code: need.meaning.label }, { why: 'any-time' }],
    state: done ? 'done' : 'agreed',
    askedBy: 'needer',
    shares: ['needer', 'helper'],
    felt: [],
    lapsesAt: null,
    told: 2 + last.length,
    events: [
      { id: `seed-${each.id}-ask`, at, kind: 'ask', by: 'needer', shares: true },
      { id: `seed-${each.id}-agree`, at: agreedAt, kind: 'agree', by: 'helper', shares: true },
      ...last,
    ],
  }
}
