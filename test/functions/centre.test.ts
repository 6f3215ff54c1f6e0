import { memberId } from '../../cloudfunctions/runtime/caller'
import type { CentrePage } from '../../src/domain/centre'
import { runningWords } from '../../src/text/running-words'
import { order } from './order-world'
import { type Town, town } from './town'
import { activity, member } from './world'

const day = 24 * 60 * 60 * 1000

let here: Town
beforeAll(async () => {
  here = await town()
  const now = Date.now()
  const made = [
    activity('one', 'now', { startsAt: now - day / 24, endsAt: now + day / 24 }),
    activity('one', 'over', { startsAt: now - day / 8, endsAt: now - day / 24 }),
    activity('one', 'off', { startsAt: now + day, state: 'cancelled' }),
    activity('one', 'full', { startsAt: now + 3 * day, capacity: 2, waitCapacity: 3, room: 1 }),
    activity('one', 'sixth', { startsAt: now + 6 * day }),
    activity('one', 'far', { startsAt: now + 20 * day }),
    activity('one', 'further', { startsAt: now + 21 * day }),
  ]
  await here.put(
    'activities',
    made.map((each) => each.activity),
  )
  await here.put(
    'rosters',
    made.map((each) => each.roster),
  )
})
afterAll(() => here.stop())

const visit = { visit: 'visit-1', door: 'lobby', page: 'home' }

describe('one’s own order on the first screen', () => {
  const home = async (who: string | null) => {
    const { reply, requests } = await here.ask<CentrePage>(who, 'centre.open')
    if (!reply.ok) throw new Error(reply.reason)
    expect(requests).toBe(2)
    return reply.value
  }

  test('the newest that is under way, and how many others are; to nobody else, and without a request more', async () => {
    const now = Date.now()
    const mei = memberId('one', 'web:mei')
    const off = { id: 'off', at: now, by: mei, kind: 'cancelled', reason: null } as const
    const made = [
      order('one', 'mei-old', { holder: mei, placedAt: now - 2 * day }),
      order('one', 'mei-new', { holder: mei, placedAt: now - day, title: '换灯换插座' }),
      order('one', 'mei-off', { holder: mei, placedAt: now }, [off]),
    ]
    await here.put('members', [member('one', 'mei', ['resident'])])
    await here.put('orders', made)
    const { order: shown } = await home('mei')
    expect(shown).toMatchObject({ id: 'mei-new', title: '换灯换插座', state: 'triage', owner: 'desk', others: 1 })
    expect(runningWords(shown as NonNullable<typeof shown>, false, now).due).toMatch(/^归值班社工管/)
    for (const who of [null, 'nobody', 'role-social-worker']) expect(await home(who)).not.toHaveProperty('order')
    expect((await home('huang')).order).toMatchObject({ id: 'one-order', others: 0 })
  })

  test('what waits for its holder’s word stands before what was ordered later', async () => {
    const now = Date.now()
    const holder = memberId('one', 'web:wen')
    const done = { state: 'ended', owner: 'resident' } as const
    await here.put('members', [member('one', 'wen', ['resident'])])
    await here.put('orders', [
      { ...order('one', 'wen-done', { holder, placedAt: now - 2 * day }), ...done },
      order('one', 'wen-new', { holder, placedAt: now }),
    ])
    expect((await home('wen')).order).toMatchObject({ id: 'wen-done', state: 'ended', others: 1 })
  })

  test('what is for the social workers only is not named there', async () => {
    const ling = memberId('one', 'web:ling')
    await here.put('members', [member('one', 'ling', ['resident'])])
    await here.put('orders', [order('one', 'ling-quiet', { holder: ling, locked: true, title: '家暴求助' })])
    expect((await home('ling')).order).toMatchObject({ id: 'ling-quiet', title: '社工跟进的一件事' })
  })
})

describe('the open page', () => {
  test('anyone sees it cold, in two requests', async () => {
    const { reply, requests } = await here.ask<CentrePage>(null, 'centre.open')
    expect(requests).toBe(2)
    if (!reply.ok) throw new Error(reply.reason)
    expect(reply.value.centre.name).toBe('one党群服务中心')
    expect(reply.value).not.toHaveProperty('me')
    expect(reply.value.soon.map(({ id }) => id)).toEqual(['now', 'one-walk', 'full', 'sixth', 'far'])
  })

  test('the week counts what is on and what still has a seat that can be had', async () => {
    const { week, soon } = await here.value<CentrePage>(null, 'centre.open')
    expect(week).toEqual({ activities: 4, withRoom: 2 })
    expect(soon.find(({ id }) => id === 'full')?.seats).toEqual({ capacity: 2, free: 0, waiting: 2, waitRoom: 1 })
    expect(soon.find(({ id }) => id === 'one-walk')?.seats).toEqual({ capacity: 10, free: 8, waiting: 0, waitRoom: 5 })
  })

  test('a member sees themselves and what is theirs, in two requests', async () => {
    const { reply, requests } = await here.ask<CentrePage>('huang', 'centre.open')
    expect(requests).toBe(2)
    if (!reply.ok) throw new Error(reply.reason)
    expect(reply.value.me?.name).toBe('黄秀莲')
    expect(reply.value.soon.filter(({ mine }) => mine).map(({ id }) => id)).toEqual(['one-walk'])
  })

  test('it tells nothing of anyone: no ids of people, no log, no doors', async () => {
    const { reply } = await here.ask(null, 'centre.open')
    const told = JSON.stringify(reply)
    for (const hidden of [memberId('one', 'web:huang'), 'intent-huang', '黄秀莲', 'lobby', 'events', 'people'])
      expect(told).not.toContain(hidden)
  })

  test('each centre shows its own', async () => {
    const { reply } = await here.ask<CentrePage>('huang', 'centre.open', {}, { centre: 'two' })
    expect(reply).toMatchObject({ ok: true, value: { centre: { id: 'two' }, soon: [{ id: 'two-walk' }] } })
  })

  test('a centre that does not exist is not found', async () => {
    const { reply } = await here.ask(null, 'centre.open', {}, { centre: 'nowhere' })
    expect(reply).toEqual({ ok: false, reason: 'not-found' })
  })

  test('it outlives a slow database, and says so when it does not', async () => {
    const slow = here.local.faults.add({ when: { collection: 'activities', times: 2 }, do: 'timeout-before' })
    expect((await here.ask(null, 'centre.open')).reply.ok).toBe(true)
    slow()
    const down = here.local.faults.add({ when: { collection: 'centres' }, do: 'timeout-before' })
    expect((await here.ask(null, 'centre.open')).reply).toEqual({ ok: false, reason: 'server-busy' })
    down()
  })
})

describe('a door', () => {
  const visits = async () =>
    here
      .dump()
      .filter((line) => line.startsWith('visits '))
      .map((line) => JSON.parse(line.slice(7)))

  test('a visit is counted once, whoever comes and however often they ask', async () => {
    await Promise.all([1, 2, 3].map(() => here.value(null, 'centre.enter', visit)))
    const { requests } = await here.ask('huang', 'centre.enter', { ...visit, visit: 'visit-2', page: 'activity' })
    expect(requests).toBe(2)
    const counted = await visits()
    expect(counted).toHaveLength(2)
    expect(counted).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ centre: 'one', door: 'lobby', page: 'home', member: null }),
        expect.objectContaining({ door: 'lobby', page: 'activity', member: memberId('one', 'web:huang') }),
      ]),
    )
  })

  test('a door that the centre does not have is not counted', async () => {
    const before = await visits()
    const { reply } = await here.ask(null, 'centre.enter', { ...visit, visit: 'visit-3', door: 'cellar' })
    expect(reply).toEqual({ ok: false, reason: 'not-found' })
    expect(await visits()).toEqual(before)
  })

  test('a card shared in a chat is a door of every centre', async () => {
    const before = await visits()
    await here.value(null, 'centre.enter', { ...visit, visit: 'visit-4', door: 'card' })
    expect(await visits()).toHaveLength(before.length + 1)
  })
})
