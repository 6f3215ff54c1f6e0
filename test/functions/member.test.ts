import { memberId } from '../../cloudfunctions/runtime/caller'
import { type Member, mostFamily, type OwnProfile } from '../../src/domain/member'
import { type Town, town } from './town'
import { kid } from './world'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.stop())

const lin = { name: '林巧', band: '35-59', birth: null, building: 'b-1', consent: true }
const particulars = { name: '林巧', band: '35-59', birth: null, building: 'b-1' }
/** Ten years old, whenever the tests are run. */
const ten = { year: new Date().getFullYear() - 11, month: 1 }
const told = { band: '7-12', birth: ten, relation: 'child', consent: true }
const child = (intent: string, name = '小满') => ({ intent, name, ...told })
const stored = (who: string) => here.read<Member>('members', memberId('one', `web:${who}`))

describe('joining', () => {
  test('someone signed in joins as a resident, in two requests', async () => {
    const { reply, requests } = await here.ask<OwnProfile>('lin', 'member.join', lin)
    const id = memberId('one', 'web:lin')
    const profile = { id, name: '林巧', band: '35-59', building: 'b-1', estate: null, roles: ['resident'], family: [] }
    expect(reply).toEqual({ ok: true, value: profile })
    expect(requests).toBe(2)
    expect(await here.value('lin', 'member.me')).toEqual(profile)
  })

  test.each(['documented', 'e11000'] as const)(
    'joining twice, or fifty times at once, gives the one profile that exists; keys that are taken told as %s',
    async (form) => {
      here.local.faults.duplicates = form
      const who = `qiu-${form}`
      const names = Array.from({ length: 50 }, (_, index) => `名${index}`)
      const profiles = await Promise.all(
        names.map((name) => here.value<OwnProfile>(who, 'member.join', { ...lin, name })),
      )
      expect(new Set(profiles.map((profile) => JSON.stringify(profile))).size).toBe(1)
      expect(await here.value<OwnProfile>(who, 'member.join', lin)).toEqual(profiles[0])
      here.local.faults.duplicates = 'documented'
    },
  )

  test.each(['duplicate', 'duplicate-e11000', 'timeout-after', 'lost-reply'] as const)(
    'a join that meets %s ends with one profile or a refusal that may be tried again',
    async (harm) => {
      const done = here.local.faults.add({ when: { action: 'database.insertDocument', times: 1 }, do: harm })
      await here.ask(`joins-${harm}`, 'member.join', lin)
      expect(done()).toBe(1)
      expect((await here.value<OwnProfile>(`joins-${harm}`, 'member.join', lin)).name).toBe('林巧')
    },
  )

  test('without being signed in, or without consent, nobody joins', async () => {
    expect((await here.ask(null, 'member.join', lin)).reply).toEqual({ ok: false, reason: 'not-signed-in' })
    const { reply } = await here.ask('shy', 'member.join', { ...lin, consent: false })
    expect(reply).toEqual({ ok: false, reason: 'bad-input', field: 'consent' })
    expect(await here.value('shy', 'member.me')).toBeNull()
  })

  test('a building that the centre does not have is refused', async () => {
    const { reply } = await here.ask('far', 'member.join', { ...lin, building: 'b-9' })
    expect(reply).toEqual({ ok: false, reason: 'bad-input', field: 'building' })
  })

  test('who says no more than the estate is known by it until they say the building', async () => {
    const { building: _none, ...said } = lin
    const joined = await here.value<OwnProfile>('estate', 'member.join', {
      ...said,
      building: null,
      estate: 'tingrong',
    })
    expect(joined).toMatchObject({ building: null, estate: 'tingrong' })
    const told = { name: '林巧', band: '35-59', birth: null }
    const moved = await here.value<OwnProfile>('estate', 'member.update', {
      ...told,
      building: 'b-2',
      estate: 'tingrong',
    })
    expect(moved).toMatchObject({ building: 'b-2', estate: null })
    const { reply } = await here.ask('estate', 'member.update', { ...told, building: null, estate: 'e-9' })
    expect(reply).toEqual({ ok: false, reason: 'bad-input', field: 'estate' })
  })

  test('a member of one centre is a stranger at the next', async () => {
    const { reply } = await here.ask(
      'lin',
      'member.update',
      { name: '林', band: '18-34', birth: null, building: null },
      { centre: 'two' },
    )
    expect(reply).toEqual({ ok: false, reason: 'not-joined-centre' })
  })
})

describe('changing one’s profile', () => {
  test('a new name loses nothing: roles, family, calendar and joining stay', async () => {
    const before = await stored('huang')
    await here.value('huang', 'member.update', { name: '黄阿婆', band: '80+', birth: null, building: 'b-2' })
    expect(await stored('huang')).toEqual({ ...before, name: '黄阿婆', band: '80+', building: 'b-2' })
  })

  test('a stranger has nothing to change', async () => {
    const { reply } = await here.ask('nobody', 'member.update', {
      name: '林',
      band: '18-34',
      birth: null,
      building: null,
    })
    expect(reply).toEqual({ ok: false, reason: 'not-joined-centre' })
  })
})

describe('family', () => {
  test('adding one makes the member someone who acts for family; a replay adds nobody', async () => {
    await here.value('mei', 'member.join', lin)
    const first = await here.value<OwnProfile>('mei', 'member.addFamily', child('intent-mei-1'))
    expect(first.roles).toEqual(['resident', 'family-proxy'])
    expect(first.family).toMatchObject([{ name: '小满', band: '7-12', relation: 'child' }])
    expect(await here.value('mei', 'member.addFamily', child('intent-mei-1'))).toEqual(first)
  })

  test('intents that begin alike are different people', async () => {
    await here.value('twin', 'member.join', lin)
    await here.value('twin', 'member.addFamily', child('1790000000000-a'))
    const both = await here.value<OwnProfile>('twin', 'member.addFamily', child('1790000000000-b', '小雪'))
    expect(both.family.map(({ name }) => name)).toEqual(['小满', '小雪'])
  })

  test('of twenty added at once the family takes its most, and the rest are told so', async () => {
    await here.value('many', 'member.join', lin)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => here.ask('many', 'member.addFamily', child(`intent-many-${index}`))),
    )
    expect(answers.filter(({ reply }) => reply.ok)).toHaveLength(mostFamily)
    const refused = answers.filter(({ reply }) => !reply.ok).map(({ reply }) => reply)
    expect(new Set(refused.map((reply) => JSON.stringify(reply)))).toEqual(
      new Set([JSON.stringify({ ok: false, reason: 'family-full', most: mostFamily })]),
    )
    expect((await stored('many'))?.family).toHaveLength(mostFamily)
  })

  test('a lost reply is no second child', async () => {
    await here.value('lost', 'member.join', lin)
    const done = here.local.faults.add({
      when: { action: 'database.modifyAndReturnDoc', procedure: 'addFamily', times: 1 },
      do: 'lost-reply',
    })
    const profile = await here.value<OwnProfile>('lost', 'member.addFamily', child('intent-lost-1'))
    expect(done()).toBe(1)
    expect(profile.family).toHaveLength(1)
  })

  test('a person’s rename keeps their id and everyone else', async () => {
    await here.value('ren', 'member.join', lin)
    await here.value('ren', 'member.addFamily', child('intent-ren-1'))
    const { family } = await here.value<OwnProfile>('ren', 'member.addFamily', child('intent-ren-2', '小雪'))
    const person = family[1]?.id
    const change = { person, ...told, name: '大雪', relation: 'grandchild' }
    const renamed = await here.value<OwnProfile>('ren', 'member.updateFamily', change)
    expect(renamed.family).toEqual([family[0], { id: person, name: '大雪', band: '7-12', relation: 'grandchild' }])
  })

  test('removing twice is removing once, and a late replay of the adding brings nobody back', async () => {
    await here.value('gone', 'member.join', lin)
    const { family } = await here.value<OwnProfile>('gone', 'member.addFamily', child('intent-gone-1'))
    const input = { person: family[0]?.id }
    const { reply, requests } = await here.ask<OwnProfile>('gone', 'member.removeFamily', input)
    expect(reply).toMatchObject({ ok: true, value: { family: [] } })
    expect(requests).toBe(2)
    expect((await here.ask('gone', 'member.removeFamily', input)).reply).toEqual(reply)
    expect((await here.ask('gone', 'member.addFamily', child('intent-gone-1'))).reply).toEqual(reply)
  })

  test('a person who is expected somewhere stays; once it is over they may go', async () => {
    const busy = kid('one', 'huang', 'k1')
    expect((await here.ask('huang', 'member.removeFamily', { person: busy.id })).reply).toEqual({
      ok: false,
      reason: 'family-busy',
    })
    here.local.clock.shift(3 * 24 * 60 * 60 * 1000)
    const profile = await here.value<OwnProfile>('huang', 'member.removeFamily', { person: busy.id })
    here.local.clock.shift(-3 * 24 * 60 * 60 * 1000)
    expect(profile.family).toEqual([])
  })

  test('someone else’s child is out of reach', async () => {
    const { id } = kid('one', 'huang', 'k1')
    for (const [procedure, input] of [
      ['member.removeFamily', { person: id }],
      ['member.updateFamily', { person: id, name: '坏', ...told }],
    ] as const)
      expect((await here.ask('mei', procedure, input)).reply).toEqual({ ok: false, reason: 'not-your-family' })
  })
})

describe('a name that others will read', () => {
  const blocked = { ok: false, reason: 'name-blocked' }
  const wechat = (procedure: string, input: object) =>
    fetch(`${here.local.url}/v1/functions/member`, {
      method: 'POST',
      headers: { authorization: 'Bearer localwx.oNamed' },
      body: JSON.stringify({ procedure, centre: 'one', input }),
    }).then((response) => response.json() as Promise<unknown>)

  test('with a phone in it, or rude, is refused at once: of oneself and of one’s family', async () => {
    await here.value('polite', 'member.join', lin)
    for (const name of ['13912345678', '王八蛋']) {
      expect((await here.ask(`named-${name.length}`, 'member.join', { ...lin, name })).reply).toEqual(blocked)
      expect((await here.ask('polite', 'member.update', { ...particulars, name })).reply).toEqual(blocked)
      const relative = child(`intent-named-${name.length}`, name)
      expect((await here.ask('polite', 'member.addFamily', relative)).reply).toEqual(blocked)
    }
    expect((await stored('polite'))?.name).toBe('林巧')
  })

  test('is shown to WeChat’s check, which may refuse it; where the check is out of order nobody is kept out', async () => {
    here.local.sent.clear()
    here.local.sent.reply('security.msgSecCheck', { errcode: 0, result: { suggest: 'risky', label: 20006 } })
    expect(await wechat('join', { ...lin, name: '坏名字' })).toEqual(blocked)
    expect(here.local.sent.calls).toMatchObject([
      { api: 'security.msgSecCheck', data: { content: '坏名字', scene: 1 } },
    ])
    here.local.sent.reply('security.msgSecCheck', { errcode: -1, errmsg: 'system error' })
    expect(await wechat('join', { ...lin, name: '好名字' })).toMatchObject({ ok: true, value: { name: '好名字' } })
    here.local.sent.clear()
  })
})
