import { type Group, groupOf, groupWaits } from '../../src/domain/group'

/** A choir of twenty; a log in `more` brings its guard fields along. */
export function group(at: string, _id: string, more: Partial<Group> = {}): Group {
  const capacity = more.capacity ?? 20
  const waitCapacity = more.waitCapacity ?? groupWaits
  const made: Group = {
    _id,
    centre: at,
    item: 'choir',
    bands: ['18-34', '35-59', '60-79', '80+', '7-12'],
    private: false,
    name: '合唱队',
    about: '唱老歌，不用识谱。',
    leads: '梁老师',
    leader: null,
    meets: '每周五 19:00',
    place: '四楼排练室',
    organisation: null,
    team: null,
    meetings: [],
    state: 'open',
    capacity,
    waitCapacity,
    left: capacity + waitCapacity,
    over: 0,
    people: [],
    version: 1,
    saved: 'before',
    told: 0,
    toTell: false,
    firstCapacity: capacity,
    events: [],
    ...more,
  }
  const there = groupOf(made)
  return {
    ...made,
    over: more.over ?? Math.max(0, there.filter(({ state }) => state === 'in').length - capacity),
    left: more.left ?? capacity + waitCapacity - there.length,
    people: more.people ?? there.map(({ person }) => person),
  }
}
