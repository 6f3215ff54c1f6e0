import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMinor } from '../../src/domain/age'
import type { Member } from '../../src/domain/member'
import type { Role } from '../../src/domain/role'
import type { Roster } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { type Demo, demo } from './demo'
import { expectations } from './expectations'
import { booked, born, childName, contact, intent, lent, mother, openid, type Planted, plant } from './planted'
import { type Secret, shown } from './shown'
import { kid, member } from './world'

/** One of every role, as they live in the demo centre; who has not joined; who has not even signed in. */
const callers = [
  null,
  'newcomer',
  'r-01',
  'r-43',
  'r-34',
  'r-07',
  'r-04',
  'st-sw-2',
  'st-nb-1',
  'st-wj-1',
  'st-cm-1',
  'st-ds-1',
  'st-sa-1',
] as const

/** Those who must not be seen by just anyone, and where they are on the list. */
let planted: Planted
/** What is sealed of the mother's, as it is stored. */
let sealed: string[]
let here: Demo
/** Who calls by which roles, and the minors of their own family. */
const known = new Map<string | null, { roles: readonly Role[]; own: readonly string[] }>()
let minors: string[]
/** A shift of the demo centre that somebody is on. */
let desk: string
let secrets: [Secret, (text: string) => boolean][]

beforeAll(async () => {
  here = await demo()
  planted = await plant(here)

  const members = documents('members').map((text) => JSON.parse(text) as Member)
  const stored = members.find(({ _id }) => _id === planted.mother) as Member
  const namesOf = (of: Member) => [of, ...of.family].filter(({ band }) => isMinor(band)).map(({ name }) => name)
  const texts = documents('activities').join('\n')
  desk = documents('shifts')
    .map((text) => JSON.parse(text) as Roster)
    .find(({ people }) => people.length > 0)?._id as string
  minors = [...new Set(members.flatMap(namesOf))].filter((name) => !texts.includes(name))
  for (const who of callers) {
    const found = members.find(({ _id }) => who !== null && _id === member('lilan', who, [])._id)
    known.set(who, { roles: found?.roles ?? [], own: found ? namesOf(found) : [] })
  }
  const birth = new RegExp(`${born.year}\\D{1,12}0?${born.month}\\b`)
  const has =
    (...hidden: (string | undefined)[]) =>
    (text: string) =>
      hidden.some((each) => each !== undefined && text.includes(each))
  sealed = [stored.phone, stored.room, stored.family[0]?.birth].filter((text) => text !== undefined)
  secrets = [
    ['openid', has(openid)],
    ['phone', has(contact.phone, stored.phone)],
    ['room', has(contact.room, stored.room)],
    ['birth', (text) => birth.test(text) || has(stored.family[0]?.birth)(text)],
  ]
}, 60_000)
afterAll(() => here.stop())

const documents = (name: string) =>
  [...here.local.store.dump()].filter(({ collection }) => collection === name).map(({ document }) => document)

/** The input that the hostile calls know to be right in form, aimed at the planted people and where they are. */
function aimed(input: Record<string, unknown>, activity: string, turn: number): unknown {
  const huang = kid('one', 'huang', 'k1').id
  const text = JSON.stringify(input)
    .replaceAll('one-walk', activity)
    .replaceAll('one-desk', desk)
    .replaceAll('one-chair', lent)
    .replaceAll('one-room', booked)
    .replaceAll('intent-huang-one', intent(activity))
    .replaceAll(huang, planted.child)
    .replaceAll(huang.split('.')[0] as string, planted.child.split('.')[0] as string)
    .replaceAll('intent-hostile', `intent-crawl-${turn}`)
  return JSON.parse(text)
}

/** What of others' this text shows the caller, beyond what the procedure's row says. */
function leaks(who: string | null, called: string, text: string): string[] {
  const { roles = [], own = [] } = known.get(who) ?? {}
  const may = (secret: Secret) => shown[called]?.[secret]?.some((role) => roles.includes(role)) ?? false
  const hidden = secrets.filter(([secret, found]) => !may(secret) && found(text)).map(([secret]) => secret)
  const names = may('minor') ? [] : minors.filter((name) => !own.includes(name) && text.includes(name))
  return [...hidden, ...names].map((what) => `${called} shows ${what} to ${who ?? 'a stranger'}`)
}

let turn = 0
/** One procedure as everyone, over every place where the planted people are. */
async function crawl(called: string): Promise<string[]> {
  const expected = expectations[called]
  if (!expected) throw new Error(`${called} has no row of expectations`)
  const places = JSON.stringify(expected.input).includes('one-walk')
    ? planted.activities
    : planted.activities.slice(0, 1)
  const found: string[] = []
  for (const activity of places)
    for (const who of callers) {
      const text = await here.ask(who && `local.${who}`, called, aimed(expected.input, activity, (turn += 1)))
      expect([called, who, text]).toEqual([called, who, expect.stringMatching(/^\{"ok":(true|false)/)])
      expect([called, who, text]).not.toEqual([called, who, expect.stringContaining('"fault"')])
      found.push(...leaks(who, called, text))
    }
  return found
}

test('every procedure of every bundle says what it shows to whom, and no other row is there', () => {
  expect(Object.keys(shown).sort()).toEqual([...here.procedures].sort())
})

test('control: what is planted is found where it may be seen', async () => {
  const [activity = ''] = planted.activities
  expect(planted.activities.length).toBeGreaterThan(1)
  const list = await here.ask('local.st-sw-2', 'activity.roster', { activity })
  expect(list).toContain(childName)
  expect(leaks('r-01', 'activity.roster', list)).not.toEqual([])
  const party = intent(activity)
  const look = { intent: intent('look'), activity, party, reason: '看看查不查得到' }
  const seen = await here.ask('local.st-sw-2', 'audit.reveal', look)
  expect(leaks('st-sw-2', 'audit.reveal', seen)).toEqual([])
  expect(leaks('st-nb-1', 'audit.reveal', seen)).toHaveLength(2)
  expect(leaks('r-01', 'member.account', await here.ask(mother, 'member.account', {}))).toHaveLength(4)
})

const reads = Object.keys(shown).filter((called) => expectations[called]?.writes === false)
const writes = Object.keys(shown).filter(
  (called) => expectations[called]?.writes !== false && called !== 'member.erase',
)

test.each(reads)(
  '%s shows nobody what is not theirs to see',
  async (called) => {
    expect(await crawl(called)).toEqual([])
  },
  60_000,
)

test.each(writes)(
  '%s, doing what it does, shows nobody what is not theirs to see',
  async (called) => {
    expect(await crawl(called)).toEqual([])
  },
  60_000,
)

test('after all of that, everything is read once more', async () => {
  const found: string[] = []
  for (const called of reads) found.push(...(await crawl(called)))
  expect(found).toEqual([])
}, 120_000)

test('member.erase, as the last thing that everyone does, shows nobody what is not theirs to see', async () => {
  expect(await crawl('member.erase')).toEqual([])
})

test('the log of the functions has nothing of anyone, when all goes well and when the database fails', async () => {
  const done = here.local.faults.add({ when: { action: 'database.modifyAndReturnDoc' }, do: 'duplicate' })
  await here.ask(mother, 'member.setContact', contact)
  await here.ask(mother, 'member.addFamily', {
    intent: intent('fault'),
    name: childName,
    band: '7-12',
    birth: born,
    relation: 'child',
    consent: true,
  })
  here.local.faults.clear()
  expect(done()).toBeGreaterThan(0)
  const log = here.local.log.map(({ text }) => text).join('\n')
  expect(secrets.filter(([, found]) => found(log)).map(([secret]) => secret)).toEqual([])
  expect(minors.filter((name) => log.includes(name))).toEqual([])
  expect(log).toContain('"fault"')
})

test('after the mother deleted her account nothing of hers is found at the centre, and every seat of others stands', async () => {
  const rosters = () => documents('rosters').map((text) => JSON.parse(text) as Roster)
  const others = () =>
    rosters().map((roster) => {
      const parties = seats(roster, here.local.clock.now()).parties.filter(({ member: of }) => of !== planted.mother)
      return [roster._id, parties.filter(({ state }) => state === 'seated').map(({ id }) => id)] as const
    })
  const hers = [openid, contact.phone, contact.room, childName, '禾妈妈', ...sealed]
  const stored = () => [...here.local.store.dump()].map(({ collection, document }) => `${collection} ${document}`)
  const found = () => {
    const files = filesIn(join(here.data, 'files')).map((path) => `${path} ${readFileSync(path, 'latin1')}`)
    const told = [...stored(), ...files, ...here.local.log.map(({ text }) => text)]
    const linked = stored().filter((line) => line.includes(planted.mother) && !line.startsWith('rosters'))
    return [...told.filter((line) => hers.some((text) => line.includes(text))), ...linked]
  }
  const before = new Map(others())
  expect(found()).not.toEqual([])
  await here.value(mother, 'member.erase', { confirm: '注销' })
  expect(found()).toEqual([])
  for (const [id, seated] of others()) expect(seated).toEqual(expect.arrayContaining(before.get(id) ?? []))
})

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : []
