import { memberId } from '../../cloudfunctions/runtime/caller'
import { type Town, town } from './town'
import { activity, member } from './world'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.stop())
beforeEach(() => {
  here.local.log.length = 0
})

/** A member whose document was damaged, so that whatever reads it breaks. */
const damaged = () => ({ ...member('one', 'broken', ['resident'], { name: '何秘密' }), family: null })

describe('a fault', () => {
  test('is told as an id and nothing else, and logged under that id with nothing of anyone', async () => {
    await here.put('members', [damaged()])
    const { reply } = await here.ask('broken', 'centre.open')
    expect(reply).toEqual({ ok: false, reason: 'fault', requestId: expect.stringMatching(/^[\w-]{8,}$/) })
    const lines = here.log().map((line) => JSON.parse(line))
    expect(lines).toEqual([expect.objectContaining({ fault: 'TypeError', at: 'open', requestId: expect.any(String) })])
    if (reply.ok || reply.reason !== 'fault') throw new Error('no fault')
    expect(lines[0].requestId).toBe(reply.requestId)
    for (const personal of ['何秘密', 'broken', memberId('one', 'web:broken')])
      expect(here.log().join()).not.toContain(personal)
  })

  test('of the database is logged by its code; its message may quote data', async () => {
    // A roster whose list is no list: the database refuses to push to it and says what it found.
    const { activity: about, roster } = activity('one', 'odd')
    await here.put('activities', [about])
    await here.put('rosters', [{ ...roster, events: '何秘密' } as unknown as typeof roster])
    const input = { intent: 'intent-odd-1', activity: 'odd', people: [memberId('one', 'web:role-resident')] }
    const { reply } = await here.ask('role-resident', 'activity.signUp', input)
    expect(reply).toMatchObject({ ok: false, reason: 'fault' })
    expect(here.log().join()).not.toContain('何秘密')
    expect(JSON.parse(here.log()[0] ?? '')).toMatchObject({ at: 'signUp', code: expect.any(String) })
  })
})

describe('a timer', () => {
  test('of the platform runs, and is no procedure for anyone else', async () => {
    await here.local.fire('sweep')
    expect(here.log()).toEqual([])
    const { reply } = await here.ask('huang', 'activity.sweep')
    expect(reply).toEqual({ ok: false, reason: 'bad-input', field: 'procedure' })
  })
})

describe('who calls', () => {
  test('the same id by the web and by WeChat is two people', async () => {
    const response = await fetch(`${here.local.url}/v1/functions/member`, {
      method: 'POST',
      headers: { authorization: 'Bearer localwx.huang' },
      body: JSON.stringify({ procedure: 'me', centre: 'one', input: {} }),
    })
    expect(await response.json()).toEqual({ ok: true, value: null })
    expect(await here.value('huang', 'member.me')).toMatchObject({ name: '黄秀莲' })
  })

  test('a caller without identity is not the one who called the same instance before', async () => {
    await here.value('huang', 'member.me')
    expect(await here.value(null, 'member.me')).toBeNull()
  })
})
