import type { Menu } from '../../../src/domain/menu'
import { leftOf, type Resource, type ResourceCard } from '../../../src/domain/resource'
import { type Stage, openStage } from '../stage'
import { centre, member } from '../world'
import { menu, provider, resource } from '../world-menu'
import { ask, newIntent } from './people'

const at = 'crowd'
const callers = 200

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

/** Ten ladders, a menu of two lines, and the one who draws and composes. */
const begin = () =>
  stage.reset({
    centres: [centre(at)],
    members: [member(at, 'staff', ['social-worker'])],
    providers: [provider(at, 'org-a')],
    resources: [resource(at, 'org-a', 'ladders')],
    menus: [menu(at)],
  })

const ledger = () => stage.one<Resource>('resources', 'ladders')
const call = <Value>(name: string, procedure: string, input: object) =>
  ask<Value>(stage.url, 'staff', name, { procedure, centre: at, input })

const draw = (intent = newIntent()) =>
  call<ResourceCard>('provider', 'draw', {
    intent,
    resource: 'ladders',
    amount: 1,
    note: null,
    for: { noun: 'other', id: intent, title: '修水管' },
  })

const giveBack = (drawn: string) =>
  call<ResourceCard>('provider', 'giveBack', {
    intent: newIntent(),
    resource: 'ladders',
    amount: 1,
    note: null,
    draw: drawn,
  })

/** Everything that is wrong with the ledger; nothing where all is well. */
function complaints({ left, entries, returned }: Resource): string[] {
  const ids = entries.map(({ id }) => id)
  const back = entries.flatMap((entry) => (entry.kind === 'return' ? [entry.draw] : []))
  return [
    ...(left < 0 ? [`${left} are left`] : []),
    ...(left === leftOf(entries) ? [] : ['the guard is not what the entries say']),
    ...(new Set(ids).size === ids.length ? [] : ['an entry stands twice']),
    ...(new Set(back).size === back.length ? [] : ['a draw came back twice']),
    ...(back.length === returned.length ? [] : ['the returned are not those that came back']),
  ]
}

test('200 at once on ten ladders: ten have one, 190 are told how many are left; never below nought', async () => {
  await begin()
  const told = await Promise.all(Array.from({ length: callers }, () => draw()))
  expect(told.filter(({ ok }) => ok)).toHaveLength(10)
  expect(told.filter((reply) => !reply.ok && reply.reason === 'resource-short' && reply.left === 0)).toHaveLength(190)
  const found = await ledger()
  expect([found.left, complaints(found)]).toEqual([0, []])
}, 120_000)

test('with replies lost and asked again, and ladders coming back meanwhile, each comes and goes once', async () => {
  await begin()
  stage.faults.add({ when: { action: 'invoke', every: 10 }, do: 'lost-reply' })
  const lost = stage.faults.add({ when: { collection: 'resources', every: 7 }, do: 'timeout-after' })
  const told = await Promise.all(
    Array.from({ length: callers }, async () => {
      const intent = newIntent()
      const drawn = await draw(intent)
      // Two give the same one back at the same moment: one of them is told so.
      const back = drawn.ok ? await Promise.all([giveBack(intent), giveBack(intent)]) : []
      return { drawn, back }
    }),
  )
  expect(lost()).toBeGreaterThan(20)
  for (const { drawn, back } of told) if (drawn.ok) expect(back.filter(({ ok }) => ok)).toHaveLength(1)
  const found = await ledger()
  expect([found.left, complaints(found)]).toEqual([10, []])
}, 120_000)

test('control: without the conditions of the step the same 200 draw what is not there', async () => {
  await begin()
  stage.faults.add({ when: { collection: 'resources', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  const told = await Promise.all(Array.from({ length: callers }, () => draw()))
  expect(told.filter(({ ok }) => ok).length).toBeGreaterThan(10)
  expect(complaints(await ledger())).not.toEqual([])
}, 120_000)

describe('a menu that many compose at once', () => {
  const codes = ['bike-repair', 'mending', 'wall-patch', 'door-and-lock', 'appliance-check', 'furniture-fix']
  const set = (code: string) =>
    call('menu', 'setEntry', {
      intent: newIntent(),
      code,
      changed: null,
      own: null,
      providers: ['org-a'],
      when: null,
      where: null,
      weekly: null,
      price: null,
      from: null,
      until: null,
    })
  const lines = async () => (await stage.one<Menu>('menus', at)).entries.map(({ code }) => code)

  test('keeps every line, also where replies are lost', async () => {
    await begin()
    stage.faults.add({ when: { collection: 'menus', every: 5 }, do: 'timeout-after' })
    const told = await Promise.all(codes.map(set))
    expect(told.every(({ ok }) => ok)).toBe(true)
    expect((await lines()).sort()).toEqual(['phone-class', 'tap-and-pipe', ...codes].sort())
  }, 60_000)

  test('control: without the version in the step lines are written over', async () => {
    await begin()
    stage.faults.add({ when: { collection: 'menus', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
    await Promise.all(codes.map(set))
    expect((await lines()).length).toBeLessThan(8)
  }, 60_000)
})
