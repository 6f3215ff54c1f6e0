import type { ActivityList } from '../../src/domain/activity'
import { day, startOfDay } from '../../src/domain/day'
import type { OwnProfile } from '../../src/domain/member'
import type { Demo } from './demo'

/** A mother with a phone, and a boy of fifteen, by mini-program; what is theirs must not be seen by just anyone. */
export const openid = 'oPlanted7f3a91xQ'
export const mother = `localwx.${openid}`
const teen = 'localwx.oPlantedTeen51cc'
export const contact = { phone: '13712340987', room: '7单元1604', consent: true }
export const born = { year: new Date().getFullYear() - 9, month: 7 }
export const childName = '禾苗苗'
/** What the child has lent, and where she has a slot. */
export const lent = 'ln-08'
export const booked = 'moxa'
export const intent = (part: string) => `intent-planted-${part}`

/** Who was planted, and on which lists they are. */
export interface Planted {
  mother: string
  child: string
  activities: string[]
}

/** The mother, her child and the boy of her household join the demo centre and sign up for what there is for them. */
export async function plant(here: Demo): Promise<Planted> {
  const me = { name: '禾妈妈', band: '35-59', birth: null, building: 'b-tr-1', consent: true }
  await here.value(mother, 'member.join', me)
  await here.value(mother, 'member.setContact', contact)
  const relative = { name: childName, band: '7-12', birth: born, relation: 'child', consent: true }
  const added = { intent: intent('child'), ...relative }
  const { id, family } = await here.value<OwnProfile>(mother, 'member.addFamily', added)
  const child = family[0]?.id as string
  const activities = await signUpWhereverOne(here, [child, id])
  await bringTeen(here, activities)
  await lendAndBook(here, child)
  return { mother: id, child, activities }
}

/** The child, by herself or with her mother, on the lists of a few of whatever is on for children. */
async function signUpWhereverOne(here: Demo, [own, self]: [string, string]): Promise<string[]> {
  const listed = { filter: 'children', words: '', after: null }
  const { cards } = await here.value<ActivityList>(mother, 'activity.list', listed)
  const activities: string[] = []
  for (const card of cards)
    for (const people of [[own, self], [own]]) {
      if (activities.length === 4 || activities.includes(card.id)) break
      const asked = { intent: intent(card.id), activity: card.id, people }
      if (JSON.parse(await here.ask(mother, 'activity.signUp', asked)).ok) activities.push(card.id)
    }
  return activities
}

/** Something that is lent to the child, asked for and handed out; and a slot of hers tomorrow. */
async function lendAndBook(here: Demo, child: string): Promise<void> {
  const loan = intent('loan')
  await here.value(mother, 'loan.borrow', { intent: loan, thing: lent, person: child })
  await here.value('local.st-sw-2', 'loan.handOut', { intent: intent('out'), thing: lent, loan })
  const tomorrow = startOfDay(here.local.clock.now()) + day
  const slot = { timetable: booked, day: tomorrow, slots: [16 * 60], person: child, people: 1, purpose: null }
  await here.value(mother, 'booking.book', { intent: intent('slot'), ...slot })
}

/** A boy of fifteen of the same household, with an account of his own, on the same lists. */
async function bringTeen(here: Demo, activities: string[]): Promise<void> {
  const birth = { year: born.year - 6, month: 12 }
  const he = { name: '芦小舟', band: '13-17', birth, building: 'b-tr-1', consent: true }
  const { id } = await here.value<OwnProfile>(teen, 'member.join', he)
  await here.value(mother, 'household.create', { intent: intent('home') })
  const { digits } = await here.value<{ digits: string }>(mother, 'household.code', {})
  await here.value(teen, 'household.join', { code: digits })
  await here.value(mother, 'household.agree', { person: id, agree: true })
  for (const activity of activities)
    await here.ask(teen, 'activity.signUp', { intent: `${intent(activity)}-teen`, activity, people: [id] })
}
