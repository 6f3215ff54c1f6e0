import { never, type Service } from '../../src/domain/hours'
import type { ServiceCard, ServiceStep } from '../../src/domain/hours-page'
import { serviceOf, silentOf } from '../../src/domain/hours-log'

/** A service as lists show it. Nobody's name is in it. */
export function cardOf(service: Service): ServiceCard {
  const { _id: id, title, source, about, startsAt, endsAt, state, dueAt } = service
  const { from, until, forgotten, late, measured, counted, decisions, appeal } = serviceOf(service)
  return {
    id,
    title,
    source,
    about,
    startsAt,
    endsAt,
    state,
    from,
    until,
    forgotten,
    late,
    along: service.along ?? 0,
    measured,
    silent: silentOf(service),
    counted,
    decision: decisions.at(-1)?.id ?? null,
    appeal: appeal && { id: appeal.id, minutes: appeal.minutes, reason: appeal.reason },
    dueAt: dueAt === never ? null : dueAt,
  }
}

/** Everything that happened, without who did it: on whose side they were is enough. */
export const timelineOf = ({ events }: Service): ServiceStep[] =>
  events.map((event) => ({
    id: event.id,
    at: event.at,
    kind: event.kind,
    ...('side' in event && { side: event.side }),
    ...('way' in event && { way: event.way }),
    ...('minutes' in event && { minutes: event.minutes }),
    ...('reason' in event && { reason: event.reason }),
  }))
