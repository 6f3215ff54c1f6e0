import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { roles } from '../../src/domain/role'
import type { Expectation } from './expectation'
import { expectations } from './expectations'
import { type Bad, badInputs } from './malice'
import table from './roles.json'
import { type Town, town } from './town'
import { member } from './world'

type Called = `${string}.${string}`
const rows = Object.entries(expectations) as [Called, Expectation][]
const closed = rows.filter(([, { needs }]) => needs !== 'anyone')
const inCentre = closed.filter(([, { needs }]) => needs !== 'identity')
const aimed = rows.filter(([, { input }]) => 'activity' in input)

let here: Town
let before: string[]
beforeAll(async () => {
  here = await town()
  // 包 has joined and has nothing; 外 is staff, of the other centre only.
  await here.put('members', [member('one', 'bao', ['resident']), member('two', 'wai', ['committee-member'])])
  before = here.dump()
})
afterAll(() => here.stop())

/** Whatever was asked: nothing has changed, nothing broke. */
afterEach(async () => {
  const [was, is, log] = [before, here.dump(), here.log()]
  before = is
  expect(is.filter((line) => !was.includes(line))).toEqual([])
  expect(is).toEqual(was)
  expect(log).toEqual([])
})

/** Sends many calls, some at a time, and answers the replies in order. */
async function each<Item>(items: Item[], ask: (item: Item) => Promise<Record<string, unknown>>) {
  const replies: Record<string, unknown>[] = []
  let next = 0
  const hand = async () => {
    for (let index = next++; index < items.length; index = next++) replies[index] = await ask(items[index] as Item)
  }
  await Promise.all(Array.from({ length: 6 }, hand))
  return items.map((item, index) => ({ item, reply: replies[index] ?? {} }))
}

const sent = async (who: string | null, called: Called, input: unknown, centre = 'one') =>
  (await here.ask(who, called, input, { centre })).reply as Record<string, unknown>

const eventOf = async (who: string | null, noun: string, event: unknown) =>
  (await here.ask(who, `${noun}.`, {}, { event })).reply as Record<string, unknown>

const refused = (reason: string) => ({ ok: false, reason })

test('every procedure of every bundle has its row of expectations, and no other row is there', () => {
  const names = readdirSync(here.functions).flatMap((noun) => {
    const { main } = require(join(here.functions, noun, 'index.js')) as { main: { procedures: string[] } }
    return main.procedures.map((name) => `${noun}.${name}`)
  })
  expect(Object.keys(expectations).sort()).toEqual(names.sort())
})

describe('an input that is wrong', () => {
  test.each(rows)(
    '%s refuses each by a field’s name and says nothing back',
    async (called, { input, nullable }) => {
      const bad = badInputs(input, nullable)
      const known = new Set(Object.keys(input))
      const answers = await each<Bad>(bad, ({ json }) => here.raw('huang', called, json))
      const wrong = answers.filter(({ reply }) => {
        const { ok, reason, field, ...more } = reply
        const named = typeof field === 'string' && (field === 'input' || known.has(field.split('.')[0] ?? ''))
        return ok !== false || reason !== 'bad-input' || !named || field.length > 40 || Object.keys(more).length > 0
      })
      expect(wrong.map(({ item, reply }) => [item.what, reply])).toEqual([])
    },
    60_000,
  )
})

describe('an envelope that is wrong', () => {
  const names: unknown[] = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'procedures',
    '',
    'OPEN',
    'open ',
    'x'.repeat(1e6),
    null,
    1,
    true,
    {},
    [],
    ['open'],
    { $gt: '' },
  ]
  const centres: unknown[] = [
    '',
    'ONE',
    '../one',
    'one\n',
    'x'.repeat(1e6),
    '__proto__',
    null,
    1,
    true,
    {},
    [],
    ['one'],
    { $gt: '' },
    { $ne: 'two' },
  ]
  const nouns = [...new Set(rows.map(([called]) => called.split('.')[0] as string))]

  test.each(nouns)('%s has no procedure but its own', async (noun) => {
    for (const procedure of names)
      expect(await eventOf('huang', noun, { procedure, centre: 'one', input: {} })).toEqual({
        ...refused('bad-input'),
        field: 'procedure',
      })
  })

  test.each(rows)('%s takes no centre but by its id', async (called, { input }) => {
    const [noun, procedure] = called.split('.')
    for (const centre of centres)
      expect(await eventOf('huang', noun as string, { procedure, centre, input })).toEqual({
        ...refused('bad-input'),
        field: 'centre',
      })
    expect(await sent('huang', called, input, 'nowhere')).toEqual(refused('not-found'))
  })

  test.each(nouns)('%s runs no timer for a caller, and serves no HTTP access', async (noun) => {
    const timer = { Type: 'Timer', TriggerName: 'sweep', Time: '2026-11-23T00:00:00Z', Message: '' }
    const http = { path: '/', httpMethod: 'POST', headers: {}, queryStringParameters: {}, body: '{}' }
    for (const who of [null, 'huang', 'role-system-admin']) {
      for (const event of [timer, { ...timer, TRIGGER_SRC: 'timer', environment: '{"TRIGGER_SRC":"timer"}' }])
        expect(await eventOf(who, noun, event)).toMatchObject(refused('bad-input'))
      expect(await eventOf(who, noun, { ...http, procedure: 'open', centre: 'one', input: {} })).toEqual(
        refused('not-found'),
      )
    }
  })
})

describe('a caller who is not who is needed', () => {
  test.each(closed)('%s refuses who is not signed in, whoever they say they are', async (called, { input }) => {
    const [noun, procedure] = called.split('.')
    const forged = { openId: 'huang', openid: 'huang', uid: 'huang', uuid: 'huang', roles: ['system-admin'] }
    const events = [
      { procedure, centre: 'one', input },
      { procedure, centre: 'one', input, ...forged, userInfo: forged, tcbContext: forged, member: forged },
      { procedure, centre: 'one', input, TCB_UUID: 'huang', WX_OPENID: 'huang', environment: '{"TCB_UUID":"huang"}' },
    ]
    for (const event of events) expect(await eventOf(null, noun as string, event)).toEqual(refused('not-signed-in'))
  })

  test.each(inCentre)('%s refuses who has not joined, here or at all', async (called, { input }) => {
    expect(await sent('nobody', called, input)).toEqual(refused('not-joined-centre'))
    expect(await sent('wai', called, input)).toEqual(refused('not-joined-centre'))
    expect(await sent('bao', called, input, 'two')).toEqual(refused('not-joined-centre'))
  })

  const capabilities = Object.fromEntries(
    Object.entries(table.capabilities).map(([capability, scopes]) => [capability, scopes.split(' ')]),
  )
  const guarded = inCentre.filter(([, { needs }]) => needs !== 'member')
  test.each(guarded)('%s refuses every role that the table gives nothing', async (called, { needs, input }) => {
    const scopes = capabilities[needs]
    if (!scopes) throw new Error(`${needs} is in no table`)
    for (const [index, role] of roles.entries())
      if (scopes[index] === 'none')
        expect([role, await sent(`role-${role}`, called, input)]).toEqual([role, refused('no-permission')])
  })

  const staff = guarded.filter(([, { needs, lists }]) => capabilities[needs]?.includes('centre') && !lists)
  test.each(staff)('%s refuses roles whose own, team or organisation it is not', async (called, { needs, input }) => {
    for (const [index, role] of roles.entries())
      if (['own', 'family', 'team', 'organisation'].includes(capabilities[needs]?.[index] ?? 'none'))
        expect([role, await sent(`role-${role}`, called, input)]).toEqual([role, refused('no-permission')])
  })
})

describe('ids that are not the caller’s', () => {
  const strangers = rows.flatMap(([called, { strangers = [] }]) => strangers.map((each) => [called, ...each] as const))
  test.each(strangers)('%s does nothing with what is someone else’s', async (called, input, reason) => {
    expect(await sent('bao', called, input)).toEqual(refused(reason))
  })

  test.each(aimed)('%s tells no more of another centre’s activity than of none', async (called, { needs, input }) => {
    const who = needs === 'sign-up' || needs === 'cancel-signup' ? 'huang' : 'role-committee-member'
    for (const activity of ['two-walk', 'no-such'])
      expect([activity, await sent(who, called, { ...input, activity })]).toEqual([activity, refused('not-found')])
  })
})

describe('what is open to anyone', () => {
  test.each(rows.filter(([, { needs, writes }]) => needs === 'anyone' && !writes))(
    '%s tells a stranger no one’s name, id or intent',
    async (called, { input }) => {
      const { ok, ...told } = await sent(null, called, input)
      expect(ok).toBe(true)
      for (const hidden of ['黄秀莲', '小满', 'intent-huang', 'role-'])
        expect(JSON.stringify(told)).not.toContain(hidden)
    },
  )
})
