import { memberId } from '../../cloudfunctions/runtime/caller'
import type { Service } from '../../src/domain/hours'
import { never } from '../../src/domain/hours'

/** 黄 served two hours at the desk; nobody has said anything of it yet. */
export function service(at: string, _id: string, more: Partial<Service> = {}): Service {
  const startsAt = Date.now() - 26 * 3_600_000
  const person = memberId(at, 'web:huang')
  return {
    _id,
    centre: at,
    person,
    source: 'shift',
    about: `${at}-desk`,
    title: '大厅值班',
    served: null,
    team: null,
    startsAt,
    endsAt: startsAt + 7_200_000,
    state: 'awaiting',
    dueAt: never,
    events: [
      { id: `intent-came-${at}`, at: startsAt, kind: 'in', by: person, way: 'code' },
      { id: `intent-went-${at}`, at: startsAt + 7_200_000, kind: 'out', by: person, way: 'code' },
    ],
    ...more,
  }
}
