import type { RestRefusal } from '../../src/domain/rest-refusal'
import type { VolunteerRefusal } from '../../src/domain/volunteer-refusal'

const now = Date.parse('2026-11-23T14:00+08:00')
const hour = 3_600_000
const shift = { title: '大厅值班 · 导览', startsAt: now + hour, endsAt: now + 3 * hour }

/** One of every reason: a reason left out does not compile. */
export const volunteerProblems: { [R in VolunteerRefusal['reason']]: Extract<VolunteerRefusal, { reason: R }> } = {
  'not-volunteer': { reason: 'not-volunteer' },
  'volunteer-already': { reason: 'volunteer-already' },
  'volunteer-state': { reason: 'volunteer-state', state: 'resting' },
  'training-needed': { reason: 'training-needed', topic: 'home-visits' },
  'clearing-needed': { reason: 'clearing-needed', topic: 'minors' },
  'minor-no-home-visit': { reason: 'minor-no-home-visit' },
  'document-unreadable': { reason: 'document-unreadable' },
  'documents-full': { reason: 'documents-full', most: 8 },
  'skill-needed': { reason: 'skill-needed', skill: 'skill-first-aid' },
  'licence-needed': { reason: 'licence-needed', skill: 'skill-nursing' },
  'shift-age': { reason: 'shift-age', bands: ['18-34', '35-59'] },
  'shift-together': { reason: 'shift-together' },
  'shift-full': { reason: 'shift-full', capacity: 20, waiting: 10 },
  'shift-cancelled': { reason: 'shift-cancelled' },
  'shift-begun': { reason: 'shift-begun' },
  'shift-already': { reason: 'shift-already' },
  'shift-not-on': { reason: 'shift-not-on' },
  'shift-clash': { reason: 'shift-clash', ...shift },
  'volunteer-busy': { reason: 'volunteer-busy' },
  'swap-gone': { reason: 'swap-gone' },
  'swap-nobody': { reason: 'swap-nobody' },
  'swap-not-for-you': { reason: 'swap-not-for-you' },
}

const far = Date.parse('2026-12-28T09:00+08:00')

export const restProblems: { [R in RestRefusal['reason']]: Extract<RestRefusal, { reason: R }> } = {
  'rest-day': { reason: 'rest-day', whose: 'own', most: 8, minor: false, minutes: 450, next: now + 24 * hour },
  'rest-week': { reason: 'rest-week', whose: 'other', most: 24, minor: true, minutes: 1410, next: far },
  'rest-night': { reason: 'rest-night', whose: 'own', beside: shift, least: 8, next: null },
  'rest-minor-hours': { reason: 'rest-minor-hours', from: 7, until: 21 },
}
