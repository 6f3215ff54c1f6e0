import type { ProofFile, VerifiedProof } from '../../src/domain/proof'
import type { Service } from '../../src/domain/hours'
import { monthOf } from '../../src/domain/ledger'
import { type Town, town } from './town'
import { member } from './world'

const hour = 3_600_000
const id = (who: string) => member('one', who, ['resident'])._id
let here: Town

/** A service of the past that counted so many minutes. */
function served(n: number, title: string, minutes: number, at: number): Service {
  const by = id('worker')
  return {
    _id: `served-${n}`,
    centre: 'one',
    person: id('ana'),
    source: 'shift',
    about: `shift-${n}`,
    title,
    served: null,
    team: null,
    startsAt: at,
    endsAt: at + 2 * hour,
    state: 'settled',
    dueAt: 8.64e15,
    events: [
      { id: `in-${n}`, at, kind: 'in', by: id('ana'), way: 'code' },
      { id: `out-${n}`, at: at + 2 * hour, kind: 'out', by: id('ana'), way: 'code' },
      { id: `word-${n}`, at: at + 3 * hour, kind: 'confirm', by, side: 'staff', minutes },
    ],
  }
}

const now = Date.now()
const month = monthOf(now)
const asked = { intent: 'intent-proof-1', name: '欧阳秀莲', from: month, until: month }

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'ana', ['resident', 'volunteer'], { name: '阿莲' }),
    member('one', 'worker', ['social-worker'], { name: '小林' }),
  ])
  await here.put('services', [
    served(1, '大厅值班', 120, now),
    served(2, '大厅值班', 90, now),
    served(3, '陪诊', 75, now),
    served(4, '不作数的', 0, now),
    served(5, '很久以前', 60, now - 90 * 24 * hour),
  ])
})
afterAll(() => here.stop())

test('a proof is a PDF of one page whose Chinese can be read and copied, with the sums of those months', async () => {
  const proof = await here.value<ProofFile>('ana', 'proof.issue', asked)
  expect(proof).toMatchObject({ minutes: 285, services: 3, from: month, until: month })
  const pdf = Buffer.from(proof.pdf, 'base64')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.length).toBeLessThan(200_000)
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('the same intent is the same proof; its file is the same however often it is fetched', async () => {
  const first = await here.value<ProofFile>('ana', 'proof.issue', asked)
  const again = await here.value<ProofFile>('ana', 'proof.issue', asked)
  const fetched = await here.value<ProofFile>('ana', 'proof.file', { code: first.code })
  expect(again.code).toBe(first.code)
  expect(fetched).toMatchObject({ code: first.code, minutes: first.minutes, issuedAt: first.issuedAt })
  expect(await here.value<unknown[]>('ana', 'proof.mine')).toHaveLength(1)
})

test('anyone who has the number sees whose it is by one character, how much and from when; and nothing else', async () => {
  const { code } = await here.value<ProofFile>('ana', 'proof.issue', asked)
  const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8).toLowerCase()}`
  const shown = await here.value<VerifiedProof>(null, 'proof.verify', { code: typed })
  expect(shown).toEqual({
    centre: 'one党群服务中心',
    name: '欧*',
    from: month,
    until: month,
    minutes: 285,
    services: 3,
    issuedAt: expect.any(Number),
    changed: false,
  })
})

test.each([
  ['of another number', 'ABCDEFGHJKMN', 'proof-unknown'],
  ['of no number', 'ABC', 'bad-input'],
  ['with letters that no number has', 'ABCDEFGHIJKL', 'bad-input'],
])('a code %s is refused', async (_, code, reason) => {
  expect((await here.ask(null, 'proof.verify', { code })).reply).toMatchObject({ ok: false, reason })
})

test('a proof of another centre is none here; another’s file is not mine to fetch', async () => {
  const { code } = await here.value<ProofFile>('ana', 'proof.issue', asked)
  expect((await here.ask(null, 'proof.verify', { code }, { centre: 'two' })).reply).toMatchObject({
    reason: 'proof-unknown',
  })
  expect((await here.ask('huang', 'proof.file', { code })).reply).toMatchObject({ reason: 'not-found' })
})

test('what was put right after it was issued is told to whoever checks it', async () => {
  const { code } = await here.value<ProofFile>('ana', 'proof.issue', asked)
  const fix = { intent: 'intent-fix-1', service: 'served-3', about: 'word-3', minutes: 60, reason: '核对过了' }
  await here.value('worker', 'hours.correct', fix)
  const shown = await here.value<VerifiedProof>(null, 'proof.verify', { code })
  expect(shown).toMatchObject({ minutes: 285, changed: true })
})

test('months without anything counted make no proof', async () => {
  const { reply } = await here.ask('ana', 'proof.issue', {
    ...asked,
    intent: 'intent-proof-2',
    from: '2020-01',
    until: '2020-02',
  })
  expect(reply).toMatchObject({ ok: false, reason: 'proof-empty' })
})

test('who deletes their account leaves no proof behind', async () => {
  const { code } = await here.value<ProofFile>('ana', 'proof.issue', asked)
  await here.value('ana', 'member.erase', { confirm: '注销' })
  expect((await here.ask(null, 'proof.verify', { code })).reply).toMatchObject({ reason: 'proof-unknown' })
})
