import type { Expectation } from './expectation'
import { hoursExpectations } from './expectations-hours'
import { volunteerExpectations } from './expectations-volunteer'
import { orderExpectations } from './expectations-order'
import { bookingExpectations } from './expectations-booking'
import { groupExpectations } from './expectations-group'
import { loanExpectations } from './expectations-loan'
import { menuExpectations } from './expectations-menu'
import { needExpectations } from './expectations-need'
import { kid } from './world'

const intent = 'intent-hostile-1'
const reason = '看看能不能'
const walk = { activity: 'one-walk' }
const party = 'intent-huang-one'
const child = kid('one', 'huang', 'k1').id
const birth = { year: 2016, month: 5 }
const family = { name: '小满', band: '7-12', birth, relation: 'child', consent: true }

const words = {
  title: '手机课',
  description: '学会视频通话',
  category: 'elder-learning',
  bands: ['60-79'],
  bring: '手机',
}
const versioned = { intent, activity: 'one-plan', version: 3 }
const plan = {
  ...versioned,
  ...words,
  item: 'phone-class',
  placeId: 'r-1',
  place: '二楼学堂',
  placeNote: '有电梯',
  private: false,
  startsAt: 4,
  endsAt: 5,
  opensAt: 2,
  closesAt: 3,
  firstUntil: 3,
  firstBands: ['60-79'],
  firstBuildings: ['b-1'],
  capacity: 20,
  waitCapacity: 10,
  offerHours: 24,
  keepMinutes: 120,
}
const nullablePlan = Object.keys(plan).filter(
  (field) => !['intent', 'activity', 'version', 'bands', 'private', 'firstBands', 'firstBuildings'].includes(field),
)
const judged = {
  person: child,
  overall: 3,
  scores: [
    { of: 'attitude', score: 4 },
    { of: 'useful', score: 5 },
  ],
  tags: ['patient'],
  comment: '讲得明白',
  contact: false,
}

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
  'member.consent': { needs: 'member', input: { consent: true }, writes: true },
  'member.erase': { needs: 'identity', input: { confirm: '注销' }, writes: true },
  'member.eraseFor': { needs: 'walk-in-signup', input: { ...walk, party }, writes: true },
  'member.eraseKept': { needs: 'place-order-for', input: { person: child.split('.')[0] }, writes: true },
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
  'activity.past': { needs: 'see-own-record', input: {}, writes: false },
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
  'activity.find': { needs: 'walk-in-signup', input: { ...walk, words: '黄秀' }, writes: false },
  'activity.add': {
    needs: 'walk-in-signup',
    input: { intent, ...walk, holder: child.split('.')[0], people: [child], to: 'line', reason },
    writes: true,
  },
  'activity.changeTime': {
    needs: 'create-activity',
    input: { intent, ...walk, moved: 1, startsAt: 2, endsAt: 3, closesAt: 1, place: '大厅', placeNote: '一楼', reason },
    nullable: ['place', 'placeNote'],
    writes: true,
  },
  'activity.cancel': { needs: 'create-activity', input: { intent, ...walk, reason }, writes: true },
  'activity.notify': { needs: 'publish-notice', input: { intent, ...walk, text: '请早到十分钟' }, writes: true },
  'activity.board': {
    needs: 'create-activity',
    input: { show: 'past', after: { startsAt: 1, id: 'a' } },
    nullable: ['after'],
    writes: false,
    lists: true,
  },
  'activity.draft': { needs: 'create-activity', input: walk, writes: false },
  'activity.saveDraft': { needs: 'create-activity', input: plan, nullable: nullablePlan, writes: true },
  'activity.ask': { needs: 'create-activity', input: versioned, writes: true },
  'activity.discard': { needs: 'create-activity', input: versioned, writes: true },
  'activity.publish': { needs: 'approve-activity', input: versioned, writes: true },
  'activity.amend': {
    needs: 'create-activity',
    input: { ...versioned, ...walk, ...words },
    nullable: ['title', 'description', 'category', 'bring'],
    writes: true,
  },
  'activity.catalogue': {
    needs: 'create-activity',
    input: { category: 'elder-health' },
    nullable: ['category'],
    writes: false,
    lists: true,
  },
  'activity.cover': { needs: 'create-activity', input: walk, writes: false },
  'activity.setCover': {
    needs: 'create-activity',
    input: { intent, ...walk, image: '/9j/4AAQSkZJRgABAQ==' },
    writes: true,
  },
  'activity.covers': { needs: 'moderate-content', input: {}, writes: false, lists: true },
  'activity.judgeCover': {
    needs: 'moderate-content',
    input: { ...walk, file: 'cloud://local.local/covers/one/x.jpg', pass: true },
    writes: true,
  },
  'activity.places': { needs: 'create-activity', input: {}, writes: false, lists: true },

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
    input: { intent, ...walk, name: '路过的人', band: '35-59', building: 'b-1', consent: true },
    nullable: ['building'],
    writes: true,
  },
  'attendance.undo': {
    needs: 'check-in-others',
    input: { intent, ...walk, checkIn: 'check-in-x', reason },
    writes: true,
  },

  'rating.open': { needs: 'rate', input: walk, writes: false },
  'rating.rate': {
    needs: 'rate',
    input: { intent, ...walk, ...judged },
    nullable: ['comment', 'scores'],
    writes: true,
    strangers: [[{ intent, ...walk, ...judged }, 'not-your-family']],
  },
  'rating.edit': {
    needs: 'rate',
    input: { intent, ...walk, ...judged },
    nullable: ['comment', 'scores'],
    writes: true,
    strangers: [[{ intent, ...walk, ...judged }, 'not-your-family']],
  },
  'rating.withdraw': {
    needs: 'rate',
    input: { intent, ...walk, person: child, what: 'text' },
    writes: true,
    strangers: [[{ intent, ...walk, person: child, what: 'text' }, 'not-your-family']],
  },
  'rating.summary': { needs: 'anyone', input: walk, writes: false },
  'rating.reply': { needs: 'reply-rating', input: { intent, ...walk, text: '谢谢大家' }, writes: true },
  'rating.board': { needs: 'see-rating-aggregate', input: {}, writes: false },
  'rating.queue': { needs: 'moderate-content', input: {}, writes: false },
  'rating.decide': {
    needs: 'moderate-content',
    input: { intent, ...walk, about: party, pass: true, reason },
    writes: true,
  },
  'rating.follow': {
    needs: 'moderate-content',
    input: { intent, ...walk, rater: 'abcdefghijklmnopqrst', outcome: reason },
    writes: true,
  },
  'rating.contact': {
    needs: 'moderate-content',
    input: { intent, ...walk, rater: 'abcdefghijklmnopqrst', reason },
    writes: true,
  },

  'message.inbox': {
    needs: 'see-own-record',
    input: { before: { at: 5, id: 'message-x' } },
    nullable: ['before'],
    writes: false,
  },
  'message.unread': { needs: 'see-own-record', input: {}, writes: false },
  'message.read': { needs: 'see-own-record', input: { until: 5 }, writes: true },
  'message.granted': { needs: 'member', input: { intent, templates: ['signup-success'] }, writes: true },

  'centre.doors': { needs: 'run-report', input: { days: 7 }, writes: false },
  'centre.code': {
    needs: 'publish-notice',
    input: { activity: 'one-walk', door: 'poster' },
    nullable: ['activity'],
    writes: false,
  },
  ...volunteerExpectations(child.split('.')[0] as string),
  ...hoursExpectations(child.split('.')[0] as string),

  ...orderExpectations,
  ...loanExpectations,
  ...groupExpectations,
  ...bookingExpectations,
  ...menuExpectations,
  ...needExpectations,
}
