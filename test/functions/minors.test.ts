import { memberId } from '../../cloudfunctions/runtime/caller'
import type { OwnAccount } from '../../src/domain/account'
import { consentVersion } from '../../src/domain/consent'
import type { Member, OwnProfile } from '../../src/domain/member'
import { type Town, town } from './town'
import { activity, kid, member } from './world'

const year = new Date().getFullYear()
/** So old, in every month of this year. */
const aged = (age: number) => ({ year: year - age - 1, month: 12 })
const joining = { name: '小林', band: '13-17', birth: aged(15), building: null, consent: true }
const child = { name: '小满', band: '0-3', birth: aged(9), relation: 'child', consent: true }
const stored = (who: string) => here.read<Member>('members', memberId('one', `web:${who}`))

let here: Town
beforeAll(async () => {
  here = await town()
  const open = activity('one', 'open')
  await here.put('activities', [open.activity])
  await here.put('rosters', [open.roster])
})
afterAll(() => here.stop())

describe('an account of one’s own', () => {
  test('under 14 there is none: a guardian signs them up', async () => {
    const { reply } = await here.ask('small', 'member.join', { ...joining, birth: aged(13) })
    expect(reply).toEqual({ ok: false, reason: 'too-young' })
    expect(await stored('small')).toBeUndefined()
  })

  test('of a minor the birth is needed, and no birth lies in the future', async () => {
    const wrong = { ok: false, reason: 'bad-input', field: 'birth' }
    for (const birth of [null, { year: year + 1, month: 1 }])
      expect((await here.ask('small', 'member.join', { ...joining, birth })).reply).toEqual(wrong)
  })

  test('14 to 17 may join, and sign up once a guardian has agreed', async () => {
    const { id } = await here.value<OwnProfile>('teen', 'member.join', joining)
    const asked = { intent: 'intent-teen-1', activity: 'open', people: [id] }
    expect((await here.ask('teen', 'activity.signUp', asked)).reply).toEqual({ ok: false, reason: 'guardian-needed' })
  })

  test('the birth is stored sealed, and told to its owner only', async () => {
    expect(JSON.stringify(await stored('teen'))).not.toContain(String(aged(15).year))
    expect((await here.value<OwnAccount>('teen', 'member.account')).birth).toEqual(aged(15))
    expect(JSON.stringify(await here.value('teen', 'member.me'))).not.toContain('birth')
  })
})

describe('a child of the family', () => {
  test('has the band of its birth, whatever was said, with the guardian’s consent beside it', async () => {
    await here.value('mei', 'member.join', { ...joining, birth: null, band: '35-59' })
    const me = await here.value<OwnProfile>('mei', 'member.addFamily', { intent: 'intent-mei-1', ...child })
    expect(me.family).toMatchObject([{ name: '小满', band: '7-12', relation: 'child' }])
    const account = await here.value<OwnAccount>('mei', 'member.account')
    expect(account.family).toMatchObject([{ birth: aged(9), consent: { version: consentVersion } }])
  })

  test('moves to the next band in time, without anyone doing anything', async () => {
    here.local.clock.shift(5 * 365 * 24 * 60 * 60 * 1000)
    const { family } = await here.value<OwnProfile>('mei', 'member.me')
    here.local.clock.shift(-5 * 365 * 24 * 60 * 60 * 1000)
    expect(family[0]?.band).toBe('13-17')
  })

  test('without a consent nobody signs it up; with it the same call goes through', async () => {
    const { consent: _, ...unagreed } = kid('one', 'old', 'k')
    await here.put('members', [member('one', 'old', ['resident', 'family-proxy'], { family: [unagreed] })])
    const asked = { intent: 'intent-old-1', activity: 'open', people: [unagreed.id] }
    expect((await here.ask('old', 'activity.signUp', asked)).reply).toEqual({
      ok: false,
      reason: 'consent-needed',
      name: '小满',
    })
    await here.value('old', 'member.updateFamily', { person: unagreed.id, ...child })
    expect((await here.ask('old', 'activity.signUp', asked)).reply).toMatchObject({ ok: true })
  })
})

test('who agreed to an older wording agrees to the one of today, and nothing else of them changes', async () => {
  await here.put('members', [member('one', 'early', ['resident'])])
  const before = await stored('early')
  expect((await here.value<OwnAccount>('early', 'member.account')).joined.version).toBe('1')
  const { joined } = await here.value<OwnAccount>('early', 'member.consent', { consent: true })
  expect(joined.version).toBe(consentVersion)
  expect(await stored('early')).toEqual({ ...before, consent: joined })
})

test('a minor is nobody’s guardian', async () => {
  const { reply } = await here.ask('teen', 'member.addFamily', { intent: 'intent-teen-kid', ...child })
  expect(reply).toEqual({ ok: false, reason: 'guardian-needed' })
})

describe('phone and room', () => {
  const contact = { phone: '13912345678', room: '2单元502', consent: true }

  test('are optional, stored sealed, and told to their owner only', async () => {
    const account = await here.value<OwnAccount>('mei', 'member.setContact', contact)
    expect(account).toMatchObject({
      phone: '13912345678',
      room: '2单元502',
      contactConsent: { version: consentVersion },
    })
    expect(here.dump().join('\n')).not.toMatch(/13912345678|2单元502/)
    expect(JSON.stringify(await here.value('mei', 'member.me'))).not.toContain('139')
  })

  test('are taken back by leaving them out, and the consent with them', async () => {
    const none = await here.value<OwnAccount>('mei', 'member.setContact', { phone: null, room: null, consent: true })
    expect(none).toMatchObject({ phone: null, room: null, contactConsent: null })
    expect(await stored('mei')).not.toHaveProperty('phone')
  })

  test.each(['123', '1391234567', 'x'.repeat(11)])('%s is no phone', async (phone) => {
    const { reply } = await here.ask('mei', 'member.setContact', { ...contact, phone })
    expect(reply).toEqual({ ok: false, reason: 'bad-input', field: 'phone' })
  })
})
