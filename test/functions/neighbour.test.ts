import { day, hour, minute } from '../../src/domain/day'
import type { Service } from '../../src/domain/hours'
import type { HoursPage, ServicePage } from '../../src/domain/hours-page'
import { silenceAfter } from '../../src/domain/hours'
import type { Introduction, IntroductionPage } from '../../src/domain/introduction'
import { type LedgerEntry, sumOf } from '../../src/domain/ledger'
import { type Town, town } from './town'
import { member } from './world'

let here: Town
let turn = 0
const intent = () => `intent-help-${(turn += 1)}`
const staff = 'role-social-worker'
const idOf = (who: string) => member('one', who, [])._id

beforeAll(async () => {
  here = await town()
  for (const name of ['services', 'ledger', 'balances']) await here.local.store.empty(name)
  await here.put('members', [
    member('one', 'ana', ['resident'], { name: '安婆婆', band: '80+' }),
    member('one', 'deng', ['resident'], { name: '邓师傅' }),
    member('one', 'teen', ['resident'], { name: '林小宇', band: '13-17' }),
  ])
})
afterAll(() => here.stop())

/** 安's tap drips, and a neighbour helps: agreed, and so much later said to be done, by one of both. */
async function helped(helper: string, took: number, doneBy: 'ana' | 'helper' = 'ana'): Promise<string> {
  const said = { concept: null, when: null, shown: 'name' }
  const { id: need } = await here.value<{ id: string }>('ana', 'need.post', {
    ...said,
    where: null,
    band: null,
    intent: intent(),
    text: '厨房水龙头一直滴水',
    quiet: false,
  })
  await here.value(staff, 'need.decide', { intent: intent(), need, pass: true, reason: '没问题' })
  const text = '我会修水龙头，上门换，不收钱'
  const { id: offer } = await here.value<{ id: string }>(helper, 'offer.post', {
    ...said,
    places: null,
    intent: intent(),
    text,
    bands: [],
    capacity: 1,
  })
  await here.value(staff, 'offer.decide', { intent: intent(), offer, pass: true, reason: '没问题', holds: [] })
  const shares = { intent: intent(), shares: false }
  const { id } = await here.value<{ id: string }>('ana', 'introduction.ask', { ...shares, need, offer })
  await here.value(helper, 'introduction.agree', { intent: intent(), introduction: id, shares: false })
  here.local.clock.shift(took)
  const by = doneBy === 'ana' ? 'ana' : helper
  await here.value(by, 'introduction.step', { intent: intent(), introduction: id, to: 'done' })
  return id
}
const gave = async (who: string, introduction: string, minutes: number, as = intent()) =>
  (await here.ask(who, 'introduction.gave', { intent: as, introduction, minutes })).reply
const page = (who: string, introduction: string) =>
  here.value<IntroductionPage>(who, 'introduction.open', { introduction })
const mine = (who: string) => here.value<HoursPage>(who, 'hours.mine')
const services = () => here.local.store.all('services') as unknown as Service[]
const ledger = () => here.local.store.all('ledger') as unknown as LedgerEntry[]
const sweep = () => here.local.fire('promises')

test('the time a neighbour gave is on the record of both, by the word of whoever was helped', async () => {
  const id = await helped('deng', 3 * hour)
  expect((await page('deng', id)).time).toEqual({ most: 180, minutes: null, service: null })
  expect((await page('ana', id)).time).toEqual({ most: 0, minutes: null, service: null })
  const same = intent()
  for (const _ of [1, 2]) expect(await gave('deng', id, 75, same)).toMatchObject({ ok: true })
  for (const _ of [1, 2, 3]) await sweep()
  const { time } = await page('ana', id)
  expect(time).toMatchObject({ most: 0, minutes: 75 })
  expect((await mine('deng')).serving).toBe(0)
  const [waiting] = (await mine('ana')).toConfirm
  expect(waiting).toMatchObject({ id: time?.service, source: 'introduction', measured: 75, title: '水龙头滴漏' })

  await here.value('ana', 'hours.confirm', { intent: intent(), service: time?.service, minutes: 60 })
  await here.local.fire('settle')
  expect((await mine('deng')).serving).toBe(60)
  expect((await mine('ana')).served).toBe(60)
  expect(services()).toHaveLength(1)
  expect(sumOf(ledger())).toBe(0)
})

test('whoever was helped and says nothing in time agrees', async () => {
  const before = (await mine('deng')).serving
  const id = await helped('deng', 2 * hour, 'helper')
  await gave('deng', id, 45)
  await sweep()
  await here.local.fire('settle')
  expect((await mine('deng')).serving).toBe(before)
  here.local.clock.shift(silenceAfter + minute)
  await here.local.fire('settle')
  expect((await mine('deng')).serving).toBe(before + 45)
})

test('it is said once, by who helped, when it is done, and no longer than it can have been', async () => {
  const id = await helped('deng', 50 * minute)
  expect(await gave('ana', id, 30)).toMatchObject({ reason: 'introduction-moved-on' })
  expect(await gave(staff, id, 30)).toMatchObject({ reason: 'not-found' })
  expect(await gave('deng', id, 51)).toMatchObject({ reason: 'help-longer', most: 50 })
  expect(await gave('deng', id, 241)).toMatchObject({ reason: 'bad-input' })
  const answers = await Promise.all([30, 35, 40, 45].map((minutes) => gave('deng', id, minutes)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await gave('deng', id, 50)).toMatchObject({ reason: 'introduction-moved-on' })
  expect((await page('deng', id)).time?.most).toBe(0)

  const late = await helped('deng', hour)
  here.local.clock.shift(15 * day)
  expect(await gave('deng', late, 20)).toMatchObject({ reason: 'help-longer', most: 0 })
  const atOnce = await helped('deng', 2 * minute)
  expect(await gave('deng', atOnce, 10)).toMatchObject({ reason: 'help-longer', most: 0 })
})

test('a fault in counting holds up nobody’s message, and is made good', async () => {
  const id = await helped('deng', 2 * hour)
  await gave('deng', id, 60)
  const broken = here.local.faults.add({
    when: { collection: 'services', action: 'database.insertDocument' },
    do: 'timeout-before',
  })
  await sweep().catch(() => undefined)
  expect(broken()).toBeGreaterThan(0)
  here.local.faults.clear()
  const kept = await here.read<Introduction>('introductions', id)
  expect(kept).toMatchObject({ countDue: true, toTell: false })
  await sweep()
  expect(services().filter(({ about }) => about === id)).toHaveLength(1)
  expect(await here.read<Introduction>('introductions', id)).toMatchObject({ countDue: false })
})

test('a minor who helped is named to no neighbour on the record either', async () => {
  const id = await helped('teen', 2 * hour)
  await gave('teen', id, 60)
  await sweep()
  const { time } = await page('ana', id)
  const shown = await here.value<ServicePage>('ana', 'hours.service', { service: time?.service })
  expect(shown.as).toBe('served')
  expect(JSON.stringify(shown)).not.toContain('小宇')
  expect((await here.value<ServicePage>(staff, 'hours.service', { service: time?.service })).name).toBe('林小宇')
})

test('who deletes their account leaves the minutes as nobody’s, and nothing of theirs is counted later', async () => {
  const [counted, owed] = [await helped('deng', 2 * hour), await helped('deng', 2 * hour)]
  await gave('deng', counted, 60)
  await sweep()
  await gave('deng', owed, 60)
  await here.value('deng', 'member.erase', { confirm: '注销' })
  await sweep()
  expect(here.dump().filter((line) => line.includes(idOf('deng')))).toEqual([])
  expect(sumOf(ledger())).toBe(0)
})
