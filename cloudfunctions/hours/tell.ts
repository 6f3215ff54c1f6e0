import { day } from '../../src/domain/day'
import type { Service } from '../../src/domain/hours'
import { serviceOf } from '../../src/domain/hours-log'
import type { Notice } from '../../src/domain/notice'
import type { Database } from '../runtime/database'
import { notify } from '../runtime/inbox'

/** Tells whom a service concerns what has become of it: every time the same entries, so telling twice is telling once. */
export const tellOf = (db: Database, service: Service): Promise<void> => notify(db, service.centre, noticesOf(service))

/** What a service's log owes to whom. A word that only says what was asked for is told all the same: it is a thanks. */
function noticesOf(service: Service): Notice[] {
  const { _id: about, person, served, title, startsAt } = service
  const { until, decisions } = serviceOf(service)
  const base = { noun: 'hours', about, title, startsAt } as const
  const notices: Notice[] = []
  const gone = service.events.find(({ kind }) => kind === 'out' || kind === 'close')
  if (gone && until !== null) {
    notices.push({ ...base, to: person, kind: 'hours-thanks', cause: gone.id, at: gone.at })
    if (served)
      notices.push({
        ...base,
        to: served,
        kind: 'hours-asked',
        cause: gone.id,
        at: gone.at,
        expiresAt: gone.at + 3 * day,
      })
  }
  for (const event of service.events)
    if (event.kind === 'late')
      notices.push({ ...base, to: person, kind: 'hours-entered', cause: event.id, at: event.at, reason: event.reason })
  for (const { id, at, minutes, corrects } of decisions) {
    const event = service.events.find((each) => each.id === id)
    const words = event?.kind === 'correct' ? { reason: event.reason } : {}
    const kind = corrects === null ? 'hours-confirmed' : 'hours-answered'
    notices.push({ ...base, to: person, kind, cause: id, at, minutes, ...words })
  }
  for (const event of service.events)
    if (event.kind === 'uphold')
      notices.push({ ...base, to: person, kind: 'hours-answered', cause: event.id, at: event.at, reason: event.reason })
  return notices
}
