import { memberId } from '../../cloudfunctions/runtime/caller'
import type { DoorCount } from '../../src/domain/door'
import { buildingDoor, sceneOf } from '../../src/domain/door'
import type { Roster } from '../../src/domain/roster'
import { type Town, town } from './town'
import { activity, member } from './world'

let here: Town
const id = (who: string) => member('one', who, ['resident'])._id
const who = ['ana', 'bai', 'chen']

beforeAll(async () => {
  here = await town()
  const made = activity('one', 'walk')
  await here.put('activities', [made.activity])
  await here.put('rosters', [made.roster])
  await here.put(
    'members',
    who.map((name) => member('one', name, ['resident'])),
  )
  await here.put('members', [member('one', 'worker', ['social-worker'])])
})
afterAll(() => here.stop())

test('what each door brought: views once each, sign-ups, those who came; a door that is none is none', async () => {
  const at = buildingDoor('b-1')
  const enter = (visit: string, door: string) => here.ask('ana', 'centre.enter', { visit, door, page: 'home' })
  for (const _ of [1, 2]) expect((await enter('visit-1', at)).reply).toMatchObject({ ok: true })
  await enter('visit-2', at)
  await enter('visit-3', 'lobby')
  expect((await enter('visit-4', 'at-elsewhere')).reply).toMatchObject({ ok: false, reason: 'not-found' })
  for (const [name, door] of [
    ['ana', at],
    ['bai', at],
    ['chen', 'at-elsewhere'],
  ] as const)
    expect(
      (
        await here.ask(name, 'activity.signUp', {
          intent: `intent-door-${name}`,
          activity: 'walk',
          people: [id(name)],
          door,
        })
      ).reply,
    ).toMatchObject({ ok: true })
  const roster = (await here.read<Roster>('rosters', 'walk')) as Roster
  await here.local.store.empty('rosters')
  await here.put('rosters', [{ ...roster, present: [id('ana')] } as Roster])
  await here.local.cool()
  const { reply, requests } = await here.ask<DoorCount[]>('worker', 'centre.doors', { days: 7 })
  if (!reply.ok) throw new Error(reply.reason)
  const of = (door: string) => reply.value.find((each) => each.id === door)
  expect(of(at)).toMatchObject({ views: 2, known: 1, signedUp: 2, came: 1 })
  expect(of('lobby')).toMatchObject({ views: 1, signedUp: 0, came: 0 })
  expect(reply.value.reduce((sum, { signedUp }) => sum + signedUp, 0)).toBe(2)
  expect(requests).toBeLessThanOrEqual(4)
  for (const name of who) expect(JSON.stringify(reply.value)).not.toContain(id(name))
})

test('a code that WeChat made is asked for once, kept, and shown to staff only; where there is none, none is made up', async () => {
  const openid = 'o-poster-worker'
  await here.put('members', [{ ...member('one', 'worker', ['social-worker']), _id: memberId('one', `wx:${openid}`) }])
  const ask = async (bearer: string, input: object) => {
    const response = await fetch(`${here.local.url}/v1/functions/centre`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify({ procedure: 'code', centre: 'one', input }),
    })
    return response.json()
  }
  const input = { activity: 'walk', door: 'poster' }
  expect(await ask('local.worker', input)).toEqual({ ok: true, value: null })
  here.local.sent.reply('wxacode.getUnlimited', { errcode: 40169, errmsg: 'invalid scene' })
  expect(await ask(`localwx.${openid}`, input)).toEqual({ ok: true, value: null })
  here.local.sent.clear()
  const picture = Buffer.from('89504e470d0a1a0a00', 'hex')
  here.local.sent.reply('wxacode.getUnlimited', { errcode: 0, buffer: picture.toJSON() })
  for (const _ of [1, 2, 3]) {
    const { value } = await ask(`localwx.${openid}`, input)
    expect(Buffer.from(await (await fetch(value.address)).arrayBuffer())).toEqual(picture)
  }
  expect(here.local.sent.calls.map(({ data }) => data)).toEqual([
    { scene: 'one,walk,poster', page: 'pages/activity/index', check_path: false },
  ])
  // By now it is there for those who work at a desk, too.
  expect(await ask('local.worker', input)).toMatchObject({ value: { address: expect.any(String) } })
  expect(await ask('local.ana', input)).toMatchObject({ ok: false, reason: 'no-permission' })
})

test('a scene fits into WeChat’s 32 characters, or there is none', () => {
  expect(sceneOf('lilan', 'f-01', 'poster')).toBe('lilan,f-01,poster')
  expect(sceneOf('lilan', null, 'at-b-tr-1')).toBe('c=lilan&d=at-b-tr-1')
  expect(sceneOf('a-very-long-centre-name', 'f-01', 'poster')).toBeNull()
})
