import { type Introduction, otherSide } from './introduction'
import type { Need } from './need'
import type { NeedNotice } from './need-notice'
import type { Notice } from './notice'
import type { Offer } from './offer'

type Owed = Omit<Notice, 'noun' | 'about' | 'title'>

/** What a need is called where others than its author and who answers for it may look over the shoulder. */
export const titleOf = ({ care, meaning }: Pick<Need, 'care' | 'meaning'>): string =>
  care === 'open' ? meaning.label : '您说的那件事'

/** What a need's log owes to whom from its event number `from` on; the same log always owes the same. */
export function needNotices(need: Need): Notice[] {
  const everyone = [...new Set([...(need.author === null ? [] : [need.author]), ...need.members])]
  const author = need.author === null ? [] : [need.author]
  const to = (whom: readonly string[], kind: NeedNotice, event: { id: string; at: number }, reason?: string): Owed[] =>
    whom.map((each) => ({ to: each, kind, cause: event.id, at: event.at, ...(reason !== undefined && { reason }) }))
  const owner = need.owner === null ? [] : [need.owner]
  const owed = need.events.slice(need.told ?? 0).flatMap((event): Owed[] => {
    switch (event.kind) {
      case 'post':
        return need.care === 'open' || event.owner === null ? [] : to([event.owner], 'need-new', event)
      case 'decide':
        return to(author, event.pass ? 'need-shown' : 'need-hidden', event, event.reason)
      case 'fits':
        return to(author, 'need-fits', event)
      case 'draft':
        return [
          ...to(everyone, 'need-draft', event),
          ...(event.owner === null ? [] : to([event.owner], 'need-yours', { ...event, id: `${event.id}.owner` })),
        ]
      case 'published':
        return to(everyone, 'need-published', event)
      case 'reply':
        return to(everyone, 'need-replied', event, event.text)
      case 'close':
        return to(everyone, 'need-closed', event, event.text)
      case 'overdue':
        return [...to(author, 'need-late', event), ...to(event.to, 'need-overdue', { ...event, id: `${event.id}.up` })]
      case 'solve':
        return event.solved ? [] : to(owner, 'need-unsolved', event)
      default:
        return []
    }
  })
  return owed.map((each) => ({ ...each, noun: 'need', about: need._id, title: titleOf(need) }))
}

/** What an introduction's log owes: to the other one of both, and at its end to both. */
export function introductionNotices(introduction: Introduction, title: string): Notice[] {
  const { needer, helper, askedBy } = introduction
  const ids = { needer, helper }
  return introduction.events.slice(introduction.told ?? 0).flatMap((event): Notice[] => {
    const told = (side: 'needer' | 'helper', kind: NeedNotice): Notice[] => {
      const to = ids[side]
      const about = introduction._id
      return to === null ? [] : [{ to, kind, noun: 'introduction', about, title, cause: event.id, at: event.at }]
    }
    switch (event.kind) {
      case 'ask':
        return told(otherSide(event.by), 'introduction-asked')
      case 'agree':
        return told(otherSide(event.by), 'introduction-agreed')
      case 'decline':
        return told(otherSide(event.by), 'introduction-declined')
      case 'lapse':
        return told(askedBy, 'introduction-lapsed')
      case 'end':
        return told(otherSide(event.by), 'introduction-ended')
      case 'done':
        return [...told('needer', 'introduction-felt'), ...told('helper', 'introduction-felt')]
      default:
        return []
    }
  })
}

/** What an offer's log owes its owner. */
export function offerNotices(offer: Offer): Notice[] {
  return offer.events.slice(offer.told ?? 0).flatMap((event): Notice[] => {
    const told = (kind: NeedNotice, more: Pick<Notice, 'expiresAt' | 'reason'> = {}): Notice[] => [
      {
        to: offer.owner,
        kind,
        noun: 'offer',
        about: offer._id,
        title: offer.meaning.label,
        cause: event.id,
        at: event.at,
        ...more,
      },
    ]
    switch (event.kind) {
      case 'nudge':
        return told('offer-nudge', { expiresAt: event.expiresAt })
      case 'expire':
        return told('offer-expired')
      case 'decide':
        return told(event.pass ? 'offer-shown' : 'offer-hidden', { reason: event.reason })
      default:
        return []
    }
  })
}
