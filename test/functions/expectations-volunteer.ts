import type { Expectation } from './expectation'

const intent = 'intent-hostile-1'
const reason = '看看能不能'
const shift = { shift: 'one-desk' }
const party = 'intent-desk-one'

const profile = {
  skills: ['skill-photo'],
  words: '会修收音机',
  times: ['1-am', '6-pm'],
  places: ['centre'],
  withWhom: ['elders'],
  languages: ['mandarin'],
  weekHours: 4,
  homeVisits: false,
  minors: false,
}

const role = {
  key: 'a1',
  name: '接待',
  count: 2,
  standby: 2,
  bands: ['35-59'],
  skills: ['skill-photo'],
  licensed: false,
  training: ['basics'],
  withWhom: 'elders',
  language: 'mandarin',
}

/** What is expected of the procedures of volunteers and their shifts. 黄秀莲 is a volunteer, and on the shift. */
export const volunteerExpectations = (huang: string): Record<string, Expectation> => ({
  'volunteer.mine': { needs: 'see-own-record', input: {}, writes: false },
  'volunteer.register': {
    needs: 'member',
    input: { intent, ...profile, pledge: true },
    nullable: ['words'],
    writes: true,
  },
  'volunteer.update': {
    needs: 'member',
    input: profile,
    nullable: ['words'],
    writes: true,
    strangers: [[profile, 'not-volunteer']],
  },
  'volunteer.step': {
    needs: 'member',
    input: { intent, step: 'rest' },
    writes: true,
    strangers: [[{ intent, step: 'rest' }, 'not-volunteer']],
  },
  'volunteer.addQualification': {
    needs: 'member',
    input: { intent, name: '护士证', skill: 'skill-nursing', expiresAt: 5, image: '/9j/4AAQSkZJRgABAQ==' },
    nullable: ['skill', 'expiresAt'],
    writes: true,
  },
  'volunteer.removeQualification': {
    needs: 'member',
    input: { qualification: 'paper-x' },
    writes: true,
    strangers: [[{ qualification: 'paper-x' }, 'not-volunteer']],
  },
  'volunteer.list': { needs: 'approve-volunteer', input: {}, writes: false },
  'volunteer.person': { needs: 'approve-volunteer', input: { volunteer: huang }, writes: false },
  'volunteer.decide': {
    needs: 'approve-volunteer',
    input: { intent, volunteer: huang, step: { kind: 'suspend', reason } },
    writes: true,
  },
  'volunteer.judgeQualification': {
    needs: 'approve-volunteer',
    input: { intent, volunteer: huang, qualification: 'paper-x', valid: true, reason },
    nullable: ['reason'],
    writes: true,
  },
  'volunteer.saveTeam': {
    needs: 'approve-volunteer',
    input: { intent, team: 'team-x', name: '维修队', captain: huang },
    nullable: ['captain'],
    writes: true,
  },
  'volunteer.care': { needs: 'approve-volunteer', input: {}, writes: false },

  'shift.week': { needs: 'take-shift', input: {}, writes: false },
  'shift.open': { needs: 'see-own-record', input: shift, writes: false },
  'shift.signUp': {
    needs: 'take-shift',
    input: { intent, ...shift, people: [huang] },
    writes: true,
    strangers: [[{ intent, ...shift, people: [huang] }, 'no-permission']],
  },
  'shift.leave': {
    needs: 'take-shift',
    input: { intent, ...shift, party },
    writes: true,
    strangers: [[{ intent, ...shift, party }, 'no-permission']],
  },
  'shift.take': { needs: 'take-shift', input: { intent, ...shift, party }, writes: true },
  'shift.handOn': {
    needs: 'take-shift',
    input: { intent, ...shift, party, name: '黄秀莲' },
    nullable: ['name'],
    writes: true,
  },
  'shift.keepSeat': { needs: 'take-shift', input: { intent, ...shift, party }, writes: true },
  'shift.takeOver': { needs: 'take-shift', input: { intent, ...shift, swap: 'intent-swap-x' }, writes: true },
  'shift.plan': {
    needs: 'manage-shift',
    input: {
      intent,
      duty: 'duty-x',
      title: '大厅值班',
      place: '一楼大厅',
      placeKind: 'centre',
      activity: 'one-walk',
      team: 'team-x',
      when: { kind: 'once', startsAt: 4_000_000_000_000, endsAt: 4_000_003_600_000 },
      roles: [role],
    },
    nullable: ['activity', 'team'],
    writes: true,
  },
  'shift.endDuty': { needs: 'manage-shift', input: { intent, duty: 'one-duty', reason }, writes: true },
  'shift.board': { needs: 'manage-shift', input: { from: 5 }, writes: false, lists: true },
  'shift.setCount': {
    needs: 'manage-shift',
    input: { intent, ...shift, count: 3, standby: 2, reason },
    writes: true,
  },
  'shift.cancel': { needs: 'manage-shift', input: { intent, ...shift, reason }, writes: true },
  'shift.atRisk': { needs: 'manage-shift', input: {}, writes: false, lists: true },
  'shift.could': { needs: 'manage-shift', input: shift, writes: false, lists: true },
  'shift.putOn': { needs: 'manage-shift', input: { intent, ...shift, person: huang, reason }, writes: true },
  'shift.takeOff': { needs: 'manage-shift', input: { intent, ...shift, party, reason }, writes: true },
  'shift.setRest': {
    needs: 'approve-volunteer',
    input: { intent, dayHours: 6, weekHours: 20, nightHours: 9, reason },
    writes: true,
  },
  'shift.ask': { needs: 'manage-shift', input: { ...shift, people: [huang] }, writes: true },
})
