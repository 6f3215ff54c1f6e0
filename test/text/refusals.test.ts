import '../../src/text/attendance-refusals'
import '../../src/text/hours-refusals'
import '../../src/text/household-refusals'
import '../../src/text/member-refusals'
import '../../src/text/menu-refusals'
import '../../src/text/need-refusals'
import '../../src/text/staff-refusals'
import '../../src/text/rating-refusals'
import '../../src/text/volunteer-refusals'
import { restProblems, volunteerProblems } from './volunteer-problems'
import '../../src/text/order-refusals'
import '../../src/text/booking-refusals'
import '../../src/text/group-refusals'
import '../../src/text/loan-refusals'
import type { Problem } from '../../src/text/refusal-wording'
import { refusalText } from '../../src/text/refusals'

const now = Date.parse('2026-11-23T14:00+08:00')
const hour = 3_600_000

/** One problem of every reason: a reason left out does not compile. */
const problems: { [R in Problem['reason']]: Extract<Problem, { reason: R }> } = {
  full: { reason: 'full', capacity: 30 },
  'waitlist-full': { reason: 'waitlist-full', waiting: 50 },
  'signup-not-open': { reason: 'signup-not-open', opensAt: now + hour },
  'signup-closed': { reason: 'signup-closed', closedAt: now - hour },
  'activity-cancelled': { reason: 'activity-cancelled' },
  'already-signed': { reason: 'already-signed' },
  'already-waiting': { reason: 'already-waiting', position: 3 },
  'age-not-fit': { reason: 'age-not-fit', bands: ['4-6'], band: '35-59' },
  'party-too-large': { reason: 'party-too-large', capacity: 3 },
  'time-clash': { reason: 'time-clash', title: '手机课', startsAt: now + hour, endsAt: now + 2 * hour },
  'just-signed-elsewhere': { reason: 'just-signed-elsewhere' },
  'already-started': { reason: 'already-started' },
  'not-in-activity': { reason: 'not-in-activity' },
  'offer-gone': { reason: 'offer-gone' },
  'intent-undone': { reason: 'intent-undone' },
  'hours-too-early': { reason: 'hours-too-early', opensAt: now + hour },
  'hours-too-late': { reason: 'hours-too-late', closedAt: now - hour },
  'hours-own': { reason: 'hours-own' },
  'hours-clock-runs': { reason: 'hours-clock-runs', until: now + hour },
  'hours-late-over': { reason: 'hours-late-over', until: now - hour },
  'hours-outside': { reason: 'hours-outside', from: now - 2 * hour, until: now - hour },
  'hours-on-record': { reason: 'hours-on-record' },
  'hours-entered': { reason: 'hours-entered' },
  'hours-not-here': { reason: 'hours-not-here' },
  'hours-gone': { reason: 'hours-gone', at: now - hour },
  'hours-still-on': { reason: 'hours-still-on' },
  'hours-settled': { reason: 'hours-settled', minutes: 90 },
  'hours-undecided': { reason: 'hours-undecided' },
  'hours-appealed': { reason: 'hours-appealed' },
  'hours-final': { reason: 'hours-final', until: now - hour },
  'proof-empty': { reason: 'proof-empty' },
  'proof-unknown': { reason: 'proof-unknown' },
  'rate-not-checked-in': { reason: 'rate-not-checked-in' },
  'rate-not-finished': { reason: 'rate-not-finished', endsAt: now + hour },
  'rate-window-closed': { reason: 'rate-window-closed', closedAt: now - hour },
  'rate-already': { reason: 'rate-already', at: now - hour },
  'rate-edit-used': { reason: 'rate-edit-used' },
  'rate-own-session': { reason: 'rate-own-session' },
  'rate-private': { reason: 'rate-private' },
  'rate-by-themselves': { reason: 'rate-by-themselves' },
  'reply-once': { reason: 'reply-once' },
  'content-blocked': { reason: 'content-blocked' },
  'code-invalid': { reason: 'code-invalid' },
  'code-expired': { reason: 'code-expired' },
  'code-other-activity': { reason: 'code-other-activity' },
  'code-other-person': { reason: 'code-other-person' },
  'code-tries': { reason: 'code-tries', until: now + hour },
  'paper-not-allowed': { reason: 'paper-not-allowed' },
  'checkin-too-early': { reason: 'checkin-too-early', opensAt: now + hour },
  'checkin-too-late': { reason: 'checkin-too-late', closedAt: now - hour },
  'already-checked-in': { reason: 'already-checked-in', at: now - hour },
  'not-seated': { reason: 'not-seated' },
  'checkin-undone': { reason: 'checkin-undone' },
  'not-signed-in': { reason: 'not-signed-in' },
  'not-joined-centre': { reason: 'not-joined-centre' },
  'no-permission': { reason: 'no-permission' },
  'not-your-family': { reason: 'not-your-family' },
  'family-full': { reason: 'family-full', most: 8 },
  'family-busy': { reason: 'family-busy' },
  'family-loan': { reason: 'family-loan', name: '轮椅' },
  'family-group': { reason: 'family-group', name: '太极晨练队' },
  'family-order': { reason: 'family-order', name: '水龙头水管滴漏' },
  'too-young': { reason: 'too-young' },
  'name-blocked': { reason: 'name-blocked' },
  'guardian-needed': { reason: 'guardian-needed' },
  'consent-needed': { reason: 'consent-needed', name: '小满' },
  'in-household': { reason: 'in-household' },
  'not-in-household': { reason: 'not-in-household' },
  'household-full': { reason: 'household-full', most: 10 },
  'household-code': { reason: 'household-code' },
  'household-tries': { reason: 'household-tries', until: now + hour },
  'changed-meanwhile': { reason: 'changed-meanwhile' },
  'draft-incomplete': {
    reason: 'draft-incomplete',
    lacks: [
      { field: 'place', why: 'needed' },
      { field: 'endsAt', why: 'before-start' },
    ],
  },
  'person-taken': { reason: 'person-taken' },
  'words-wait': { reason: 'words-wait' },
  ...volunteerProblems,
  ...restProblems,
  'group-full': { reason: 'group-full', name: '太极晨练队' },
  'group-already': { reason: 'group-already', name: '太极晨练队' },
  'group-ended': { reason: 'group-ended', name: '太极晨练队' },
  'loan-none': { reason: 'loan-none', name: '轮椅', back: now + hour },
  'loan-already': { reason: 'loan-already', name: '轮椅' },
  'loan-late': { reason: 'loan-late', name: '冲击钻', days: 3 },
  'loan-limit': { reason: 'loan-limit', most: 4 },
  'loan-closed': { reason: 'loan-closed', name: '伸缩梯' },
  'loan-stands-otherwise': { reason: 'loan-stands-otherwise' },
  'loan-extended': { reason: 'loan-extended' },
  'loan-awaited': { reason: 'loan-awaited' },
  'slot-full': { reason: 'slot-full', startsAt: now + hour },
  'slot-closed': { reason: 'slot-closed' },
  'slot-past': { reason: 'slot-past' },
  'slot-already': { reason: 'slot-already' },
  'slots-too-many': { reason: 'slots-too-many', most: 3 },
  'slot-activity': { reason: 'slot-activity', startsAt: now + hour },
  'booking-people': { reason: 'booking-people', most: 30 },
  'booking-limit': { reason: 'booking-limit', most: 2 },
  'booking-busy': { reason: 'booking-busy' },
  'booking-purpose': { reason: 'booking-purpose' },
  'booking-stands-otherwise': { reason: 'booking-stands-otherwise' },
  'menu-too-few': {
    reason: 'menu-too-few',
    served: 9,
    minimum: 12,
    could: ['家居小修', '法律与调解', '长者学堂', '文体活动'],
  },
  'menu-unprovided': { reason: 'menu-unprovided', items: ['换灯换插座', '磨刀磨剪'] },
  'menu-season': { reason: 'menu-season' },
  'menu-full': { reason: 'menu-full', most: 300 },
  'provider-person': { reason: 'provider-person', why: 'elsewhere' },
  'resource-off': { reason: 'resource-off' },
  'resource-short': { reason: 'resource-short', left: 3, unit: '把' },
  'resource-returned': { reason: 'resource-returned' },
  'need-closed': { reason: 'need-closed' },
  'want-already': { reason: 'want-already' },
  'need-private': { reason: 'need-private' },
  'offer-closed': { reason: 'offer-closed' },
  'offer-full': { reason: 'offer-full' },
  'pair-declined': { reason: 'pair-declined' },
  'help-longer': { reason: 'help-longer', most: 50 },
  'pair-unfit': { reason: 'pair-unfit' },
  'introduction-moved-on': { reason: 'introduction-moved-on' },
  'draft-promised': { reason: 'draft-promised', households: 30 },
  'not-found': { reason: 'not-found' },
  'bad-input': { reason: 'bad-input', field: 'name' },
  'server-busy': { reason: 'server-busy' },
  'order-emergency': { reason: 'order-emergency', group: 'gas-fire', ask: true, numbers: ['119', '110'] },
  'order-other-way': { reason: 'order-other-way', mode: 'loan' },
  'order-item-gone': { reason: 'order-item-gone' },
  'order-open-already': { reason: 'order-open-already', order: 'o-1', placedAt: now - 24 * hour, state: 'scheduled' },
  'order-taken': { reason: 'order-taken' },
  'order-closed': { reason: 'order-closed', state: 'cancelled' },
  'order-not-yours': { reason: 'order-not-yours' },
  'order-crisis-stays': { reason: 'order-crisis-stays' },
  'order-partner-awaited': { reason: 'order-partner-awaited' },
  'order-unsent': { reason: 'order-unsent' },
  'record-loan': { reason: 'record-loan', name: '轮椅' },
  'order-not-now': { reason: 'order-not-now', state: 'started' },
  'order-own': { reason: 'order-own' },
  'order-adults-only': { reason: 'order-adults-only' },
  'order-not-cleared': { reason: 'order-not-cleared', topic: 'home-visits', whose: 'own' },
  'order-second-missing': { reason: 'order-second-missing' },
  'order-guardian': { reason: 'order-guardian' },
  'order-unsettled': { reason: 'order-unsettled' },
  'order-no-door': { reason: 'order-no-door' },
  'order-staff-only': { reason: 'order-staff-only' },
  'order-slot': { reason: 'order-slot', why: 'night' },
  'order-undo-late': { reason: 'order-undo-late' },
  'order-rated': { reason: 'order-rated' },
  'order-too-early': { reason: 'order-too-early', startsAt: now + 3 * hour },
  'order-too-late': { reason: 'order-too-late', endsAt: now - 3 * hour },
  'order-unlisted': { reason: 'order-unlisted', name: '榕记' },
  'order-nobody-there': { reason: 'order-nobody-there', name: '榕记' },
  'order-address-later': { reason: 'order-address-later', from: now + 24 * hour },
  'order-licence': { reason: 'order-licence', whose: 'chosen', name: '康邻护理站', demanded: '执业护士' },
  'order-clash': { reason: 'order-clash', whose: 'own', title: '八段锦', startsAt: now + hour, endsAt: now + 2 * hour },
  fault: { reason: 'fault', requestId: 'r-1a2b' },
  offline: { reason: 'offline' },
  timeout: { reason: 'timeout' },
}

const cases = Object.values(problems).flatMap((problem) =>
  [false, true].map((elder) => [problem.reason, elder ? 'elder' : 'ordinary', problem, elder] as const),
)

test.each(cases)('%s says what happened and what to do instead (%s)', (_reason, _mode, problem, elder) => {
  const text = refusalText(problem, elder, now)
  for (const sentence of [text.title, text.message, text.next]) {
    expect(sentence.trim()).not.toBe('')
    expect(sentence).not.toMatch(/[{}]|undefined|NaN|null/)
    expect(sentence).not.toMatch(/[\u4e00-\u9fff][,;!?]/)
  }
  expect(text.actions.length).toBeGreaterThan(0)
  expect(text.actions.length).toBeLessThanOrEqual(2)
})

test.each(Object.values(problems))('$reason is short enough for an elder to take in', (problem) => {
  const { message, next } = refusalText(problem, true, now)
  for (const sentence of [...message.split('。'), ...next.split('。')])
    expect([...sentence.replace(/“.*”/, '').replace(/[\u2060\u00a0]/g, '')].length).toBeLessThanOrEqual(20)
})

test('a clash names the other activity and its time', () => {
  const { message } = refusalText(problems['time-clash'], false, now)
  expect(message.replace(/\u2060/g, '').replace(/\u00a0/g, ' ')).toBe(
    '同一时间已报了“手机课”（今天 周一 15:00–16:00）。',
  )
})

test('only a fault has something to quote', () => {
  expect(refusalText(problems.fault, false, now).quote).toContain('r-1a2b')
  expect(refusalText(problems.full, false, now).quote).toBeNull()
})
