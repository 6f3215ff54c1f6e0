import type { Visitor } from './visitor'

const hour = 60 * 60 * 1000

const sheet = (visitor: Visitor) => visitor.page.getByRole('dialog').waitFor()

/** A picture of a kitchen tap, as small as can be. */
const picture = {
  name: 'tap.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAADAAAAAkCAMAAAD4m0k4AAAACVBMVEXP2NyNbmNUbnrQIu9hAAAAR0lEQVR42u3SOw4AIAhEQdj7H9rKgk/QTTQxhtfCVCDS/RNm7P6egO08ADgBkKLBG4C+9PqX1OeAH0dgSBxmQIv9HFQ1uAIG7JwEUA8i8SgAAAAASUVORK5CYII=',
    'base64',
  ),
}

/** Chooses it in the form of an order. */
export async function choosesPicture(visitor: Visitor): Promise<void> {
  const [chooser] = await Promise.all([visitor.page.waitForEvent('filechooser'), visitor.taps('拍张照片')])
  await chooser.setFiles(picture)
  await visitor.page.getByRole('button', { name: '看大图，要点的照片' }).waitFor()
}

/** A visit that is agreed for an hour and a half from now. */
export async function agreesSoon(visitor: Visitor, now: number): Promise<void> {
  const startsAt = now + 1.5 * hour
  const input = { intent: 'agrees-soon', order: 'od-07', slot: { startsAt, endsAt: startsAt + hour }, reason: null }
  const answer = await visitor.meanwhile('r-34', 'order', 'schedule', input)
  if (!(answer as { ok: boolean }).ok) throw new Error(JSON.stringify(answer))
}

/** The screens of ordering a second time, of a picture that goes along, of taking an order and of coming to it. */
export const orderTakeSights = [
  {
    name: 'order-twice',
    as: 'r-01',
    path: '/pages/order/new?item=tap-and-pipe',
    says: /已经点过这个，还在办/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^(点单|就点这个)$/)
      await sheet(visitor)
    },
  },
  { name: 'order-snapshot', as: 'r-04', path: '/pages/order/new', says: '拍张照片', prepare: choosesPicture },
  {
    name: 'take',
    as: 'r-34',
    path: '/pages/order/work',
    says: '代买代取',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^我来，/)
      await sheet(visitor)
    },
  },
  { name: 'work-stranger', path: '/pages/order/work', says: /先说怎么称呼您，再登记/ },
  { name: 'work-nobody', as: 'r-43', path: '/pages/order/work', says: /登记做义工/ },
  { name: 'work-applied', as: 'r-05', path: '/pages/order/work', says: '登记收到了，等社工看' },
  { name: 'work-training', as: 'r-28', path: '/pages/order/work', says: '还差一次培训' },
  {
    name: 'start-early',
    as: 'r-34',
    path: '/pages/order/work',
    says: '代买代取',
    prepare: async (visitor: Visitor) => {
      await agreesSoon(visitor, await visitor.page.evaluate(() => Date.now()))
      await visitor.opens('/pages/order/index?id=od-07')
      await visitor.taps('到了，开始')
      await sheet(visitor)
    },
  },
  {
    name: 'taken',
    as: 'r-34',
    path: '/pages/order/work',
    says: '代买代取',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^我来，/)
      await visitor.answers(/接下这一单|您来办/, /^(我来|接下这一单)$/)
      await visitor.sees(/接下了/)
    },
  },
]
