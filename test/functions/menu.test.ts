import { memberId } from '../../cloudfunctions/runtime/caller'
import { day } from '../../src/domain/day'
import { raterOf } from '../../cloudfunctions/rating/rater'
import type { Menu } from '../../src/domain/menu'
import type { Composer, ItemPage, MenuFound, MenuGlance, MenuPage, StockChoice } from '../../src/domain/menu-page'
import type { Provider } from '../../src/domain/provider'
import { order } from './order-world'
import { type Town, town } from './town'
import { activity, kid, member } from './world'
import { entry, menu, provider } from './world-menu'

let here: Town
beforeAll(async () => {
  here = await town()
  process.env.LINLI_KEY = here.key
  const child = kid('one', 'mama', 'k')
  const parent = { ...kid('one', 'mama', 'p', '外婆'), band: '80+' as const, relation: 'parent' as const }
  await here.put('members', [
    member('one', 'mama', ['resident', 'family-proxy'], { family: [child, parent] }),
    member('one', 'op-a', ['operator'], { organisation: 'org-a' }),
    member('one', 'op-b', ['operator'], { organisation: 'org-b' }),
  ])
  await here.put('providers', [provider('one', 'org-b', { name: '另一家' })])
})
afterAll(() => here.stop())

const worker = 'role-social-worker'
const words = { when: null, where: null, weekly: null, price: null, from: null, until: null }
const set = (code: string, changed: number | null, more: object = {}) => ({
  intent: `intent-${code}-${changed}`,
  code,
  changed,
  own: null,
  providers: ['org-a'],
  ...words,
  ...more,
})
const stored = async (at = 'one') => (await here.read<Menu>('menus', at)) as Menu
const compose = () => here.value<Composer>(worker, 'menu.compose')
const refusal = async (who: string | null, called: `${string}.${string}`, input: unknown) =>
  (await here.ask(who, called, input)).reply
const own = {
  category: 'home-repair',
  name: '修雨伞',
  description: '伞骨断了拿来修',
  bands: ['35-59'],
  mode: 'booking',
  place: 'home',
  minutes: 20,
  qualification: null,
}

describe('what residents read', () => {
  test('only what was published, and nothing of what is being composed', async () => {
    const page = await here.value<MenuPage>(null, 'menu.open')
    expect(page.items.map(({ code }) => code)).toEqual(['tap-and-pipe', 'phone-class'])
    expect(page.categories.map(({ name }) => name)).toEqual(['长者学堂', '家居小修'])
    expect(page.people).toEqual([])
    await here.value(worker, 'menu.setEntry', set('knife-sharpening', null))
    expect((await here.value<MenuPage>(null, 'menu.open')).items).toHaveLength(2)
    expect(await refusal(null, 'menu.item', { item: 'knife-sharpening' })).toMatchObject({ reason: 'not-found' })
  })

  test('a member may look for each of their own, and only for them', async () => {
    const { people } = await here.value<MenuPage>('mama', 'menu.open')
    expect(people.map(({ name, relation }) => [name, relation])).toEqual([
      ['mama', null],
      ['小满', 'child'],
      ['外婆', 'parent'],
    ])
  })

  test('the first screen counts what there is and shows what is meant for whoever looks, and theirs', async () => {
    const glance = (who: string | null) => here.value<MenuGlance>(who, 'menu.glance')
    expect(await glance(null)).toMatchObject({ items: 2, categories: 2 })
    const { usual } = await glance('mama')
    expect(usual.map(({ code }) => code)).toEqual(['phone-class', 'tap-and-pipe'])
  })

  test('everyday words find the thing that answers them, on this menu first', async () => {
    const found = await here.value<MenuFound>(null, 'menu.search', { words: '水管漏水' })
    expect(found.items[0]?.code).toBe('tap-and-pipe')
    expect(found.categories.map(({ name }) => name)).toContain('家居小修')
    expect(found.urgent).toBeNull()
    const other = await here.value<MenuFound>(null, 'menu.search', { words: '想学理发' })
    expect(other.items.map(({ code }) => code)).not.toContain('elder-haircut')
    expect(other.beyond.length).toBeGreaterThan(0)
  })

  test('words of an emergency say so, whatever else they find; delicate ones say who reads them', async () => {
    expect((await here.value<MenuFound>(null, 'menu.search', { words: '闻到煤气味好重' })).urgent).not.toBeNull()
    expect((await here.value<MenuFound>(null, 'menu.search', { words: '老公打我' })).quiet).toBe(true)
  })

  test('a page tells who does it and what was checked of them, the rules in words, and what is on of it', async () => {
    const licence = { id: 'intent-licence', at: 1, by: 'x', name: '低压电工证', until: null }
    const checked = { ...licence, check: { intent: 'i', at: 2, by: 'y', pass: true, reason: null } }
    await here.put('providers', [
      provider('one', 'org-c', {
        name: '有证的',
        licences: [checked, { ...licence, id: 'intent-other', name: '没看过的证', check: null }],
      }),
    ])
    const class1 = activity('one', 'class-1')
    const class2 = activity('two', 'class-2')
    const past = activity('one', 'class-0', { startsAt: Date.now() - 3 * day })
    for (const each of [class1, class2, past]) each.activity.item = 'phone-class'
    await here.put('activities', [class1.activity, class2.activity, past.activity])
    await here.put('rosters', [class1.roster, class2.roster, past.roster])
    const line = entry('phone-class', { providers: ['org-c', 'org-a'], when: '周二下午', price: '免费' })
    await here.local.store.empty('menus')
    await here.put('menus', [menu('one', { entries: [line, entry('light-and-socket')] }), menu('two')])

    const page = await here.value<ItemPage>(null, 'menu.item', { item: 'phone-class' })
    expect(page).toMatchObject({ name: '手机课堂', when: '周二下午', price: '免费', wait: null, rating: null })
    expect(page.providers.map(({ name, licences }) => [name, licences.map((each) => each.name)])).toEqual([
      ['有证的', ['低压电工证']],
      ['荔风社', []],
    ])
    expect(page.activities.map(({ id }) => id)).toEqual(['class-1'])
    const other = await here.value<ItemPage>(null, 'menu.item', { item: 'light-and-socket' })
    expect(other.rules).toContain('先验证件再派单，证件过期不派')
    expect(other.qualification).toBe('低压电工证')
    expect(JSON.stringify([page, other])).not.toMatch(/intent-|"by"|没看过的证/)
  })

  test('how it was is told once five people have said so, each once, with the last that they said', async () => {
    const people = ['p1', 'p2', 'p3', 'p4', 'p5'].map((who) => `id-${who}`)
    const held = ['class-judged', 'class-again'].map((id) => {
      const of = activity('one', id, { startsAt: Date.now() - 5 * day })
      of.activity.item = 'phone-class'
      return { ...of, roster: { ...of.roster, present: [...people, 'id-p1.k1'] } }
    })
    await here.put(
      'activities',
      held.map((each) => each.activity),
    )
    await here.put(
      'rosters',
      held.map(({ roster }) => roster),
    )
    const rate = (about: string, who: string, overall: number, at: number) => ({
      id: `intent-${about}-${who}`,
      at,
      kind: 'rate',
      edit: false,
      check: 'pass',
      rater: raterOf(about, who),
      overall,
      child: false,
      scores: {},
      tags: [],
      comment: null,
      proxy: false,
      contact: null,
    })
    const verdict = (_id: string, entries: ReturnType<typeof rate>[]) => ({
      _id,
      centre: 'one',
      private: false,
      entries,
    })
    const judge = async (...verdicts: ReturnType<typeof verdict>[]) => {
      await here.local.store.empty('verdicts')
      await here.put('verdicts', verdicts)
      return (await here.value<ItemPage>(null, 'menu.item', { item: 'phone-class' })).rating
    }
    const first = (many: number) => people.slice(0, many).map((who, n) => rate('class-judged', who, 4, n))
    // Four people, one of them twice, once for a grandmother, and a token of nobody who came: four.
    const more = [rate('class-judged', 'id-p1.k1', 1, 8), rate('class-judged', 'nobody-came', 1, 9)]
    const again = verdict('class-again', [rate('class-again', 'id-p1', 1, 10)])
    expect(await judge(verdict('class-judged', [...first(4), ...more]), again)).toBeNull()
    expect(await judge(verdict('class-judged', first(5)))).toEqual({ people: 5, mean: 4 })
    expect(await judge(verdict('class-judged', [...first(5), ...more]), again)).toEqual({ people: 5, mean: 3.4 })
  })

  test('how long one waits is told from orders served and orders open; how it was, of five who judged them', async () => {
    const now = Date.now()
    const ended = (n: number, days: number, state: string, score: number | null = null, holder = `h-${n}`) => {
      const placedAt = now - 20 * day - n
      const at = placedAt + days * day
      const log = [
        { id: `intent-ended-${n}`, at, by: 'x', kind: 'ended' },
        ...(score === null ? [] : [{ id: `intent-rated-${n}`, at: at + n, by: holder, kind: 'rated', score }]),
      ]
      const of = { ...order('one', `served-${n}`), holder, placedAt, state, score, item: 'light-and-socket' }
      return { ...of, events: [...of.events, ...log] }
    }
    const waits = (n: number, days: number) => ({
      ...order('one', `waits-${n}`),
      placedAt: now - days * day,
      item: 'light-and-socket',
    })
    const elsewhere = { ...ended(99, 19, 'rated', 1), _id: 'served-elsewhere', centre: 'two' }
    await here.local.store.empty('orders')
    const page = () => here.value<ItemPage>('mama', 'menu.item', { item: 'light-and-socket' })
    expect(await page()).toMatchObject({ wait: null, rating: null })
    await here.put('orders', [waits(1, 4.5)])
    expect(await page()).toMatchObject({ wait: { days: null, orders: 0, waiting: 1, longest: 4 } })
    await here.put('orders', [
      ended(1, 1, 'rated', 5),
      ended(2, 2, 'rated', 5),
      ended(3, 2, 'confirmed'),
      ended(4, 9, 'rated', 4),
      // Complained of, and not done again yet: it is not served, and waits since it was placed.
      ended(5, 19, 'complained'),
      elsewhere,
    ])
    expect(await page()).toMatchObject({ wait: { days: 2, orders: 4, waiting: 2, longest: 20 }, rating: null })
    // The same holder five times is one who judged.
    await here.put(
      'orders',
      [11, 12, 13, 14, 15].map((n) => ended(n, 3, 'rated', 3, 'h-1')),
    )
    expect((await page()).rating).toBeNull()
    await here.put(
      'orders',
      [16, 17].map((n) => ended(n, 3, 'rated', 3)),
    )
    const told = await page()
    // 3 of the one who judged six times, as they said last.
    expect(told.rating).toEqual({ people: 5, mean: 3.6 })
    expect(JSON.stringify(told)).not.toMatch(/intent-|served-|"h-/)
  })

  test('of what is private few orders are not told of', async () => {
    await here.local.store.empty('menus')
    await here.put('menus', [
      menu('one', { entries: [entry('hardship-visit'), entry('light-and-socket')] }),
      menu('two'),
    ])
    const waiting = (n: number) => ({
      ...order('one', `quiet-${n}`),
      item: 'hardship-visit',
      placedAt: Date.now() - day,
    })
    const page = () => here.value<ItemPage>(null, 'menu.item', { item: 'hardship-visit' })
    await here.put('orders', [1, 2, 3, 4].map(waiting))
    expect(await page()).toMatchObject({ private: true, wait: null })
    await here.put('orders', [waiting(5)])
    expect(await page()).toMatchObject({ private: true, wait: { orders: 0, waiting: 5 } })
  })
})

describe('composing it', () => {
  test('a line is put on, said otherwise and taken off; each change by whoever saw the last one', async () => {
    const put = await here.value<Composer>(worker, 'menu.setEntry', set('bike-repair', null, { price: '免费' }))
    const line = put.entries.find(({ code }) => code === 'bike-repair')
    expect(line).toMatchObject({ price: '免费', standing: 'served', service: { name: '自行车小修' } })
    const seen = line?.changed as number
    const stale = set('bike-repair', seen, { intent: 'intent-stale-one', price: '五元' })
    await here.value(worker, 'menu.setEntry', set('bike-repair', seen, { price: '三元' }))
    expect(await refusal(worker, 'menu.setEntry', stale)).toMatchObject({ reason: 'changed-meanwhile' })
    const now = (await compose()).entries.find(({ code }) => code === 'bike-repair')
    expect(now?.price).toBe('三元')
    const drop = { intent: 'intent-drop-one', code: 'bike-repair', changed: seen }
    expect(await refusal(worker, 'menu.dropEntry', drop)).toMatchObject({ reason: 'changed-meanwhile' })
    await here.value(worker, 'menu.dropEntry', { ...drop, intent: 'intent-drop-two', changed: now?.changed })
    expect((await compose()).entries.map(({ code }) => code)).not.toContain('bike-repair')
  })

  test('the same intent again is done once, even after another change', async () => {
    const first = set('mending', null, { price: '免费' })
    await here.value(worker, 'menu.setEntry', first)
    const { version } = await stored()
    await here.value(worker, 'menu.setEntry', set('appliance-check', null))
    await here.value(worker, 'menu.setEntry', first)
    expect((await stored()).version).toBe(version + 1)
  })

  test('twelve who compose different lines at once lose none; of twelve on one line one is taken', async () => {
    const stock = await here.value<StockChoice[]>(worker, 'menu.stock', { category: 'elder-health' })
    const more = await here.value<StockChoice[]>(worker, 'menu.stock', { category: 'elder-daily-care' })
    const codes = [...stock, ...more].slice(0, 12).map(({ code }) => code)
    const answers = await Promise.all(codes.map((code) => here.ask(worker, 'menu.setEntry', set(code, null))))
    expect(answers.map(({ reply }) => reply.ok || reply.reason)).toEqual(codes.map(() => true))
    expect((await stored()).entries.map(({ code }) => code)).toEqual(expect.arrayContaining(codes))

    const changed = (await stored()).entries.find(({ code }) => code === codes[0])?.changed as number
    const many = Array.from({ length: 12 }, (_, n) =>
      set(codes[0] as string, changed, { intent: `intent-many-${n}`, price: `${n} 元` }),
    )
    const told = await Promise.all(many.map((input) => here.ask(worker, 'menu.setEntry', input)))
    expect(told.filter(({ reply }) => reply.ok)).toHaveLength(1)
    expect(told.filter(({ reply }) => !reply.ok && reply.reason === 'changed-meanwhile')).toHaveLength(11)
  }, 60_000)

  test('a centre’s own service is described by itself, and pairs go to homes', async () => {
    const mine = set('own-umbrella', null, { own })
    await here.value(worker, 'menu.setEntry', mine)
    const line = (await compose()).entries.find(({ code }) => code === 'own-umbrella')
    expect(line?.service).toMatchObject({ name: '修雨伞', homeVisit: true, risks: ['pair-home-visit', 'no-money'] })
    expect(await refusal(worker, 'menu.setEntry', set('umbrella', null, { own }))).toMatchObject({ field: 'own' })
    expect(await refusal(worker, 'menu.setEntry', set('own-other', null))).toMatchObject({ field: 'own' })
    expect(await refusal(worker, 'menu.setEntry', set('no-such-thing', null))).toMatchObject({ reason: 'not-found' })
    const nowhere = set('own-nowhere', null, { own: { ...own, category: 'nowhere' } })
    expect(await refusal(worker, 'menu.setEntry', nowhere)).toMatchObject({ field: 'own' })
    expect((await here.value<MenuFound>(null, 'menu.search', { words: '修雨伞' })).items).toEqual([])
  })

  test('a season that ends before it begins, and a provider whom nobody knows, are refused', async () => {
    const season = set('swap-market', null, { from: 2 * day - 8 * 3_600_000, until: day - 8 * 3_600_000 })
    expect(await refusal(worker, 'menu.setEntry', season)).toMatchObject({ reason: 'menu-season' })
    const whose = set('swap-market', null, { providers: ['org-x'] })
    expect(await refusal(worker, 'menu.setEntry', whose)).toMatchObject({ reason: 'bad-input', field: 'providers' })
  })

  test('an organisation composes what it provides alone, and nothing of others’; it does not publish', async () => {
    await here.value('op-a', 'menu.setEntry', set('wall-patch', null))
    const mine = await here.value<Composer>('op-a', 'menu.compose')
    expect(mine.entries.every(({ providers }) => providers.join() === 'org-a')).toBe(true)
    expect(mine.providers.map(({ key }) => key)).toEqual(['org-a'])
    expect([mine.publishes, mine.facts]).toEqual([false, []])
    const changed = mine.entries.find(({ code }) => code === 'wall-patch')?.changed as number
    const no = { reason: 'no-permission' }
    expect(await refusal('op-b', 'menu.setEntry', set('wall-patch', changed, { providers: ['org-b'] }))).toMatchObject(
      no,
    )
    expect(
      await refusal('op-a', 'menu.setEntry', set('door-and-lock', null, { providers: ['org-a', 'org-b'] })),
    ).toMatchObject(no)
    expect(
      await refusal('op-b', 'menu.dropEntry', { intent: 'intent-op-b-1', code: 'wall-patch', changed }),
    ).toMatchObject(no)
    expect(
      await refusal('op-b', 'menu.pause', { intent: 'intent-op-b-2', code: 'wall-patch', paused: true }),
    ).toMatchObject(no)
    expect(await refusal('op-a', 'menu.publish', { intent: 'intent-op-a-1', version: mine.version })).toMatchObject(no)
    expect(await refusal('op-a', 'menu.setMinimum', { intent: 'intent-op-a-2', minimum: 1 })).toMatchObject(no)
  })
})

describe('publishing it', () => {
  const publish = async (intent: string, version?: number) =>
    (await here.ask<Composer>(worker, 'menu.publish', { intent, version: version ?? (await stored()).version })).reply

  test('below the minimum it is refused, with the categories that could be added', async () => {
    await here.value(worker, 'menu.setMinimum', { intent: 'intent-min-28', minimum: 28 })
    const { published } = await stored()
    const reply = await publish('intent-publish-0')
    expect(reply).toMatchObject({ ok: false, reason: 'menu-too-few', minimum: 28 })
    expect((reply as unknown as { could: string[] }).could).toContain('法律与调解')
    expect((await stored()).published).toEqual(published)
    expect((await compose()).could).toContain('legal-mediation')
    await here.value(worker, 'menu.setMinimum', { intent: 'intent-min-2', minimum: 2 })
  })

  test('with something that nobody provides it is refused, and which', async () => {
    await here.value(worker, 'menu.setEntry', set('repair-day', null, { providers: [] }))
    expect(await publish('intent-publish-1')).toMatchObject({ reason: 'menu-unprovided', items: ['便民维修日'] })
    const changed = (await stored()).entries.find(({ code }) => code === 'repair-day')?.changed as number
    await here.value(worker, 'menu.dropEntry', { intent: 'intent-drop-day', code: 'repair-day', changed })
  })

  test('another version than the one that was seen is not published; twelve at once publish it once', async () => {
    const { version } = await stored()
    expect(await publish('intent-publish-2', version - 1)).toMatchObject({ reason: 'changed-meanwhile' })
    const before = await stored()
    const replies = await Promise.all(Array.from({ length: 12 }, (_, n) => publish(`intent-at-once-${n}`, version)))
    expect(replies.every(({ ok }) => ok)).toBe(true)
    const after = await stored()
    expect(after.published).toMatchObject({ edition: (before.published?.edition ?? 0) + 1, version })
    expect(after.facts.filter(({ kind }) => kind === 'publish')).toHaveLength(
      before.facts.filter(({ kind }) => kind === 'publish').length + 1,
    )
    expect((await here.value<MenuPage>(null, 'menu.open')).items.map(({ code }) => code)).toContain('own-umbrella')
    expect((await here.value<MenuFound>(null, 'menu.search', { words: '修雨伞' })).items[0]?.code).toBe('own-umbrella')
    expect((await compose()).unpublished).toBe(0)
  })

  test('what was taken off the draft is paused as long as residents read it', async () => {
    const before = await stored()
    await here.local.store.empty('menus')
    const published = { edition: 1, version: 3, at: 1, entries: [entry('tap-and-pipe'), entry('phone-class')] }
    await here.put('menus', [menu('one', { entries: [entry('phone-class')], published }), menu('two')])
    const item = { item: 'tap-and-pipe' }
    const gone = { code: 'tap-and-pipe', name: expect.any(String) }
    expect((await compose()).dropped).toEqual([{ ...gone, paused: false }])
    const pause = { intent: 'intent-pause-gone', code: 'tap-and-pipe', paused: true }
    expect(await here.value(worker, 'menu.pause', pause)).toMatchObject({ dropped: [{ ...gone, paused: true }] })
    expect(await here.value(null, 'menu.item', item)).toMatchObject({ standing: 'paused' })
    expect((await stored()).entries.map(({ code }) => code)).toEqual(['phone-class'])
    const other = { ...pause, intent: 'intent-pause-none', code: 'mending' }
    expect(await refusal(worker, 'menu.pause', other)).toMatchObject({ reason: 'not-found' })
    await here.local.store.empty('menus')
    await here.put('menus', [before, menu('two')])
  })

  test('a pause is read at once, without publishing, and can be taken back', async () => {
    const item = { item: 'own-umbrella' }
    const pause = (paused: boolean) => ({ intent: `intent-pause-${paused}`, code: item.item, paused })
    await here.value('role-committee-member', 'menu.pause', pause(true))
    expect(await here.value(null, 'menu.item', item)).toMatchObject({ standing: 'paused' })
    expect((await compose()).unpublished).toBe(0)
    await here.value(worker, 'menu.pause', pause(false))
    expect(await here.value(null, 'menu.item', item)).toMatchObject({ standing: 'served' })
  })

  test('a centre without a menu begins one, of the usual minimum', async () => {
    await here.local.store.empty('menus')
    expect(await here.value(null, 'menu.open')).toMatchObject({ at: null, items: [] })
    expect(await compose()).toMatchObject({ version: 0, minimum: 12, entries: [], published: null })
    const both = ['tap-and-pipe', 'bike-repair']
    await Promise.all(
      both.map((code) => here.value(worker, 'menu.setEntry', set(code, null, { intent: `intent-new-${code}` }))),
    )
    expect((await stored()).entries.map(({ code }) => code).sort()).toEqual(both.sort())
    expect(await publish('intent-publish-3')).toMatchObject({ reason: 'menu-too-few', served: 1, minimum: 12 })
  })
})

test('who published stays in the log until they delete their account; what was published stays', async () => {
  await here.local.store.empty('menus')
  await here.put('menus', [menu('one', { version: 4 })])
  await here.put('members', [member('one', 'chair', ['committee-member'])])
  await here.value('chair', 'menu.publish', { intent: 'intent-by-chair', version: 4 })
  const chair = memberId('one', 'web:chair')
  expect((await stored()).facts.map(({ by }) => by)).toEqual([chair])
  expect(JSON.stringify(await compose())).not.toContain(chair)
  await here.value('chair', 'member.erase', { confirm: '注销' })
  expect((await stored()).facts.map(({ id, by }) => [id, by])).toEqual([['intent-by-chair', null]])
  expect((await stored()).published).toMatchObject({ edition: 2, version: 4 })
})

test('who provides something is of their own centre: the same key elsewhere is another', async () => {
  const [here1, there] = await Promise.all(
    ['one', 'two'].map((at) => here.read<Provider>('providers', provider(at, 'org-a')._id)),
  )
  expect([here1?.centre, there?.centre]).toEqual(['one', 'two'])
})

describe('requests to the database, cold', () => {
  beforeAll(async () => {
    await here.local.store.empty('menus')
    await here.put('menus', [menu('one'), menu('two')])
  })
  const cold = async (who: string | null, called: `${string}.${string}`, input?: unknown) => {
    await here.local.cool()
    return here.ask(who, called, input)
  }

  test.each([
    ['the menu', 'menu.open', {}, 2],
    ['what the first screen tells of it', 'menu.glance', {}, 2],
    ['one thing of it', 'menu.item', { item: 'phone-class' }, 2],
    ['looking for words', 'menu.search', { words: '水管漏水' }, 2],
  ] as const)('%s: as few as promised, for a stranger and for a member', async (_, called, input, most) => {
    for (const who of [null, 'nobody', 'mama']) {
      const { reply, requests } = await cold(who, called, input)
      expect(reply).toMatchObject({ ok: true })
      expect(requests).toBeGreaterThan(0)
      expect(requests).toBeLessThanOrEqual(most)
    }
  })

  test.each([
    ['the composer', 'menu.compose', {}, 2],
    ['the stock', 'menu.stock', { category: 'home-repair' }, 2],
    ['the providers', 'provider.list', {}, 2],
    ['a provider', 'provider.page', { provider: 'org-a' }, 2],
  ] as const)('staff, %s: as few as promised', async (_, called, input, most) => {
    const { reply, requests } = await cold(worker, called, input)
    expect(reply).toMatchObject({ ok: true })
    expect(requests).toBeLessThanOrEqual(most)
  })
})
