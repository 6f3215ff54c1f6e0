import { hoursCollections } from './collections-hours'
import { volunteerCollections } from './collections-volunteer'
import { pictureCollections } from './collections-picture'
import { orderCollections } from './collections-order'
import { bookingCollections } from './collections-booking'
import { groupCollections } from './collections-group'
import { loanCollections } from './collections-loan'
import { menuCollections } from './collections-menu'
import { needCollections } from './collections-need'

/**
 * Every collection, its indexes and unique keys: the one declaration that the local database and the cloud's are made
 * from. An index says which query it serves; a query that no index serves is refused locally.
 */
export interface Index {
  name: string
  /** Upwards, downwards, or as places on the map. */
  keys: Record<string, 1 | -1 | '2dsphere'>
  unique?: true
  /** The query that it is there for. */
  serves: string
}

export interface Collection {
  indexes: readonly Index[]
  /**
   * What becomes of a person's documents when they delete their account: those whose `field` is the member's id are
   * removed, or stay without a name. A collection without it holds nothing of a person, or ids in a log.
   */
  person?: { field: string; becomes: 'removed' | 'unnamed' }
}

export const collections = {
  centres: { indexes: [] },
  members: {
    indexes: [
      {
        name: 'centre_roles',
        keys: { centre: 1, roles: 1 },
        serves: 'who of the staff answers when nobody is named, whom an order is told to and can be given to',
      },
      {
        name: 'centre_name',
        keys: { centre: 1, name: 1 },
        serves: 'staff looking for a person by name, to put them on a list',
      },
      {
        name: 'calendar_roster',
        keys: { 'calendar.roster': 1 },
        serves: 'releasing everyone’s time when an activity is cancelled or moved',
      },
      {
        name: 'calendar_heldAt',
        keys: { 'calendar.heldAt': 1 },
        serves: 'the chase: time kept lately for visits, of which some may never have been agreed',
      },
      {
        name: 'loans_at',
        keys: { 'loans.at': 1 },
        serves: 'the sweep of lending: what was kept lately, of which some may never have been lent',
      },
      {
        name: 'centre_keptBy',
        keys: { centre: 1, keptBy: 1 },
        serves: 'taking a deleted account out of the records that it kept for others',
      },
      { name: 'erasing', keys: { erasing: 1 }, serves: 'finishing deletions of accounts that were cut short' },
    ],
  },
  activities: {
    indexes: [
      {
        name: 'centre_coverPassed',
        keys: { centre: 1, 'cover.passed': 1 },
        serves: 'pictures that wait for a person to look at them',
      },
      {
        name: 'centre_item_startsAt',
        keys: { centre: 1, item: 1, startsAt: 1 },
        serves: 'what is on of one thing on the menu',
      },
      {
        name: 'centre_startsAt_id',
        keys: { centre: 1, startsAt: 1, _id: 1 },
        serves: 'the activity list and the centre’s page: what is on from now, soonest first',
      },
    ],
  },
  drafts: {
    indexes: [
      {
        name: 'centre_coverPassed',
        keys: { centre: 1, 'cover.passed': 1 },
        serves: 'pictures of plans that wait for a person to look at them',
      },
      {
        name: 'centre_state_updatedAt',
        keys: { centre: 1, state: 1, updatedAt: -1 },
        serves: 'what staff are preparing, the latest first',
      },
      {
        name: 'state_publishedAt',
        keys: { state: 1, publishedAt: 1 },
        serves: 'the sweep: what was to be published and was cut short',
      },
    ],
  },
  rosters: {
    indexes: [
      {
        name: 'following_id',
        keys: { following: 1, _id: 1 },
        serves: 'the sweep: rosters that the activity and the calendars do not follow yet',
      },
      {
        name: 'centre_people_endsAt',
        keys: { centre: 1, people: 1, endsAt: 1 },
        serves: 'my table: what some of my people are on the list of and is not over',
      },
      {
        name: 'centre_eventsMember',
        keys: { centre: 1, 'events.member': 1 },
        serves: 'what staff did to parties of mine, whether they are still on the list or not',
      },
      {
        name: 'centre_priorityPeople',
        keys: { centre: 1, 'rules.priority.people': 1 },
        serves: 'taking a member out of those who go first, when they delete their account',
      },
      { name: 'toTell', keys: { toTell: 1 }, serves: 'the telling: logs with events that nobody was told of yet' },
      { name: 'state_endsAt', keys: { state: 1, endsAt: 1 }, serves: 'asking those who came how it was' },
      {
        name: 'state_startsAt',
        keys: { state: 1, startsAt: 1 },
        serves: 'the sweep: open rosters that are about to start',
      },
      {
        name: 'state_priorityUntil',
        keys: { state: 1, 'rules.priority.until': 1 },
        serves: 'the sweep: open rosters whose priority window has just ended',
      },
    ],
  },
  audits: {
    person: { field: 'about', becomes: 'removed' },
    indexes: [
      {
        name: 'centre_about_at',
        keys: { centre: 1, about: 1, at: -1 },
        serves: 'who looked at what of mine, newest first',
      },
    ],
  },
  households: {
    indexes: [
      {
        name: 'centre_members',
        keys: { centre: 1, members: 1 },
        unique: true,
        serves: 'the household of a person, of which there is at most one, whoever asks at the same moment',
      },
      {
        name: 'centre_code',
        keys: { centre: 1, 'code.mac': 1 },
        unique: true,
        serves: 'the household that a code lets in to; no two have the same',
      },
    ],
  },
  messages: {
    indexes: [
      { name: 'centre_to_at', keys: { centre: 1, to: 1, at: -1 }, serves: 'one’s own inbox, the latest first' },
      { name: 'push_at', keys: { push: 1, at: 1 }, serves: 'what is still to be pushed' },
      { name: 'to', keys: { to: 1 }, serves: 'taking an account’s messages away with it' },
    ],
    person: { field: 'to', becomes: 'removed' },
  },
  verdicts: {
    indexes: [
      {
        name: 'centre_open',
        keys: { centre: 1, open: 1 },
        serves: 'the queue: what waits for a person to decide or to look into',
      },
      {
        name: 'centre_endsAt',
        keys: { centre: 1, endsAt: 1 },
        serves: 'how what ended lately was judged',
      },
    ],
  },
  codes: { indexes: [] },
  ...hoursCollections,
  visits: {
    person: { field: 'member', becomes: 'unnamed' },
    indexes: [
      {
        name: 'centre_door_at',
        keys: { centre: 1, door: 1, at: 1 },
        serves: 'which door brought how many, by time',
      },
      {
        name: 'centre_member',
        keys: { centre: 1, member: 1 },
        serves: 'a visit stays when its member is deleted, but nobody’s',
      },
    ],
  },
  ...volunteerCollections,
  ...orderCollections,
  ...pictureCollections,
  ...loanCollections,
  ...groupCollections,
  ...bookingCollections,
  ...menuCollections,
  ...needCollections,
} as const satisfies Record<string, Collection>

export type CollectionName = keyof typeof collections
