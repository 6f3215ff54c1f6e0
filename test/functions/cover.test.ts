import type { ActivityPage } from '../../src/domain/activity'
import catalogue from '../../cloudfunctions/catalogue/catalogue.json'
import { coverOf, drawnAs, drawnCategories } from '../../src/domain/cover'
import type { CoverPage, WaitingCover } from '../../src/domain/cover-upload'
import { type Town, town } from './town'
import { activity, member } from './world'

let here: Town
beforeAll(async () => {
  here = await town()
  const walk = activity('one', 'other')
  await here.put('activities', [walk.activity])
  await here.put('rosters', [walk.roster])
  await here.put('members', [
    member('one', 'worker', ['social-worker']),
    member('one', 'captain', ['volunteer-captain'], { team: 'team-a' }),
  ])
})
afterAll(() => here.stop())

/** A picture of one pixel, as far as anyone looks at its bytes. */
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64, 7)])
const on = { activity: 'other' }
const seen = async () => (await here.value<ActivityPage>(null, 'activity.open', on)).cover

test('every category of the catalogue has its drawing, once, and no other is drawn', () => {
  expect(drawnCategories().sort()).toEqual(catalogue.categories.map(({ code }) => code).sort())
  expect(coverOf('no-such')).toEqual(coverOf(null))
})

test('what is lent has the sign of lending in every category, never that of a repair', () => {
  const lent = drawnAs({ category: 'disability-support', mode: 'loan' })
  expect(coverOf(lent).motif).toBe('lend')
  expect(drawnAs({ category: 'home-repair', mode: 'on-demand' })).toBe('home-repair')
})

test('a picture goes to the check, and residents see it only once a person has passed that very one', async () => {
  const image = jpeg.toString('base64')
  const put = await here.value<CoverPage>('captain', 'activity.setCover', { ...on, intent: 'covers-it-1', image })
  expect(put).toMatchObject({ cover: { passed: false, address: expect.stringContaining('http') }, judges: false })
  expect(here.local.sent.calls.at(-1)).toMatchObject({
    api: 'security.mediaCheckAsync',
    data: { media_type: 2, media_url: expect.stringContaining('http') },
  })
  expect(await seen()).toBeNull()
  const file = put.cover?.file as string
  const judged = { ...on, file, pass: true }
  expect((await here.ask('captain', 'activity.judgeCover', judged)).reply).toMatchObject({ reason: 'no-permission' })

  const other = Buffer.concat([jpeg, Buffer.from([1])]).toString('base64')
  await here.value('captain', 'activity.setCover', { ...on, intent: 'covers-it-2', image: other })
  expect((await here.ask('worker', 'activity.judgeCover', judged)).reply).toMatchObject({ reason: 'changed-meanwhile' })
  expect(await seen()).toBeNull()

  const { cover } = await here.value<CoverPage>('worker', 'activity.cover', on)
  // It is in the queue of those who may pass it, the one that it replaced is gone for good.
  const waiting = await here.value<WaitingCover[]>('worker', 'activity.covers')
  expect(waiting).toMatchObject([{ activity: 'other', file: cover?.file, address: expect.stringContaining('http') }])
  expect((await here.ask('captain', 'activity.covers')).reply).toMatchObject({ reason: 'no-permission' })
  expect((await fetch(put.cover?.address as string)).ok).toBe(false)
  await here.value('worker', 'activity.judgeCover', { ...judged, file: cover?.file })
  expect(await here.value('worker', 'activity.covers')).toEqual([])
  const address = await seen()
  const stored = Buffer.from(await (await fetch(address as string)).arrayBuffer())
  expect(stored.toString('base64')).toBe(other)
  await here.value('worker', 'activity.judgeCover', { ...judged, file: cover?.file, pass: false })
  expect(await seen()).toBeNull()
  expect((await fetch(address as string)).ok).toBe(false)
})

test('what is no picture is refused, whatever it is called', async () => {
  const image = Buffer.from('<svg onload="alert(1)"></svg>').toString('base64')
  const { reply } = await here.ask('worker', 'activity.setCover', { ...on, intent: 'covers-it-3', image })
  expect(reply).toEqual({ ok: false, reason: 'bad-input', field: 'image' })
})
