import { dripping } from './tap'
import type { Visitor } from './visitor'

const mine = { path: '/pages/order/mine', says: /水龙头水管滴漏/ }
const work = { path: '/pages/order/work', says: /我接/ }
const desk = { path: '/staff/order/index', says: '录点菜卡' }

let turn = 0
let agreed = 0
const minute = 60_000

/** How far a visit of two has come; each step comes after those before it. */
const steps = ['asked', 'agreed', 'here', 'started', 'ended', 'complained'] as const

/** Today, one after the other: nobody serves two at once. Whoever goes there may begin two hours before. */
async function soon(visitor: Visitor) {
  const now = await visitor.page.evaluate(() => Date.now())
  const startsAt = now + (5 + 15 * (agreed % 8)) * minute
  agreed += 1
  return { startsAt, endsAt: startsAt + 15 * minute }
}

/** What several look at is made once in each centre. */
const made = new Map<string, Promise<string>>()
function once(visitor: Visitor, name: string, make: () => Promise<string>): Promise<string> {
  const key = `${new URL(visitor.page.url()).origin} ${name}`
  const order = made.get(key) ?? make()
  made.set(key, order)
  return order
}
const visited = (visitor: Visitor, upTo: (typeof steps)[number]) => once(visitor, upTo, () => visit(visitor, upTo))

/** A tap of 黄秀莲's that two mend today, as far as this. */
async function visit(visitor: Visitor, upTo: (typeof steps)[number]): Promise<string> {
  turn += 1
  const name = `v${turn}-${Date.now()}`
  const order = await dripping(visitor, name)
  const does = (who: string, deed: string, more: object = {}) =>
    visitor.meanwhile(who, 'order', deed, { intent: `${name}-${deed}-${who}`, order, ...more })
  const before = steps.slice(0, steps.indexOf(upTo) + 1)
  for (const step of before) {
    if (step === 'asked') await does('st-sw-2', 'putUp', { words: false })
    if (step === 'agreed') {
      await does('r-07', 'take')
      await does('r-34', 'take')
      await does('r-07', 'schedule', { slot: await soon(visitor), reason: null })
    }
    if (step === 'here') await does('r-07', 'start')
    if (step === 'started') await does('r-34', 'start')
    if (step === 'ended') await does('r-07', 'end')
    if (step === 'complained') await does('r-01', 'complain', { reason: '水还在滴，比原来还快' })
  }
  return order
}

/** A picture of a tap, upright as phones take it. */
const picture = (visitor: Visitor): Promise<string> =>
  visitor.page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 900
    canvas.height = 1200
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('nothing to draw with')
    pen.fillStyle = '#b9c4c9'
    pen.fillRect(0, 0, 900, 1200)
    pen.fillStyle = '#6d7a80'
    pen.fillRect(380, 300, 140, 420)
    pen.fillRect(380, 300, 360, 110)
    pen.fillRect(660, 300, 80, 220)
    pen.fillStyle = '#3f7fb3'
    pen.fillRect(690, 560, 20, 60)
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? ''
  })

/** The same with a picture; passed by a social worker, refused by one, or not looked at yet. */
async function pictured(visitor: Visitor, upTo: (typeof steps)[number], judged?: boolean): Promise<string> {
  const order = await visit(visitor, upTo)
  const image = await picture(visitor)
  await visitor.meanwhile('r-01', 'order', 'setPhoto', { intent: `sight-photo-${order}`, order, image })
  if (judged === undefined) return order
  const open = (await visitor.meanwhile('st-sw-2', 'order', 'open', { order })) as {
    value: { picture: { key: string } }
  }
  const photo = open.value.picture.key
  const judge = { intent: `sight-judged-${order}`, order, photo, pass: judged }
  await visitor.meanwhile('st-sw-2', 'order', 'judgePhoto', judge)
  return order
}

const passed = (visitor: Visitor) => once(visitor, 'passed', () => pictured(visitor, 'agreed', true))

const looksAt = async (visitor: Visitor, order: string, says: string | RegExp) => {
  await visitor.opens(`/pages/order/index?id=${order}`)
  await visitor.sees(says)
}
const worksOn = async (visitor: Visitor, order: string, says: string | RegExp) => {
  await visitor.opens(`/staff/order/order?id=${order}`)
  await visitor.sees(says)
}
const isDrawn = (visitor: Visitor) =>
  visitor.page.waitForFunction(() => [...document.images].some(({ naturalWidth }) => naturalWidth > 800))

/** A visit of two with its picture: at the door, under way, over, and found wanting. */
export const visitSights = [
  {
    name: 'visit-photo-waits',
    as: 'r-01',
    ...mine,
    prepare: async (visitor: Visitor) => {
      await looksAt(visitor, await pictured(visitor, 'asked'), '换张照片')
      await isDrawn(visitor)
    },
  },
  {
    name: 'visit-photo-passed',
    as: 'r-01',
    ...mine,
    prepare: async (visitor: Visitor) => {
      await looksAt(visitor, await passed(visitor), '换张照片')
      await isDrawn(visitor)
    },
  },
  {
    name: 'visit-photo-refused',
    as: 'r-01',
    ...mine,
    prepare: async (visitor: Visitor) => {
      const order = await pictured(visitor, 'asked', false)
      await looksAt(visitor, order, /加张照片|拍张照片/)
    },
  },
  {
    name: 'visit-photo-taker',
    as: 'r-07',
    ...work,
    prepare: async (visitor: Visitor) => {
      await looksAt(visitor, await passed(visitor), '约好了')
      await isDrawn(visitor)
    },
  },
  {
    name: 'visit-photo-desk',
    as: 'st-sw-2',
    ...desk,
    prepare: async (visitor: Visitor) => {
      await worksOn(visitor, await pictured(visitor, 'asked'), '拿掉这张照片')
      await isDrawn(visitor)
    },
  },
  {
    name: 'visit-photo-drop',
    as: 'st-sw-2',
    ...desk,
    prepare: async (visitor: Visitor) => {
      await worksOn(visitor, await pictured(visitor, 'asked'), '拿掉这张照片')
      await visitor.taps('拿掉这张照片')
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'visit-photo-row',
    as: 'st-sw-2',
    path: '/staff/order/index',
    says: '录点菜卡',
    prepare: async (visitor: Visitor) => {
      await pictured(visitor, 'agreed')
      await visitor.reloads()
      await visitor.sees('照片等您看')
    },
  },
  {
    name: 'visit-photo-lost',
    as: 'r-05',
    path: '/pages/order/new?item=tap-and-pipe',
    says: '水龙头水管滴漏',
    prepare: async (visitor: Visitor) => {
      const { page } = visitor
      const buffer = Buffer.from(await picture(visitor), 'base64')
      const chosen = page.waitForEvent('filechooser')
      await visitor.taps('拍张照片')
      await (await chosen).setFiles({ name: 'tap.jpg', mimeType: 'image/jpeg', buffer })
      await visitor.sees(/^(拿掉|不要这张)$/)
      await page.route('**/functions/order', (route) =>
        route.request().postData()?.includes('setPhoto') ? route.abort('connectionreset') : route.continue(),
      )
      await visitor.taps(/^(点单|就点这个)$/)
      await visitor.sees('照片没传上去')
      await page.unroute('**/functions/order')
    },
  },
  {
    name: 'visit-door-later',
    as: 'r-06',
    ...work,
    prepare: async (visitor: Visitor) => looksAt(visitor, 'od-01', /才看得到/),
  },
  {
    name: 'visit-door',
    as: 'r-34',
    ...work,
    prepare: async (visitor: Visitor) => {
      await looksAt(visitor, await visit(visitor, 'agreed'), '看门牌')
      await visitor.taps('看门牌')
      await visitor.sees(/302/)
    },
  },
  {
    name: 'visit-here',
    as: 'r-07',
    ...work,
    prepare: async (visitor: Visitor) => looksAt(visitor, await visited(visitor, 'here'), /到了一位/),
  },
  {
    name: 'visit-here-holder',
    as: 'r-01',
    ...mine,
    prepare: async (visitor: Visitor) => looksAt(visitor, await visited(visitor, 'here'), /到了一位/),
  },
  {
    name: 'visit-started',
    as: 'r-07',
    ...work,
    prepare: async (visitor: Visitor) => looksAt(visitor, await visited(visitor, 'started'), '报平安给'),
  },
  {
    name: 'visit-started-holder',
    as: 'r-01',
    ...mine,
    prepare: async (visitor: Visitor) => looksAt(visitor, await visited(visitor, 'started'), '报平安给'),
  },
  {
    name: 'visit-started-desk',
    as: 'st-sw-2',
    ...desk,
    prepare: async (visitor: Visitor) => worksOn(visitor, await visited(visitor, 'started'), '来龙去脉'),
  },
  {
    name: 'visit-complained',
    as: 'r-01',
    ...mine,
    prepare: async (visitor: Visitor) => looksAt(visitor, await visited(visitor, 'complained'), '正在处理'),
  },
  {
    name: 'visit-complained-desk',
    as: 'st-sw-2',
    ...desk,
    prepare: async (visitor: Visitor) => worksOn(visitor, await visited(visitor, 'complained'), '没办好的是：'),
  },
]
