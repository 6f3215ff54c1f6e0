import { memberId } from '../../cloudfunctions/runtime/caller'
import {
  type Household,
  type HouseholdCode,
  type HouseholdPage,
  mostPeople,
  mostTries,
} from '../../src/domain/household'
import type { Member } from '../../src/domain/member'
import { type Town, town } from './town'
import { activity, member } from './world'

let here: Town
beforeAll(async () => {
  here = await town()
  const open = activity('one', 'open')
  await here.put('activities', [open.activity])
  await here.put('rosters', [open.roster])
})
afterAll(() => here.stop())

let turn = 0
/** Someone new, who lives there. */
async function neighbour(more: Partial<Member> = {}): Promise<string> {
  const who = `nb-${(turn += 1)}`
  await here.put('members', [member('one', who, ['resident'], more)])
  return who
}

async function household(): Promise<{ who: string; digits: string }> {
  const who = await neighbour()
  await here.value(who, 'household.create', { intent: `intent-of-${who}` })
  return { who, digits: (await here.value<HouseholdCode>(who, 'household.code')).digits }
}

const id = (who: string) => memberId('one', `web:${who}`)
const namesOf = (page: HouseholdPage) => page?.people.map(({ name }) => name)
const join = (who: string, code: string) => here.ask<HouseholdPage>(who, 'household.join', { code })
const households = () =>
  here
    .dump()
    .filter((line) => line.startsWith('households'))
    .map((line) => JSON.parse(line.slice(line.indexOf('{'))) as Household)

describe('a household', () => {
  test('is joined by the six digits that one of it shows; they are stored for nobody to read', async () => {
    const { who, digits } = await household()
    const other = await neighbour()
    expect((await join(other, digits)).reply).toMatchObject({ ok: true })
    expect(namesOf(await here.value(who, 'household.see'))).toEqual([who, other])
    expect(here.dump().join('\n')).not.toContain(digits)
  })

  test('a code lets nobody in after ten minutes, nor once there is a newer one', async () => {
    const { who, digits } = await household()
    here.local.clock.shift(11 * 60_000)
    expect((await join(await neighbour(), digits)).reply).toEqual({ ok: false, reason: 'household-code' })
    const first = (await here.value<HouseholdCode>(who, 'household.code')).digits
    const second = (await here.value<HouseholdCode>(who, 'household.code')).digits
    expect((await join(await neighbour(), first)).reply).toEqual({ ok: false, reason: 'household-code' })
    expect((await join(await neighbour(), second)).reply).toMatchObject({ ok: true })
  })

  test('the same creation asked again is the same household; another one is refused', async () => {
    const { who } = await household()
    const again = await here.ask(who, 'household.create', { intent: `intent-of-${who}` })
    expect(again.reply).toMatchObject({ ok: true, value: { people: [{ me: true }] } })
    const { reply } = await here.ask(who, 'household.create', { intent: 'intent-another' })
    expect(reply).toEqual({ ok: false, reason: 'in-household' })
  })

  test('is left by each, and gone with the last one', async () => {
    const { who, digits } = await household()
    const other = await neighbour()
    await join(other, digits)
    expect(await here.value(who, 'household.leave')).toBeNull()
    expect(await here.value(who, 'household.leave')).toBeNull()
    expect(namesOf(await here.value(other, 'household.see'))).toEqual([other])
    await here.value(other, 'household.leave')
    expect(await here.value(other, 'household.see')).toBeNull()
    expect(households().some(({ members }) => members.length === 0 || members.includes(id(who)))).toBe(false)
  })
})

describe('all at once', () => {
  test('of a hundred with one code as many come in as a household holds, each once', async () => {
    const { who, digits } = await household()
    const crowd = await Promise.all(Array.from({ length: 100 }, () => neighbour()))
    const answers = await Promise.all(crowd.map((each) => join(each, digits)))
    const said = answers.map(({ reply }) => (reply.ok ? 'in' : reply.reason))
    expect(said.filter((word) => word === 'in')).toHaveLength(mostPeople - 1)
    expect(said.filter((word) => word === 'household-full')).toHaveLength(101 - mostPeople)
    const [mine] = households().filter(({ members }) => members.includes(id(who)))
    expect(new Set(mine?.members).size).toBe(mostPeople)
    expect(mine?.members).toHaveLength(mostPeople)
  }, 60_000)

  test.each(['documented', 'e11000'] as const)(
    'a person who joins two households at the same moment is of exactly one; keys that are taken told as %s',
    async (form) => {
      here.local.faults.duplicates = form
      const codes = await Promise.all([household(), household()])
      const people = await Promise.all(Array.from({ length: 9 }, () => neighbour()))
      const answers = await Promise.all(
        people.flatMap((who) => codes.map(async ({ digits }) => ({ who, reply: (await join(who, digits)).reply }))),
      )
      for (const who of people) {
        const own = answers.filter((answer) => answer.who === who).map(({ reply }) => reply)
        expect(own.filter(({ ok }) => ok)).toHaveLength(1)
        expect(own).toContainEqual({ ok: false, reason: 'in-household' })
        expect(households().filter(({ members }) => members.includes(id(who)))).toHaveLength(1)
      }
      here.local.faults.duplicates = 'documented'
    },
    60_000,
  )

  test('of fifty guesses at once only a few are made; the right code does not help after them', async () => {
    const { digits } = await household()
    const thief = await neighbour()
    const guesses = Array.from({ length: 50 }, (_, n) => String(n).padStart(6, '0')).filter((code) => code !== digits)
    const answers = await Promise.all(guesses.map((code) => join(thief, code)))
    const said = answers.map(({ reply }) => (reply.ok ? 'in' : reply.reason))
    expect(said.filter((word) => word === 'household-code')).toHaveLength(mostTries)
    expect(said.filter((word) => word === 'household-tries')).toHaveLength(guesses.length - mostTries)
    expect((await join(thief, digits)).reply).toMatchObject({ ok: false, reason: 'household-tries' })
  })
})

describe('a teenager of the household', () => {
  const teen = { band: '13-17' } as const
  const signUp = (who: string, intent: string) =>
    here.ask(who, 'activity.signUp', { intent, activity: 'open', people: [id(who)] })

  test('signs up once a grown-up of the household has agreed, and no longer once that is taken back', async () => {
    const { who: parent, digits } = await household()
    const child = await neighbour(teen)
    await join(child, digits)
    const needed = { ok: false, reason: 'guardian-needed' }
    expect((await signUp(child, 'intent-teen-1')).reply).toEqual(needed)
    const page = await here.value<HouseholdPage>(parent, 'household.agree', { person: id(child), agree: true })
    expect(page?.people).toContainEqual(
      expect.objectContaining({ id: id(child), teen: true, agreed: true, byMe: true }),
    )
    const { reply } = await signUp(child, 'intent-teen-1')
    expect(reply).toMatchObject({ ok: true })
    await here.value(child, 'activity.leave', { intent: 'intent-teen-2', activity: 'open', party: 'intent-teen-1' })
    await here.value(parent, 'household.agree', { person: id(child), agree: false })
    expect((await signUp(child, 'intent-teen-3')).reply).toEqual(needed)
  })

  test('loses the yes when the guardian leaves, or they do', async () => {
    for (const leaver of ['parent', 'child']) {
      const { who: parent, digits } = await household()
      const child = await neighbour(teen)
      await join(child, digits)
      await here.value(parent, 'household.agree', { person: id(child), agree: true })
      await here.value(leaver === 'parent' ? parent : child, 'household.leave')
      expect((await signUp(child, `intent-left-${leaver}`)).reply).toEqual({ ok: false, reason: 'guardian-needed' })
    }
  })

  test('is agreed to by nobody of another household, by no other teenager, and not by themselves', async () => {
    const { digits } = await household()
    const [child, friend] = [await neighbour(teen), await neighbour(teen)]
    await join(child, digits)
    await join(friend, digits)
    const { who: stranger } = await household()
    const agree = (who: string) => here.ask(who, 'household.agree', { person: id(child), agree: true })
    expect((await agree(stranger)).reply).toEqual({ ok: false, reason: 'not-in-household' })
    for (const who of [friend, child])
      expect((await agree(who)).reply).toEqual({ ok: false, reason: 'guardian-needed' })
  })
})
