import { day } from '../../src/domain/day'
import { type Group, groupOf } from '../../src/domain/group'
import type { DeskGroup, GroupCard, GroupDesk, GroupPage } from '../../src/domain/group-page'
import type { Message } from '../../src/domain/message'
import { anew, type Town, town } from './town'
import { activity, kid, member } from './world'
import { group } from './world-group'
import { entry, menu } from './world-menu'

let here: Town
const id = (who: string) => member('one', who, [])._id
const desk = 'role-social-worker'
let intents = 0
const intent = () => `intent-group-${String((intents += 1))}`

beforeAll(async () => {
  here = await town()
})
afterAll(() => here.stop())
beforeEach(async () => {
  await anew(here)
  const elder = { band: '60-79' as const }
  await here.put('members', [
    member('one', 'ana', ['resident', 'family-proxy'], { ...elder, name: '安娜', family: [kid('one', 'ana', 'k')] }),
    member('one', 'bai', ['resident'], { ...elder, name: '白云' }),
    member('one', 'chen', ['resident'], { ...elder, name: '陈静' }),
  ])
  await here.local.store.empty('menus')
  await here.put('menus', [menu('one', { entries: [entry('choir'), entry('phone-class')] }), menu('two')])
  await here.put('groups', [group('one', 'duo', { name: '二重唱', capacity: 2, waitCapacity: 1 })])
})

const join = (who: string, on: string, person = id(who), given = intent()) =>
  here.ask<GroupPage>(who, 'group.join', { intent: given, group: on, person })
const open = (who: string | null, on: string) => here.value<GroupPage>(who, 'group.open', { group: on })
const placeOf = async (who: string, on: string) => (await open(who, on)).mine[0]?.id as string
const told = async (who: string) => {
  await here.local.fire('groups')
  return here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .filter(({ to }) => to === id(who))
    .map(({ kind }) => kind)
}
const view = async (on: string) =>
  (await here.value<GroupDesk>(desk, 'group.desk')).groups.find((each) => each.id === on) as DeskGroup

test('neighbours join, the next one waits and has the place that is given up; a replay is one joining', async () => {
  const given = intent()
  expect((await join('ana', 'duo', id('ana'), given)).reply).toMatchObject({
    value: { mine: [{ state: 'in' }], free: 1 },
  })
  expect((await join('ana', 'duo', id('ana'), given)).reply).toMatchObject({ value: { members: 1 } })
  expect((await join('ana', 'duo')).reply).toMatchObject({ reason: 'group-already' })
  await join('bai', 'duo')
  expect((await join('chen', 'duo')).reply).toMatchObject({ value: { mine: [{ state: 'waiting', position: 1 }] } })
  expect((await join('huang', 'duo')).reply.ok).toBe(false)
  const mine = { intent: intent(), group: 'duo', place: await placeOf('ana', 'duo') }
  expect((await here.ask('bai', 'group.leave', mine)).reply).toMatchObject({ reason: 'not-found' })
  expect(await here.value<GroupPage>('ana', 'group.leave', mine)).toMatchObject({ mine: [], members: 2, waiting: 0 })
  expect(await here.value<GroupPage>('ana', 'group.leave', mine)).toMatchObject({ mine: [] })
  expect((await open('chen', 'duo')).mine).toMatchObject([{ state: 'in' }])
  expect(await told('chen')).toEqual(['group-in'])
  expect(await told('chen')).toEqual(['group-in'])
  expect(await here.value<GroupCard[]>('chen', 'group.mine')).toMatchObject([{ id: 'duo' }])
})

test('who belongs to it sees the others by their first character, no child; who does not sees numbers only', async () => {
  await join('ana', 'one-choir')
  await join('ana', 'one-choir', kid('one', 'ana', 'k').id)
  expect(await open('bai', 'one-choir')).toMatchObject({ names: null, members: 2, mine: [] })
  expect(await open(null, 'one-choir')).toMatchObject({ names: null })
  await join('bai', 'one-choir')
  expect((await open('bai', 'one-choir')).names?.sort()).toEqual(['安*', '白*'])
  expect(JSON.stringify(await open('bai', 'one-choir'))).not.toMatch(/安娜|小满/)
  const seen = await view('one-choir')
  expect(seen.people.map(({ name }) => name)).toEqual(['安娜', '小满', '白云'])
  await here.put('groups', [group('one', 'quiet', { private: true })])
  await join('ana', 'quiet')
  expect((await open('ana', 'quiet')).names).toBeNull()
})

test('it is for those whom its item is for', async () => {
  await here.put('groups', [group('one', 'old', { bands: ['80+'] })])
  expect((await join('ana', 'old')).reply).toMatchObject({ reason: 'age-not-fit', band: '60-79' })
})

test('staff make one under an item of the menu, say otherwise when it meets, link its meetings, take someone off, end it', async () => {
  const words = {
    item: 'choir',
    name: '早唱队',
    about: '早上一起唱。',
    leads: '梁老师',
    leader: null,
    meets: '每天 8:00',
    place: '河边',
    capacity: 1,
  }
  const made = { intent: intent(), group: 'dawn', version: 0, ...words }
  expect(await here.value(desk, 'group.save', made)).toMatchObject({ version: 1, people: [] })
  expect(await here.value(desk, 'group.save', made)).toMatchObject({ version: 1 })
  const elsewhere = { ...made, intent: intent(), group: 'dawn-2', item: 'phone-class' }
  expect((await here.ask(desk, 'group.save', elsewhere)).reply).toMatchObject({ field: 'item' })
  // Whoever may lead a group makes none of their own.
  expect((await here.ask('ana', 'group.save', { ...made, group: 'dawn-3' })).reply).toMatchObject({
    reason: 'no-permission',
  })
  await join('ana', 'dawn')
  await join('bai', 'dawn')
  const more = { ...made, intent: intent(), version: 1, capacity: 2, meets: '每天 7:30', leader: id('ana') }
  expect(await here.value(desk, 'group.save', more)).toMatchObject({ version: 2, members: 2, waiting: 0 })
  expect((await here.ask(desk, 'group.save', { ...more, intent: intent() })).reply).toMatchObject({
    reason: 'changed-meanwhile',
  })
  expect(await told('bai')).toEqual(expect.arrayContaining(['group-in', 'group-moved']))

  const sing = activity('one', 'sing-1', { startsAt: Date.now() + day })
  sing.activity.item = 'choir'
  await here.put('activities', [sing.activity])
  await here.put('rosters', [sing.roster])
  // Who leads it keeps it, and no other.
  const on = { intent: intent(), group: 'dawn', activity: 'sing-1', linked: true }
  expect((await here.ask('bai', 'group.link', on)).reply).toMatchObject({ reason: 'no-permission' })
  await here.value('ana', 'group.link', on)
  expect((await open(null, 'dawn')).meetings.map((card) => card.id)).toEqual(['sing-1'])
  expect((await here.ask('ana', 'group.link', { ...on, group: 'duo' })).reply).toMatchObject({
    reason: 'no-permission',
  })
  const walk = { ...on, intent: intent(), activity: 'one-walk' }
  expect((await here.ask('ana', 'group.link', walk)).reply).toMatchObject({ reason: 'not-found' })
  expect((await here.value<GroupDesk>('ana', 'group.desk')).groups.map((each) => each.id)).toEqual(['dawn'])

  const off = { intent: intent(), group: 'dawn', place: await placeOf('bai', 'dawn'), reason: '很久没来了' }
  await here.value(desk, 'group.remove', off)
  await here.value(desk, 'group.remove', off)
  expect(await told('bai')).toContain('group-out')
  expect((await open('bai', 'dawn')).mine).toEqual([])
  await here.value(desk, 'group.end', { intent: intent(), group: 'dawn', reason: '老师搬走了' })
  expect(await told('ana')).toContain('group-ended')
  expect((await join('chen', 'dawn')).reply).toMatchObject({ reason: 'group-ended' })
  expect((await here.value<GroupCard[]>(null, 'group.list', { item: 'choir' })).map((each) => each.id)).not.toContain(
    'dawn',
  )
})

test('a leader who is put out, or leaves, keeps nothing of the group: nobody leads it', async () => {
  const { _id: ana } = member('one', 'ana', [])
  const led = { leader: ana, leads: '安娜' }
  await here.put('groups', [group('one', 'led', led), group('one', 'led-2', led), group('one', 'led-3', led)])
  for (const on of ['led', 'led-2', 'led-3']) await join('ana', on)
  await join('bai', 'led')
  const child = kid('one', 'ana', 'k').id
  await join('ana', 'led', child)
  const places = (await open('ana', 'led')).mine
  const placeOn = (person: string) => places.find((each) => each.person.id === person)?.id as string
  // Her child's leaving is not hers.
  await here.value('ana', 'group.leave', { intent: intent(), group: 'led', place: placeOn(child) })
  expect(await view('led')).toMatchObject({ leader: ana, leads: '安娜' })
  const before = await view('led')
  const reason = '不再带队了'
  const off = { intent: intent(), group: 'led', place: placeOn(ana), reason }
  expect(await here.value(desk, 'group.remove', off)).toMatchObject({ leader: null, leads: '待定' })
  expect(await here.value(desk, 'group.remove', off)).toMatchObject({ leader: null })
  expect((await here.ask('ana', 'group.end', { intent: intent(), group: 'led', reason })).reply).toMatchObject({
    reason: 'no-permission',
  })
  expect((await open('ana', 'led')).manages).toBe(false)
  // A sheet that was opened before does not make her lead it again.
  const { id: _, item, name, about, leads, meets, place, capacity, version } = before
  const words = { item, name, about, leads, leader: ana, meets, place, capacity }
  const stale = { intent: intent(), group: 'led', version, ...words }
  expect((await here.ask(desk, 'group.save', stale)).reply).toMatchObject({ reason: 'changed-meanwhile' })
  const anew = { ...stale, intent: intent(), version: (await view('led')).version }
  expect((await here.ask(desk, 'group.save', anew)).reply).toMatchObject({ field: 'leader' })
  await here.value('ana', 'group.leave', {
    intent: intent(),
    group: 'led-2',
    place: await placeOf('ana', 'led-2'),
  })
  expect(await view('led-2')).toMatchObject({ leader: null, leads: '待定' })
  expect((await here.value<GroupDesk>('ana', 'group.desk')).groups.map((each) => each.id)).toEqual(['led-3'])
  // Nor is her name left as the leader's where she deletes her account.
  await here.value('ana', 'member.erase', { confirm: '注销' })
  expect(await here.read<Group>('groups', 'led-3')).toMatchObject({ leader: null, leads: '待定' })
})

describe('a group that is cut below those who belong to it', () => {
  const at = Date.now() - day
  const joins = (many: number) =>
    Array.from({ length: many }, (_, n) => {
      const who = `aNeighbour-${String(n)}-of-many`
      return { id: `intent-many-${String(n)}`, at: at + n, kind: 'join' as const, member: who, person: who }
    })
  const agrees = async () => {
    const kept = (await here.read<Group>('groups', 'cut')) as Group
    const inIt = groupOf(kept).filter(({ state }) => state === 'in').length
    const waiting = groupOf(kept).length - inIt
    const seen = { members: inIt, waiting, free: Math.max(0, kept.capacity - inIt - waiting) }
    const listed = await here.value<GroupCard[]>(null, 'group.list', { item: 'choir' })
    expect(listed.find((each) => each.id === 'cut')).toMatchObject(seen)
    expect(await open(null, 'cut')).toMatchObject(seen)
    return seen
  }
  const resize = async (capacity: number) => {
    const { version, item, name, about, leads, leader, meets, place } = await view('cut')
    const words = { item, name, about, leads, leader, meets, place }
    await here.value(desk, 'group.save', { intent: intent(), group: 'cut', version, capacity, ...words })
  }
  const remove = (place: string) =>
    here.value(desk, 'group.remove', { intent: intent(), group: 'cut', place, reason: '很久没来了' })

  test('keeps them all; whoever comes then waits until there is a place, and every number says so', async () => {
    await here.put('groups', [group('one', 'cut', { capacity: 10, events: joins(8) })])
    await resize(5)
    expect(await agrees()).toEqual({ members: 8, waiting: 0, free: 0 })
    await join('ana', 'cut')
    await join('bai', 'cut')
    expect(await agrees()).toEqual({ members: 8, waiting: 2, free: 0 })
    await remove('intent-many-0')
    expect(await agrees()).toEqual({ members: 7, waiting: 2, free: 0 })
    await here.value('bai', 'group.leave', { intent: intent(), group: 'cut', place: await placeOf('bai', 'cut') })
    expect(await agrees()).toEqual({ members: 7, waiting: 1, free: 0 })
    await resize(6)
    expect(await agrees()).toEqual({ members: 7, waiting: 1, free: 0 })
    await remove('intent-many-1')
    expect(await agrees()).toEqual({ members: 6, waiting: 1, free: 0 })
    await remove('intent-many-2')
    expect(await agrees()).toEqual({ members: 6, waiting: 0, free: 0 })
    await resize(9)
    expect(await agrees()).toEqual({ members: 6, waiting: 0, free: 3 })
  })

  test('agrees with its log after whatever is done to it', async () => {
    await here.put('groups', [group('one', 'cut', { capacity: 6, events: joins(12) })])
    // A walk that is the same each time.
    let state = 7
    const below = (most: number) => {
      state = (state * 48271) % 2147483647
      return state % most
    }
    for (let step = 0; step < 40; step += 1) {
      const kept = (await here.read<Group>('groups', 'cut')) as Group
      const places = groupOf(kept)
      const free = ['ana', 'bai', 'chen'].filter((who) => !kept.people.includes(id(who)))
      const [what, who] = [below(3), free[below(3)]]
      if (what === 0) await resize(1 + below(9))
      else if (what === 1 && who) await join(who, 'cut')
      else if (places.length > 0) await remove(places[below(places.length)]?.id as string)
      await agrees()
    }
  })
})

test('a relative who belongs to a group, or waits, stays in the family until they leave it', async () => {
  const child = kid('one', 'ana', 'k').id
  const remove = async () => (await here.ask('ana', 'member.removeFamily', { person: child })).reply
  for (const who of ['bai', 'chen']) await join(who, 'duo')
  await join('ana', 'duo', child)
  expect((await open('ana', 'duo')).mine).toMatchObject([{ state: 'waiting' }])
  expect(await remove()).toEqual({ ok: false, reason: 'family-group', name: '二重唱' })
  await here.value('chen', 'group.leave', { intent: intent(), group: 'duo', place: await placeOf('chen', 'duo') })
  expect(await remove()).toEqual({ ok: false, reason: 'family-group', name: '二重唱' })
  await here.value('ana', 'group.leave', { intent: intent(), group: 'duo', place: await placeOf('ana', 'duo') })
  expect(await remove()).toMatchObject({ ok: true, value: { family: [] } })
  expect(await open('bai', 'duo')).toMatchObject({ members: 1 })
})

test('a group that has ended keeps nobody in a family', async () => {
  const child = kid('one', 'ana', 'k').id
  await join('ana', 'duo', child)
  await here.value(desk, 'group.end', { intent: intent(), group: 'duo', reason: '老师搬走了' })
  expect(await here.value('ana', 'member.removeFamily', { person: child })).toMatchObject({ family: [] })
})

test('of a group that is private no inbox says the name', async () => {
  await here.put('groups', [group('one', 'hush', { name: '戒酒互助', private: true, capacity: 1 })])
  await join('ana', 'hush')
  await join('bai', 'hush')
  await here.value('ana', 'group.leave', { intent: intent(), group: 'hush', place: await placeOf('ana', 'hush') })
  await here.value(desk, 'group.end', { intent: intent(), group: 'hush', reason: '换个地方再开' })
  expect((await told('bai')).sort()).toEqual(['group-ended', 'group-in'])
  const messages = here.dump().filter((line) => line.startsWith('messages ') && line.includes('"hush"'))
  expect(messages.length).toBe(2)
  expect(messages.filter((line) => line.includes('戒酒互助'))).toEqual([])
  expect(messages.filter((line) => line.includes('您的一个小组')).length).toBe(2)
})

test('who deletes their account gives their place to the next one and is nobody in the log', async () => {
  await join('ana', 'duo')
  await join('bai', 'duo')
  await join('chen', 'duo')
  await here.value('ana', 'member.erase', { confirm: '注销' })
  expect(here.dump().filter((line) => line.includes(id('ana')))).toEqual([])
  expect((await open('chen', 'duo')).mine).toMatchObject([{ state: 'in' }])
  expect((await here.read<Group>('groups', 'duo'))?.people.sort()).toEqual([id('bai'), id('chen')].sort())
})

test('requests to the database, cold: a list and a page 3 at most, joining 4', async () => {
  const cost = async (who: string | null, called: `group.${string}`, input: object) => {
    await here.local.cool()
    const { reply, requests } = await here.ask(who, called, input)
    expect([called, reply]).toMatchObject([called, { ok: true }])
    return requests
  }
  expect(await cost(null, 'group.list', { item: null })).toBeLessThanOrEqual(2)
  expect(await cost(null, 'group.open', { group: 'duo' })).toBeLessThanOrEqual(2)
  expect(await cost('ana', 'group.join', { intent: intent(), group: 'duo', person: id('ana') })).toBeLessThanOrEqual(3)
  expect(await cost('ana', 'group.open', { group: 'duo' })).toBeLessThanOrEqual(2)
  expect(await cost(desk, 'group.desk', {})).toBeLessThanOrEqual(5)
})
