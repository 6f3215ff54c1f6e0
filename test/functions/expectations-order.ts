import { child } from './order-world'

const intent = 'intent-hostile-1'
const on = { intent, order: 'one-order' }
const reason = '看看能不能'
const slot = { startsAt: 4e12, endsAt: 4e12 + 3_600_000 }
const asked = {
  intent,
  item: 'tap-and-pipe',
  words: '厨房龙头滴水',
  wants: slot,
  building: 'b-1',
  room: '302',
  weekly: false,
  urgent: 'none',
}
const nullable = ['item', 'words', 'wants', 'building', 'room']

/** Aimed at what is someone else's, with what they are told. */
const aimed = (input: Record<string, unknown>, told: string): { strangers: [Record<string, unknown>, string][] } => ({
  strangers: [[input, told]],
})
const notYours = (input: Record<string, unknown>) => aimed(input, 'order-not-yours')

/** The procedures of orders. */
export const orderExpectations = {
  'order.about': { needs: 'anyone', input: { item: 'tap-and-pipe' }, writes: false },
  'order.place': {
    needs: 'place-order',
    input: { ...asked, person: child },
    nullable,
    writes: true,
    ...aimed({ ...asked, person: child }, 'not-your-family'),
  },
  'order.placeFor': {
    needs: 'place-order-for',
    input: { ...asked, holder: child.split('.')[0], name: '陈婆婆', band: '80+', reach: 'knock', consent: true },
    nullable: [...nullable, 'holder'],
    writes: true,
  },
  'order.open': {
    needs: 'member',
    input: { order: 'one-order' },
    writes: false,
    ...notYours({ order: 'one-order' }),
  },
  'order.mine': {
    needs: 'see-own-record',
    input: { after: { at: 5, id: 'order-x' } },
    nullable: ['after'],
    writes: false,
  },
  'order.work': { needs: 'accept-order', input: {}, writes: false },
  'order.take': { needs: 'accept-order', input: on, writes: true },
  'order.decline': { needs: 'accept-order', input: { ...on, reason }, writes: true },
  'order.handOn': { needs: 'accept-order', input: { ...on, reason }, writes: true },
  'order.schedule': { needs: 'accept-order', input: { ...on, slot, reason }, nullable: ['reason'], writes: true },
  'order.move': {
    needs: 'place-order',
    input: { ...on, wants: slot, reason },
    nullable: ['reason'],
    writes: true,
    ...notYours({ ...on, wants: slot, reason }),
  },
  'order.send': { needs: 'accept-order', input: { ...on, names: ['王师傅', '李师傅'] }, writes: true },
  'order.start': { needs: 'accept-order', input: on, writes: true },
  'order.end': { needs: 'close-order', input: on, writes: true, ...aimed(on, 'no-permission') },
  'order.residentMissed': { needs: 'accept-order', input: on, writes: true },
  'order.partnerMissed': { needs: 'accept-order', input: on, writes: true },
  'order.providerMissed': { needs: 'place-order', input: on, writes: true, ...notYours(on) },
  'order.confirm': { needs: 'place-order', input: on, writes: true, ...notYours(on) },
  'order.complain': { needs: 'place-order', input: { ...on, reason }, writes: true, ...notYours({ ...on, reason }) },
  'order.rate': {
    needs: 'rate',
    input: { ...on, score: 5, comment: '修得好' },
    nullable: ['comment'],
    writes: true,
    ...notYours({ ...on, score: 5, comment: '修得好' }),
  },
  'order.report': {
    needs: 'accept-order',
    input: { ...on, how: 'well', text: '门口有台阶' },
    nullable: ['text'],
    writes: true,
  },
  'order.cancel': {
    needs: 'place-order',
    input: { ...on, reason, series: 'ends' },
    nullable: ['reason', 'series'],
    writes: true,
    ...notYours({ ...on, reason, series: 'ends' }),
  },
  'order.restore': {
    needs: 'place-order',
    input: { ...on, undoes: 'intent-before' },
    writes: true,
    ...notYours({ ...on, undoes: 'intent-before' }),
  },
  'order.desk': { needs: 'dispatch-order', input: { view: 'all' }, writes: false, lists: true as const },
  'order.providers': {
    needs: 'dispatch-order',
    input: { order: 'one-order', words: '黄' },
    nullable: ['words'],
    writes: false,
  },
  'order.waiting': { needs: 'dispatch-order', input: {}, writes: false, lists: true as const },
  'order.find': { needs: 'place-order-for', input: { words: '黄' }, writes: false },
  'order.pass': { needs: 'dispatch-order', input: { ...on, reason }, writes: true },
  'order.settle': {
    needs: 'dispatch-order',
    input: { ...on, as: { kind: 'other', home: true, need: 2, minutes: 60 } },
    writes: true,
  },
  'order.putUp': { needs: 'dispatch-order', input: { ...on, words: true }, writes: true },
  'order.assign': {
    needs: 'dispatch-order',
    input: { ...on, to: { kind: 'team', id: 'team-a' } },
    writes: true,
  },
  'order.guide': {
    needs: 'dispatch-order',
    input: { ...on, text: '到街道窗口办', series: 'ends' },
    nullable: ['series'],
    writes: true,
  },
  'order.redo': { needs: 'dispatch-order', input: { ...on, reason }, writes: true },
  'order.address': { needs: 'see-order-address', input: { ...on, reason }, writes: true },
  'order.phone': { needs: 'see-order-address', input: { ...on, reason }, writes: true },
  'order.correct': {
    needs: 'place-order',
    input: { ...on, building: 'b-1', room: '302', phone: '13800000001', reason },
    nullable: ['building', 'room', 'phone', 'reason'],
    writes: true,
    ...notYours({ ...on, building: 'b-1', room: '302', phone: '13800000001', reason }),
  },
  'order.setPhoto': {
    needs: 'place-order',
    input: { ...on, image: '/9j/4AAQSkZJRgABAQ==' },
    writes: true,
    ...notYours({ ...on, image: '/9j/4AAQSkZJRgABAQ==' }),
  },
  'order.judgePhoto': {
    needs: 'dispatch-order',
    input: { ...on, photo: 'x'.repeat(24), pass: true },
    writes: true,
  },
}
