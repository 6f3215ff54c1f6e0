import type { Need } from '../../src/domain/need'
import type { Offer } from '../../src/domain/offer'
import { member } from './world'

const day = 24 * 60 * 60 * 1000

/** A need of 黄's, as it stands on the square: a tap that drips. Ten households make a draft of it. */
export function need(at: string, _id: string, more: Partial<Need> = {}): Need {
  const author = more.author === undefined ? member(at, 'huang', [])._id : more.author
  const key = author ?? 'nobody'
  const postedAt = more.postedAt ?? Date.now() - day
  const dueAt = more.dueAt ?? postedAt + 3 * day
  return {
    _id,
    centre: at,
    author,
    shownAs: null,
    text: '厨房水龙头关不紧，一直滴',
    meaning: {
      concept: 'leaking-tap',
      label: '水龙头滴漏',
      category: 'home-repair',
      item: 'tap-and-pipe',
      when: [],
      where: 'home',
      band: '60-79',
      urgent: false,
      wishes: [],
    },
    building: 'b-1',
    care: 'open',
    centreName: at,
    sight: 'square',
    state: 'open',
    postedAt,
    households: [key],
    members: [key],
    short: 9,
    drafted: false,
    owner: null,
    helper: null,
    dueAt,
    promisedAt: dueAt,
    escalatesAt: dueAt,
    answeredAt: null,
    inTime: null,
    match: {
      keys: ['leaking-tap@home'],
      for: ['elder'],
      slots: ['*'],
      signs: 'leaking-tap:90 skill-plumbing:72',
      things: [],
      pairs: '',
    },
    about: 'leaking-tap',
    lacking: null,
    events: [
      { id: `posts-${_id}`, at: postedAt, kind: 'post', owner: null, dueAt },
      { id: `own-posts-${_id}`, at: postedAt, kind: 'want', household: key, member: key },
    ],
    ...more,
  }
}

/** What is arranged for the many who want it: a class. */
export const dancing: Pick<Need, 'text' | 'meaning'> = {
  text: '想学跳广场舞',
  meaning: {
    ...need('one', 'any', { author: null }).meaning,
    concept: 'dance-learn',
    label: '学跳舞',
    category: 'culture-sport',
    item: 'dance-class',
    where: 'centre',
  },
}

/** What 邓 can do: mend taps, for two at a time. */
export function offer(at: string, _id: string, more: Partial<Offer> = {}): Offer {
  const postedAt = more.postedAt ?? Date.now() - day
  const capacity = more.capacity ?? 2
  return {
    _id,
    centre: at,
    owner: member(at, 'deng', [])._id,
    shownAs: null,
    text: '干了三十年水电，换龙头通马桶都行',
    meaning: {
      concept: 'skill-plumbing',
      label: '会修水管',
      category: 'home-repair',
      when: [],
      places: ['home'],
      bands: [],
    },
    building: 'b-1',
    care: 'open',
    sight: 'square',
    state: 'open',
    postedAt,
    expiresAt: postedAt + 60 * day,
    nudgesAt: postedAt + 53 * day,
    capacity,
    room: capacity,
    holding: [],
    settling: [],
    helped: {},
    holds: [],
    match: {
      keys: ['skill-plumbing@home'],
      for: ['all'],
      slots: ['*'],
      signs: 'skill-plumbing:90',
      things: [],
      pairs: '',
    },
    about: 'skill-plumbing',
    events: [{ id: `posts-${_id}`, at: postedAt, kind: 'post' }],
    ...more,
  }
}
