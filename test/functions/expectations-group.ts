import { kid } from './world'

const intent = 'intent-hostile-1'
const reason = '看看能不能'
const on = { group: 'one-choir' }
const child = kid('one', 'huang', 'k1').id
const theirs = { intent, ...on, person: child }
const place = { intent, ...on, place: 'intent-huang-one' }

/** Aimed at what is someone else's, with what they are told. */
const aimed = (input: Record<string, unknown>, told: string): [Record<string, unknown>, string][] => [[input, told]]

/** What is expected of standing groups. */
export const groupExpectations = {
  'group.list': { needs: 'anyone', input: { item: 'choir' }, nullable: ['item'], writes: false },
  'group.open': { needs: 'anyone', input: on, writes: false },
  'group.mine': { needs: 'see-own-record', input: {}, writes: false },
  'group.join': { needs: 'join-group', input: theirs, writes: true, strangers: aimed(theirs, 'not-your-family') },
  'group.leave': { needs: 'join-group', input: place, writes: true, strangers: aimed(place, 'not-found') },
  'group.desk': { needs: 'manage-group', input: {}, writes: false, lists: true as const },
  'group.save': {
    needs: 'manage-group',
    input: {
      intent,
      ...on,
      version: 1,
      item: 'choir',
      name: '老歌合唱队',
      about: '唱老歌，不用识谱。',
      leads: '梁老师',
      leader: null,
      meets: '每周五 19:00',
      place: '四楼排练室',
      capacity: 21,
    },
    nullable: ['leader'],
    writes: true,
  },
  'group.remove': { needs: 'manage-group', input: { ...place, reason }, writes: true },
  'group.link': { needs: 'manage-group', input: { intent, ...on, activity: 'one-walk', linked: false }, writes: true },
  'group.end': { needs: 'manage-group', input: { intent, ...on, reason }, writes: true },
}
