import type { Expectation } from './expectation'

const intent = 'intent-hostile-1'
const reason = '看看能不能'
const desk = { shift: 'one-desk' }
const served = { service: 'one-service' }
const said = { intent, ...served, about: 'intent-went-one', minutes: 900, reason }
const code = 'LLA.one-desk.1.0123456789abcdef'

/** Aimed at what is someone else's, with what they are told. */
const aimed = (input: Record<string, unknown>, told: string) => ({
  input,
  strangers: [[input, told]] as [Record<string, unknown>, string][],
})

/** What is expected of hours and of proofs. `person` is 黄. */
export const hoursExpectations = (person: string): Record<string, Expectation> => ({
  'hours.code': { needs: 'manage-shift', input: desk, writes: false },
  'hours.checkIn': { needs: 'check-in-self', ...aimed({ intent, ...desk, code }, 'code-invalid'), writes: true },
  'hours.checkOut': { needs: 'check-in-self', ...aimed({ intent, ...desk, code }, 'code-invalid'), writes: true },
  'hours.attend': { needs: 'manage-shift', input: { intent, ...desk, person, way: 'in' }, writes: true },
  'hours.enter': {
    needs: 'manage-shift',
    input: { intent, ...desk, person, from: 1_795_000_000_000, minutes: 60, reason },
    writes: true,
  },
  'hours.absent': { needs: 'manage-shift', input: { intent, ...desk, person }, writes: true },
  'hours.missed': { needs: 'manage-shift', input: {}, writes: false, lists: true },
  'hours.confirm': { needs: 'member', ...aimed({ intent, ...served, minutes: 90 }, 'no-permission'), writes: true },
  'hours.appeal': { needs: 'member', ...aimed(said, 'not-found'), writes: true },
  'hours.correct': { needs: 'confirm-hours', input: said, writes: true },
  'hours.uphold': {
    needs: 'confirm-hours',
    input: { intent, ...served, about: 'intent-went-one', reason },
    writes: true,
  },
  'hours.mine': { needs: 'see-own-record', input: {}, writes: false },
  'hours.service': { needs: 'member', ...aimed(served, 'not-found'), writes: false },
  'hours.queue': { needs: 'confirm-hours', input: {}, writes: false, lists: true },
  'hours.record': { needs: 'see-own-record', input: {}, writes: false },
  'hours.award': {
    needs: 'approve-volunteer',
    input: { intent, volunteer: person, title: '年度热心邻居' },
    writes: true,
  },
  'hours.revoke': {
    needs: 'approve-volunteer',
    input: { intent, volunteer: person, award: 'intent-award-1', reason },
    writes: true,
  },
  'hours.sums': { needs: 'run-report', input: { month: '2026-11' }, writes: false, lists: true },

  'proof.issue': {
    needs: 'see-own-record',
    input: { intent, name: '黄秀莲', from: '2020-01', until: '2020-12' },
    writes: true,
  },
  'proof.mine': { needs: 'see-own-record', input: {}, writes: false },
  'proof.file': { needs: 'see-own-record', ...aimed({ code: 'ABCDEFGHJKMN' }, 'not-found'), writes: false },
  // Who has no number learns nothing; there is no proof of this one.
  'proof.verify': { needs: 'anyone', ...aimed({ code: 'ABCDEFGHJKMN' }, 'proof-unknown'), writes: true },
})
