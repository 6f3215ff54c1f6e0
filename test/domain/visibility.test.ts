import { roles } from '../../src/domain/role'
import { data, maskedName, maskedPhone, maskedRoom, sees, seesNames, sightOf } from '../../src/domain/visibility'
import expected from '../functions/roles.json'

test('every cell of the table of personal data is as the centre wrote it', () => {
  const actual = Object.fromEntries(data.map((datum) => [datum, roles.map((role) => sightOf(role, datum)).join(' ')]))
  expect(actual).toEqual(expected.personalData)
})

test('a phone is for whoever gives a reason that is kept, and for nobody without one', () => {
  const asks = roles.filter((role) => sees([role], 'phone', 'on-request-logged'))
  expect(asks).toEqual(['social-worker', 'committee-member'])
  for (const way of ['full', 'masked', 'during-task-only'] as const)
    expect(roles.filter((role) => sees([role], 'phone', way))).toEqual([])
})

test('nobody but who runs the system ever sees an id of WeChat’s', () => {
  expect(roles.filter((role) => sightOf(role, 'device-id') !== 'none')).toEqual(['system-admin'])
})

test.each([
  [maskedPhone('13812345678'), '138****5678'],
  [maskedPhone('0755-26881234'), '075****1234'],
  [maskedRoom('302'), '3** 室'],
  [maskedRoom('2单元502'), '5** 室'],
  [maskedName('陈伯涛'), '陈*'],
  [maskedName(''), '*'],
])('%s', (masked, wanted) => {
  expect(masked).toBe(wanted)
})

test('names of a list are whole while the activity is on and a week after; then for social workers only', () => {
  const [endsAt, week] = [1000, 7 * 24 * 60 * 60 * 1000]
  for (const role of ['operator', 'committee-member', 'volunteer-captain'] as const)
    expect([seesNames([role], endsAt, 999), seesNames([role], endsAt, endsAt + week)]).toEqual([true, false])
  expect(seesNames(['social-worker'], endsAt, endsAt + week)).toBe(true)
})
