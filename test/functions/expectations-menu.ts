import { memberId } from '../../cloudfunctions/runtime/caller'
import type { Expectation } from './expectation'

/** The first moments of two days. */
const [from, until] = [57_600_000, 144_000_000]
const intent = 'intent-hostile-1'
const lineWords = {
  providers: ['org-a'],
  when: '周二下午',
  where: '一楼',
  weekly: 6,
  price: '免费',
  from,
  until,
}
const own = {
  category: 'home-repair',
  name: '修雨伞',
  description: '伞骨断了来修一修',
  bands: ['35-59'],
  mode: 'on-demand',
  place: 'centre',
  minutes: 20,
  qualification: '有经验',
}
const hours = Array.from({ length: 7 }, () => ({ from: 540, to: 1080 }))
const moved = { intent, resource: 'one-ladders', amount: 2, note: '借两把' }
const licence = { intent, provider: 'org-a', licence: 'licence-hostile' }

/** What is expected of menus, providers and what they bring. */
export const menuExpectations: Record<string, Expectation> = {
  'menu.open': { needs: 'anyone', input: {}, writes: false },
  'menu.glance': { needs: 'anyone', input: {}, writes: false },
  'menu.item': { needs: 'anyone', input: { item: 'tap-and-pipe' }, writes: false },
  'menu.search': { needs: 'anyone', input: { words: '水管漏水' }, writes: false },
  'menu.compose': { needs: 'manage-menu', input: {}, writes: false, lists: true },
  'menu.stock': { needs: 'manage-menu', input: { category: 'home-repair' }, writes: false, lists: true },
  'menu.setEntry': {
    needs: 'manage-menu',
    input: { intent, code: 'own-umbrella', changed: 1, own, ...lineWords },
    nullable: ['changed', 'own', 'when', 'where', 'weekly', 'price', 'from', 'until', 'own.qualification'],
    writes: true,
  },
  'menu.dropEntry': {
    needs: 'manage-menu',
    input: { intent, code: 'tap-and-pipe', changed: 1 },
    nullable: ['changed'],
    writes: true,
  },
  'menu.pause': { needs: 'manage-menu', input: { intent, code: 'tap-and-pipe', paused: true }, writes: true },
  'menu.publish': { needs: 'manage-menu', input: { intent, version: 4 }, writes: true },
  'menu.setMinimum': { needs: 'manage-menu', input: { intent, minimum: 3 }, writes: true },

  'provider.list': { needs: 'manage-provider', input: {}, writes: false, lists: true },
  'provider.page': { needs: 'manage-provider', input: { provider: 'org-a' }, writes: false },
  'provider.save': {
    needs: 'manage-provider',
    input: {
      intent,
      provider: 'org-a',
      version: 1,
      kind: 'organisation',
      name: '荔风社',
      about: '修修补补',
      hours,
      closed: [from],
      weekly: 10,
    },
    nullable: ['weekly'],
    writes: true,
  },
  'provider.addLicence': {
    needs: 'manage-provider',
    input: { intent, provider: 'org-a', name: '低压电工证', until },
    nullable: ['until'],
    writes: true,
  },
  'provider.checkLicence': {
    needs: 'verify-licence',
    input: { ...licence, pass: false, reason: '看不清' },
    nullable: ['reason'],
    writes: true,
  },
  'provider.dropLicence': { needs: 'manage-provider', input: licence, writes: true },
  'provider.linkPerson': {
    needs: 'manage-accounts',
    input: { intent, provider: 'org-a', person: memberId('one', 'web:huang') },
    writes: true,
  },
  'provider.unlinkPerson': {
    needs: 'manage-accounts',
    input: { intent, provider: 'org-a', person: memberId('one', 'web:huang') },
    writes: true,
  },
  'provider.bring': {
    needs: 'manage-provider',
    input: { intent, provider: 'org-a', kind: 'goods', name: '冲击钻', unit: '把', amount: 3, note: '押登记' },
    nullable: ['note'],
    writes: true,
  },
  'provider.add': { needs: 'manage-provider', input: moved, nullable: ['note'], writes: true },
  'provider.draw': {
    needs: 'manage-provider',
    input: { ...moved, for: { noun: 'order', id: 'order-x', title: '修水管' } },
    nullable: ['note'],
    writes: true,
  },
  'provider.giveBack': {
    needs: 'manage-provider',
    input: { ...moved, draw: 'draw-hostile' },
    nullable: ['note'],
    writes: true,
  },
  'provider.takeBack': { needs: 'manage-provider', input: moved, nullable: ['note'], writes: true },
  'provider.uses': { needs: 'manage-provider', input: { noun: 'activity', id: 'one-walk' }, writes: false },
  'provider.week': {
    needs: 'manage-provider',
    input: { provider: 'org-a', from },
    nullable: ['from'],
    writes: false,
  },
  'provider.loads': { needs: 'dispatch-order', input: { order: 'one-order' }, writes: false, lists: true },
  'provider.capacity': { needs: 'manage-provider', input: { from }, nullable: ['from'], writes: false },
}
