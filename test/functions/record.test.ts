import type { VolunteerRecord } from '../../src/domain/record'
import type { Service } from '../../src/domain/hours'
import { monthOf } from '../../src/domain/ledger'
import type { ProofFile } from '../../src/domain/proof'
import type { VolunteerPage } from '../../src/domain/shift-page'
import type { Volunteer } from '../../src/domain/volunteer'
import { type Town, town } from './town'
import { member } from './world'
import { service } from './world-hours'
import { volunteer } from './world-volunteer'

let here: Town
let turn = 0
const newIntent = () => `intent-record-${(turn += 1)}`
const id = (who: string) => member('one', who, ['resident'])._id
const mine = (who: string) => here.value<VolunteerRecord>(who, 'hours.record')
const kept = async () => (await here.read<Volunteer>('volunteers', id('eva'))) as Volunteer

/** A service of hers that somebody said something of. */
function served(_id: string, side: 'staff' | 'served', more: Partial<Service> = {}): Service {
  const made = service('one', _id, { person: id('eva'), state: 'settled', about: _id, ...more })
  const word = { id: `word-${_id}`, at: 3, kind: 'confirm', by: id('worker'), side, minutes: 60 } as const
  const fix = { id: `fix-${_id}`, at: 4, kind: 'correct', by: id('worker'), corrects: word.id, minutes: 90 } as const
  return { ...made, events: [...made.events, word, ...(side === 'staff' ? [{ ...fix, reason: '核对过' }] : [])] }
}

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'eva', ['resident', 'volunteer'], { name: '伊娃' }),
    member('one', 'worker', ['social-worker'], { name: '小林' }),
    member('one', 'nobody-yet', ['resident'], { name: '新来的' }),
  ])
  await here.put('volunteers', [volunteer('one', 'eva'), volunteer('one', 'worker')])
  await here.put('services', [
    served('record-1', 'staff'),
    served('record-2', 'served', { source: 'order' }),
    service('one', 'record-3', { person: id('eva'), about: 'record-3' }),
  ])
})
afterAll(() => here.stop())

test('my record: who I am there, what counted, training, and what the other side said; in three requests', async () => {
  await here.local.cool()
  const { reply, requests } = await here.ask<VolunteerRecord>('eva', 'hours.record')
  expect(requests).toBeLessThanOrEqual(3)
  expect(reply).toMatchObject({
    ok: true,
    value: {
      name: '伊娃',
      minutes: 150,
      sums: [
        { source: 'shift', services: 1, minutes: 90 },
        { source: 'order', services: 1, minutes: 60 },
      ],
      volunteer: { state: 'active', since: 1, trainings: [{ topic: 'basics', at: 2 }], awards: [] },
      feedback: { staff: 1, served: 1, corrected: 1 },
    },
  })
  const text = JSON.stringify(reply)
  for (const hidden of [id('worker'), '小林', '核对过']) expect(text).not.toContain(hidden)
})

test('who never registered has a record, too, with nothing in it', async () => {
  expect(await mine('nobody-yet')).toEqual({
    name: '新来的',
    volunteer: null,
    minutes: 0,
    sums: [],
    along: 0,
    feedback: { staff: 0, served: 0, corrected: 0 },
  })
})

test('of 1,200 services every one is in the record and in a proof, those that begin at one moment too', async () => {
  await here.put('members', [member('one', 'long', ['resident', 'volunteer'], { name: '常姐' })])
  const last = Date.now() - 3_600_000
  const many = Array.from({ length: 1200 }, (_, n) => {
    // Sixty at each moment, so that a page ends in the middle of some.
    const startsAt = last - Math.floor(n / 60) * 3_600_000
    const more = { startsAt, endsAt: startsAt + 3_600_000, ...(n < 30 && { along: 1 }) }
    return served(`long-${n}`, 'served', { person: id('long'), ...more })
  })
  for (let from = 0; from < many.length; from += 100) await here.put('services', many.slice(from, from + 100))
  await here.local.cool()
  const { reply, requests } = await here.ask<VolunteerRecord>('long', 'hours.record')
  expect(requests).toBeLessThanOrEqual(4)
  expect(reply).toMatchObject({ value: { minutes: 72_000, along: 30, feedback: { served: 1200 } } })
  const [from, until] = [monthOf(last - 20 * 3_600_000), monthOf(last)]
  const input = { intent: newIntent(), name: '常姐', from, until }
  expect(await here.value<ProofFile>('long', 'proof.issue', input)).toMatchObject({ services: 1200, minutes: 72_000 })
}, 60_000)

test('an honour is written down once and told once, is taken back by a new fact, and nothing is edited', async () => {
  const input = { intent: newIntent(), volunteer: id('eva'), title: '年度热心邻居' }
  const replies = await Promise.all(Array.from({ length: 10 }, () => here.ask('worker', 'hours.award', input)))
  expect(replies.filter(({ reply }) => reply.ok)).toHaveLength(10)
  expect((await mine('eva')).volunteer?.awards).toMatchObject([{ id: input.intent, title: '年度热心邻居' }])
  expect((await kept()).events.filter(({ kind }) => kind === 'award')).toHaveLength(1)
  const told = here.dump().filter((line) => line.startsWith('messages ') && line.includes('"volunteer-award"'))
  expect(told).toHaveLength(1)

  const back = { intent: newIntent(), volunteer: id('eva'), award: input.intent, reason: '记错人了' }
  for (const _ of [1, 2]) expect((await here.ask('worker', 'hours.revoke', back)).reply.ok).toBe(true)
  expect((await mine('eva')).volunteer?.awards).toEqual([])
  const page = await here.value<VolunteerPage>('worker', 'volunteer.person', { volunteer: id('eva') })
  expect(page.awards).toEqual([])
  expect(page.log.slice(-2)).toMatchObject([
    { kind: 'award', reason: '年度热心邻居' },
    { kind: 'revoke', reason: '记错人了' },
  ])
  // It changes nothing of how she stands.
  expect(await kept()).toMatchObject({ state: 'active' })
  const again = { ...back, intent: newIntent() }
  expect((await here.ask('worker', 'hours.revoke', again)).reply).toMatchObject({ reason: 'not-found' })
})

test('nobody honours themselves, and no volunteer honours anyone', async () => {
  const award = (who: string, whom: string) =>
    here.ask(who, 'hours.award', { intent: newIntent(), volunteer: id(whom), title: '自己最好' })
  expect((await award('worker', 'worker')).reply).toMatchObject({ reason: 'hours-own' })
  expect((await award('eva', 'eva')).reply).toMatchObject({ reason: 'no-permission' })
  expect((await award('eva', 'worker')).reply).toMatchObject({ reason: 'no-permission' })
  expect((await award('worker', 'nobody-yet')).reply).toMatchObject({ reason: 'not-volunteer' })
})
