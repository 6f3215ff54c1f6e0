import { kid } from './world'

/** What is expected of one procedure, said here and not read from the code. */
export interface Expectation {
  /** Who may: anyone, someone signed in, a member, or a member with this capability in the role table. */
  needs: 'anyone' | 'identity' | 'member' | string
  /** An input that is right in form. */
  input: Record<string, unknown>
  /** Fields that may be null. */
  nullable?: string[]
  /** Whether what it asks for is done by a write. */
  writes: boolean
  /** Inputs that aim at what is someone else's (黄秀莲's), with what they are told. */
  strangers?: [input: Record<string, unknown>, reason: string][]
}

const intent = 'intent-hostile-1'
const reason = '看看能不能'
const walk = { activity: 'one-walk' }
const party = 'intent-huang-one'
const child = kid('one', 'huang', 'k1').id
const birth = { year: 2016, month: 5 }
const family = { name: '小满', band: '7-12', birth, relation: 'child', consent: true }

/** Every procedure of every function; one without a row here fails the tests. */
export const expectations: Record<string, Expectation> = {
  'centre.open': { needs: 'anyone', input: {}, writes: false },
  'centre.enter': { needs: 'anyone', input: { visit: 'visit-x', door: 'lobby', page: 'home' }, writes: true },

  'member.me': { needs: 'anyone', input: {}, writes: false },
  'member.join': {
    needs: 'identity',
    input: { name: '林巧', band: '35-59', birth, building: 'b-1', consent: true },
    nullable: ['birth', 'building'],
    writes: true,
  },
  'member.update': {
    needs: 'member',
    input: { name: '林巧', band: '35-59', birth, building: 'b-1' },
    nullable: ['birth', 'building'],
    writes: true,
  },
  'member.account': { needs: 'see-own-record', input: {}, writes: false },
  'member.setContact': {
    needs: 'member',
    input: { phone: '13800138000', room: '302', consent: true },
    nullable: ['phone', 'room'],
    writes: true,
  },
  'member.erase': { needs: 'identity', input: { confirm: '注销' }, writes: true },
  'member.addFamily': { needs: 'member', input: { intent, ...family }, nullable: ['birth'], writes: true },
  'member.updateFamily': {
    needs: 'member',
    input: { person: child, ...family },
    nullable: ['birth'],
    writes: true,
    strangers: [[{ person: child, ...family }, 'not-your-family']],
  },
  'member.removeFamily': {
    needs: 'member',
    input: { person: child },
    writes: true,
    strangers: [[{ person: child }, 'not-your-family']],
  },

  'audit.mine': { needs: 'see-own-record', input: {}, writes: false },
  'audit.contact': { needs: 'see-attendee-names', input: { ...walk, party }, writes: false },
  'audit.reveal': { needs: 'see-attendee-names', input: { intent, ...walk, party, reason }, writes: true },

  'household.see': { needs: 'see-own-record', input: {}, writes: false },
  'household.create': { needs: 'member', input: { intent }, writes: true },
  'household.code': { needs: 'member', input: {}, writes: true, strangers: [[{}, 'not-in-household']] },
  'household.join': {
    needs: 'member',
    input: { code: '000000' },
    writes: true,
  },
  'household.leave': { needs: 'member', input: {}, writes: true },
  'household.agree': {
    needs: 'member',
    input: { person: child.split('.')[0], agree: true },
    writes: true,
    strangers: [[{ person: child.split('.')[0], agree: true }, 'not-in-household']],
  },

  'activity.list': {
    needs: 'anyone',
    input: { filter: 'all', words: '太极', after: { startsAt: 1, id: 'a' } },
    nullable: ['after'],
    writes: false,
  },
  'activity.open': { needs: 'anyone', input: walk, writes: false },
  'activity.mine': { needs: 'see-own-record', input: {}, writes: false },
  'activity.signUp': {
    needs: 'sign-up',
    input: { intent, ...walk, people: [child] },
    writes: true,
    strangers: [[{ intent, ...walk, people: [child] }, 'not-your-family']],
  },
  'activity.leave': {
    needs: 'cancel-signup',
    input: { intent, ...walk, party },
    writes: true,
    strangers: [[{ intent, ...walk, party }, 'not-in-activity']],
  },
  'activity.take': {
    needs: 'sign-up',
    input: { intent, ...walk, party },
    writes: true,
    strangers: [[{ intent, ...walk, party }, 'not-in-activity']],
  },
  'activity.roster': { needs: 'see-attendee-names', input: walk, writes: false },
  'activity.setCapacity': {
    needs: 'create-activity',
    input: { intent, ...walk, capacity: 5, waitCapacity: 5, reason },
    writes: true,
  },
  'activity.move': { needs: 'walk-in-signup', input: { intent, ...walk, party, to: 'wait', reason }, writes: true },
  'activity.remove': { needs: 'walk-in-signup', input: { intent, ...walk, party, reason }, writes: true },

  'attendance.open': { needs: 'check-in-self', input: walk, writes: false },
  'attendance.pass': { needs: 'check-in-self', input: {}, writes: false },
  'attendance.checkIn': {
    needs: 'check-in-self',
    input: { intent, ...walk, code: '123 456', people: [child], walkIn: false },
    nullable: ['people'],
    writes: true,
    strangers: [[{ intent, ...walk, code: 'LLP.r-1.0123456789abcdef', people: [child], walkIn: true }, 'code-invalid']],
  },
  'attendance.desk': { needs: 'check-in-others', input: walk, writes: false },
  'attendance.code': { needs: 'check-in-others', input: walk, writes: false },
  'attendance.scan': {
    needs: 'check-in-others',
    input: { intent, ...walk, code: 'LLM.m.1.0123456789abcdef' },
    writes: true,
  },
  'attendance.admit': {
    needs: 'check-in-others',
    input: { intent, ...walk, party, people: [child], reason },
    nullable: ['reason'],
    writes: true,
  },
  'attendance.walkIn': {
    needs: 'walk-in-signup',
    input: { intent, ...walk, name: '路过的人', band: '35-59', building: 'b-1' },
    nullable: ['building'],
    writes: true,
  },
  'attendance.undo': {
    needs: 'check-in-others',
    input: { intent, ...walk, checkIn: 'check-in-x', reason },
    writes: true,
  },
}
