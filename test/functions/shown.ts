import type { Role } from '../../src/domain/role'

/** What must not reach just anyone. The name of a minor may reach who works with the list that they are on. */
export type Secret = 'openid' | 'phone' | 'room' | 'birth' | 'minor'

/** Who, besides its owner, a procedure shows a secret to. */
type Shown = Partial<Record<Secret, readonly Role[]>>

/** Who works with an activity's list; a captain and an operator with those of their own team or organisation. */
const list: readonly Role[] = ['social-worker', 'committee-member', 'operator', 'volunteer-captain']
const asks: readonly Role[] = ['social-worker', 'committee-member']

/** Every procedure of every function: what of others' it shows, and to whom. One without a row here fails the test. */
export const shown: Record<string, Shown> = {
  'centre.open': {},
  'centre.enter': {},

  'member.me': {},
  'member.join': {},
  'member.update': {},
  'member.consent': {},
  'member.erase': {},
  'member.eraseFor': {},
  'member.addFamily': {},
  'member.updateFamily': {},
  'member.removeFamily': {},
  'member.account': {},
  'member.setContact': {},

  'audit.mine': {},
  'audit.contact': {},
  'audit.reveal': { phone: asks, room: asks },

  'household.see': {},
  'household.create': {},
  'household.code': {},
  'household.join': {},
  'household.leave': {},
  'household.agree': {},

  'activity.list': {},
  'activity.open': {},
  'activity.mine': {},
  'activity.past': {},
  'activity.signUp': {},
  'activity.leave': {},
  'activity.take': {},
  'activity.roster': { minor: list },
  'activity.setCapacity': { minor: list },
  'activity.move': { minor: list },
  'activity.remove': { minor: list },
  'activity.find': { minor: list },
  'activity.add': { minor: list },
  'activity.changeTime': { minor: list },
  'activity.cancel': { minor: list },
  'activity.notify': { minor: list },
  'activity.board': {},
  'activity.draft': {},
  'activity.saveDraft': {},
  'activity.ask': {},
  'activity.discard': {},
  'activity.publish': {},
  'activity.amend': {},
  'activity.catalogue': {},
  'activity.places': {},
  'activity.cover': {},
  'activity.setCover': {},
  'activity.covers': {},
  'activity.judgeCover': {},

  'attendance.open': {},
  'attendance.pass': {},
  'attendance.checkIn': {},
  'attendance.desk': { minor: list },
  'attendance.code': {},
  'attendance.scan': { minor: list },
  'attendance.admit': {},
  'attendance.walkIn': {},
  'attendance.undo': {},

  'rating.open': {},
  'rating.rate': {},
  'rating.edit': {},
  'rating.withdraw': {},
  'rating.summary': {},
  'rating.reply': {},
  'rating.board': {},
  'rating.queue': {},
  'rating.decide': {},
  'rating.follow': {},
  'rating.contact': { phone: ['committee-member'] },

  'message.inbox': {},
  'message.unread': {},
  'message.read': {},
  'message.granted': {},

  'centre.doors': {},
  'centre.code': {},

  'menu.open': {},
  'menu.item': {},
  'menu.search': {},
  'menu.compose': {},
  'menu.stock': {},
  'menu.setEntry': {},
  'menu.dropEntry': {},
  'menu.pause': {},
  'menu.publish': {},
  'menu.setMinimum': {},
  'provider.list': {},
  'provider.page': {},
  'provider.save': {},
  'provider.addLicence': {},
  'provider.checkLicence': {},
  'provider.dropLicence': {},
  'provider.bring': {},
  'provider.add': {},
  'provider.draw': {},
  'provider.giveBack': {},
  'provider.takeBack': {},
}
