import { day, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { Provider, ProviderPage, ProviderRow } from '../../src/domain/provider'
import type { Resource, ResourceCard } from '../../src/domain/resource'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { type Town, town } from './town'
import { activity, member } from './world'
import { provider, resource } from './world-menu'

let here: Town
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'op-a', ['operator'], { organisation: 'org-a' }),
    member('one', 'shop', ['enterprise'], { organisation: 'ent-b' }),
    member('one', 'captain', ['volunteer-captain'], { team: 'team-a' }),
  ])
  await here.put('providers', [
    provider('one', 'ent-b', { kind: 'enterprise', name: '五金铺' }),
    provider('one', 'team-a', { kind: 'team', name: '维修队' }),
  ])
  const lesson = { ...activity('one', 'one-lesson').activity, organiser: { id: 'ent-b', name: '五金铺' } }
  await here.put('activities', [lesson])
  await here.put('resources', [resource('one', 'ent-b', 'drills', { name: '冲击钻' })])
})
afterAll(() => here.stop())

const worker = 'role-social-worker'
const reply = async (who: string, called: `${string}.${string}`, input: unknown) =>
  (await here.ask(who, called, input)).reply
const no = { ok: false, reason: 'no-permission' }
const told = {
  kind: 'enterprise',
  name: '五金铺',
  about: '公示价维修，借工具',
  hours: Array.from({ length: 7 }, (_, weekday) => (weekday === 0 ? null : { from: 540, to: 1080 })),
  closed: [10 * day - 8 * 3_600_000],
  weekly: 12,
}
const saving = (version: number, more: object = {}) => ({
  intent: `intent-save-${version}`,
  provider: 'ent-b',
  version,
  ...told,
  ...more,
})

test('each sees the providers they reach: an organisation, a firm and a team their own, staff all of the centre', async () => {
  const keys = async (who: string) =>
    (await here.value<ProviderRow[]>(who, 'provider.list')).map(({ key }) => key).sort()
  expect(await keys('op-a')).toEqual(['org-a'])
  expect(await keys('shop')).toEqual(['ent-b'])
  expect(await keys('captain')).toEqual(['team-a'])
  expect(await keys(worker)).toEqual(['ent-b', 'org-a', 'team-a'])
  for (const who of ['op-a', 'captain', 'role-enterprise'])
    expect(await reply(who, 'provider.page', { provider: 'ent-b' })).toMatchObject(no)
  expect(await reply(worker, 'provider.page', { provider: 'org-x' })).toMatchObject({ reason: 'not-found' })
  const { services } = await here.value<ProviderPage>('op-a', 'provider.page', { provider: 'org-a' })
  expect(services.map(({ name }) => name)).toEqual(['水龙头水管滴漏', '手机课堂'])
})

test('a firm keeps its own profile and calendar; who has not seen the latest is refused, and nothing is written over', async () => {
  const saved = await here.value<ProviderPage>('shop', 'provider.save', saving(1))
  expect(saved).toMatchObject({ version: 2, weekly: 12, about: told.about })
  expect(await here.value('shop', 'provider.save', saving(1))).toMatchObject({ version: 2 })
  const other = saving(1, { intent: 'intent-save-late', about: '别的说法' })
  expect(await reply(worker, 'provider.save', other)).toMatchObject({ reason: 'changed-meanwhile' })
  expect(await reply('op-a', 'provider.save', saving(2))).toMatchObject(no)
  expect(await reply('shop', 'provider.save', saving(2, { kind: 'team' }))).toMatchObject(no)
  const wrong = told.hours.map((each) => each && { from: each.to, to: each.from })
  expect(await reply('shop', 'provider.save', saving(2, { hours: wrong }))).toMatchObject({ reason: 'bad-input' })
})

test('a new provider only the centre makes', async () => {
  const fresh = saving(0, { provider: 'org-new', kind: 'organisation', name: '新来的社' })
  expect(await reply('shop', 'provider.save', fresh)).toMatchObject(no)
  expect(await here.value(worker, 'provider.save', fresh)).toMatchObject({ key: 'org-new', version: 1 })
  expect(await here.value(worker, 'provider.save', fresh)).toMatchObject({ key: 'org-new', version: 1 })
})

test('a licence is named by its owner and checked by staff, once; none checks their own', async () => {
  const add = {
    intent: 'intent-licence-1',
    provider: 'ent-b',
    name: '备案锁匠',
    until: startOfDay(Date.now()) + 100 * day,
  }
  for (const _ of [1, 2]) await here.value('shop', 'provider.addLicence', add)
  const check = { intent: 'intent-check-1', provider: 'ent-b', licence: add.intent, pass: true, reason: null }
  for (const who of ['shop', 'op-a', 'captain'])
    expect(await reply(who, 'provider.checkLicence', check)).toMatchObject(no)
  const seen = async () => (await here.value<ProviderPage>('shop', 'provider.page', { provider: 'ent-b' })).licences
  expect((await seen()).map(({ state }) => state)).toEqual(['waiting'])
  for (const _ of [1, 2]) await here.value(worker, 'provider.checkLicence', check)
  expect((await seen()).map(({ state }) => state)).toEqual(['checked'])
  const again = { ...check, intent: 'intent-check-2', pass: false, reason: '过期了' }
  expect(await reply(worker, 'provider.checkLicence', again)).toMatchObject({ reason: 'changed-meanwhile' })
  expect(await reply('op-a', 'provider.dropLicence', { ...add, licence: add.intent })).toMatchObject({
    reason: 'bad-input',
  })
  const drop = { intent: 'intent-drop-l', provider: 'ent-b', licence: add.intent }
  expect(await reply('op-a', 'provider.dropLicence', drop)).toMatchObject(no)
  for (const _ of [1, 2]) await here.value('shop', 'provider.dropLicence', drop)
  expect(await seen()).toEqual([])
})

describe('what a provider brings', () => {
  const moved = (intent: string, amount: number, more: object = {}) => ({
    intent: `intent-${intent}`,
    resource: 'drills',
    amount,
    note: null,
    ...more,
  })
  const drawnFor = { noun: 'activity', id: 'one-lesson', title: '随便怎么叫' }
  const stored = async () => (await here.read<Resource>('resources', 'drills')) as Resource

  test('is drawn on for an order or an activity, and what was not used comes back, once', async () => {
    const drawn = await here.value<ResourceCard>('shop', 'provider.draw', moved('draw-1', 4, { for: drawnFor }))
    expect(drawn).toMatchObject({ left: 6, out: [{ amount: 4, title: '活动one-lesson' }] })
    expect(await here.value('shop', 'provider.draw', moved('draw-1', 4, { for: drawnFor }))).toMatchObject({ left: 6 })
    for (const noun of ['activity', 'order'] as const) {
      const elsewhere = moved(`draw-${noun}`, 1, { for: { noun, id: 'two-walk', title: '别处的' } })
      expect(await reply('shop', 'provider.draw', elsewhere)).toMatchObject({ reason: 'not-found' })
    }
    const more = moved('draw-2', 7, { for: drawnFor })
    expect(await reply('shop', 'provider.draw', more)).toMatchObject({ reason: 'resource-short', left: 6, unit: '把' })
    const back = (intent: string, amount: number) => moved(intent, amount, { draw: 'intent-draw-1' })
    expect(await reply('shop', 'provider.giveBack', back('back-0', 5))).toMatchObject({ reason: 'resource-returned' })
    for (const _ of [1, 2])
      expect(await here.value('shop', 'provider.giveBack', back('back-1', 3))).toMatchObject({ left: 9, out: [] })
    expect(await reply('shop', 'provider.giveBack', back('back-2', 1))).toMatchObject({ reason: 'resource-returned' })
    const none = moved('back-3', 1, { draw: 'intent-no-such' })
    expect(await reply('shop', 'provider.giveBack', none)).toMatchObject({ reason: 'not-found' })
  })

  test('grows and is taken back, never below what is out; a stranger moves nothing', async () => {
    expect(await here.value('shop', 'provider.add', moved('add-1', 2))).toMatchObject({ left: 11 })
    expect(await reply('shop', 'provider.takeBack', moved('take-1', 12))).toMatchObject({ reason: 'resource-short' })
    expect(await here.value('shop', 'provider.takeBack', moved('take-2', 11))).toMatchObject({ left: 0 })
    for (const called of ['add', 'takeBack'] as const)
      expect(await reply('op-a', `provider.${called}`, moved('steal-1', 1))).toMatchObject(no)
    expect(await reply('op-a', 'provider.draw', moved('steal-2', 1, { for: drawnFor }))).toMatchObject(no)
    expect(await reply(worker, 'provider.add', { ...moved('add-2', 1), resource: 'two-ladders' })).toMatchObject({
      reason: 'not-found',
    })
  })

  test('is brought once however often it is asked', async () => {
    const bring = {
      intent: 'intent-bring-1',
      provider: 'ent-b',
      kind: 'money',
      name: '邻里基金',
      unit: '分',
      amount: 500_000,
      note: null,
    }
    const [one, other] = await Promise.all([1, 2].map(() => here.value<ResourceCard>('shop', 'provider.bring', bring)))
    expect(one).toEqual(other)
    expect(one).toMatchObject({ kind: 'money', left: 500_000 })
  })

  test('its ledger keeps who did what, and is by nobody once they delete their account', async () => {
    const shop = memberId('one', 'web:shop')
    expect((await stored()).entries.some(({ by }) => by === shop)).toBe(true)
    const before = (await stored()).entries.length
    await here.value('shop', 'provider.addLicence', {
      intent: 'intent-licence-9',
      provider: 'ent-b',
      name: '备案锁匠',
      until: null,
    })
    await here.value('shop', 'member.erase', { confirm: '注销' })
    expect(here.dump().filter((line) => line.includes(shop))).toEqual([])
    expect((await stored()).entries).toHaveLength(before)
  })
})

describe('whoever manages accounts lets people work for an organisation or a firm', () => {
  const head = 'role-committee-member'
  const idOf = (who: string) => memberId('one', `web:${who}`)
  let intents = 0
  const linking = (who: string, key = 'ent-b', intent = `intent-link-${(intents += 1)}`) => ({
    intent,
    provider: key,
    person: idOf(who),
  })
  const stored = (who: string) => here.read<Member>('members', idOf(who))
  /** What was written down of someone, at any provider. */
  const words = async (who: string) =>
    here
      .dump()
      .filter((line) => line.startsWith('providers '))
      .map((line) => JSON.parse(line.slice('providers '.length)) as Provider)
      .flatMap(({ staffing = [] }) => staffing.flatMap((each) => (each.member === idOf(who) ? [each.kind] : [])))
  beforeAll(() =>
    here.put('members', [
      ...['lan', 'two-ways', 'cut'].map((who) => member('one', who, ['resident'], { name: who })),
      member('one', 'child', ['resident'], { band: '13-17' }),
      member('one', 'kept', ['resident'], { keptBy: idOf('role-social-worker') }),
    ]),
  )

  test('role and organisation come and go together, and orders given to it reach them', async () => {
    const link = linking('lan')
    const page = await here.value<ProviderPage>(head, 'provider.linkPerson', link)
    expect(page.people.map(({ name }) => name)).toContain('lan')
    expect(await stored('lan')).toMatchObject({ organisation: 'ent-b', roles: ['resident', 'enterprise'] })
    expect(await here.value('lan', 'provider.page', { provider: 'ent-b' })).toMatchObject({ links: false })

    const off = { ...linking('lan'), intent: 'intent-unlink-1' }
    expect((await here.value<ProviderPage>(head, 'provider.unlinkPerson', off)).people).not.toContainEqual(
      expect.objectContaining({ name: 'lan' }),
    )
    expect(await stored('lan')).toMatchObject({ organisation: null, roles: ['resident'] })
    // What was asked before and is heard again now changes nothing.
    await here.value(head, 'provider.linkPerson', link)
    expect(await stored('lan')).toMatchObject({ organisation: null, roles: ['resident'] })
    expect(await reply('lan', 'provider.page', { provider: 'ent-b' })).toMatchObject(no)
  })

  test('at once for two of them a person is let work for one', async () => {
    const replies = await Promise.all(
      ['ent-b', 'org-a'].map((key) => reply(head, 'provider.linkPerson', linking('two-ways', key))),
    )
    const refused = replies.filter((each) => !each.ok)
    expect(refused).toEqual([{ ok: false, reason: 'provider-person', why: 'elsewhere' }])
    expect((await stored('two-ways'))?.roles).toHaveLength(2)
    // What did not come about is not written down either.
    expect(await words('two-ways')).toEqual(['link'])
  })

  test.each([
    ['link', 'linkPerson', { organisation: 'ent-b', roles: ['resident', 'enterprise'] }],
    ['unlink', 'unlinkPerson', { organisation: null, roles: ['resident'] }],
  ])(
    'cut short before the member follows, who said so is written down; asked again, a %s is finished',
    async (kind, called, after) => {
      const before = await stored('cut')
      const asked = linking('cut')
      const when = { function: 'provider', collection: 'members', action: 'database.modifyAndReturnDoc', nth: 1 }
      const died = here.local.faults.add({ when, do: 'kill' })
      await here.ask(head, `provider.${called}`, asked).catch(() => undefined)
      expect(died()).toBe(1)
      expect((await words('cut')).at(-1)).toBe(kind)
      expect(await stored('cut')).toEqual(before)
      for (let times = 0; times < 2; times += 1) await here.value(head, `provider.${called}`, asked)
      expect(await stored('cut')).toMatchObject(after)
      expect((await words('cut')).filter((each) => each === kind)).toHaveLength(1)
    },
  )

  test.each([
    ['a child', 'child', 'ent-b', 'young'],
    ['who is only on record', 'kept', 'ent-b', 'record'],
    ['anyone for a team', 'lan', 'team-a', 'kind'],
  ])('not %s', async (_, who, key, why) => {
    expect(await reply(head, 'provider.linkPerson', linking(who, key))).toEqual({
      ok: false,
      reason: 'provider-person',
      why,
    })
  })

  test('nobody else: neither social workers, nor the firm itself, nor for another centre’s people', async () => {
    for (const who of [worker, 'role-operator', 'role-enterprise', 'captain'])
      expect(await reply(who, 'provider.linkPerson', linking('lan'))).toMatchObject(no)
    const stranger = { ...linking('lan'), person: memberId('two', 'web:huang') }
    expect(await reply(head, 'provider.linkPerson', stranger)).toMatchObject({ reason: 'not-found' })
  })

  test('whoever deletes their account is nobody in what was written down of it', async () => {
    await here.value(head, 'provider.linkPerson', linking('lan'))
    await here.value('lan', 'member.erase', { confirm: '注销' })
    expect(here.dump().filter((line) => line.includes(idOf('lan')))).toEqual([])
  })
})
