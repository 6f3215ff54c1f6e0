import { minute } from '../../src/domain/day'
import { type Service, silenceAfter, usualHelp } from '../../src/domain/hours'
import type { Introduction } from '../../src/domain/introduction'
import type { Need } from '../../src/domain/need'
import { titleOf } from '../../src/domain/need-telling'
import type { Database } from '../runtime/database'
import { serviceId } from './service'
import { tellOf } from './tell'

/** The record of the time that a neighbour gave: one for each introduction. */
export const helpServiceId = (centre: string, helper: string, introduction: string): string =>
  serviceId(centre, helper, { source: 'introduction', about: introduction })

/** What it is called where the need is not there any more. */
const unknown = '邻里互助'

/**
 * Puts what a neighbour said they gave onto the record, as one service that waits for the word of whoever was helped:
 * from then on it goes as any other. The record has an id that follows from the introduction, so that counting it
 * twice is counting it once; the mark goes last.
 */
export async function countHelp(db: Database, introduction: Introduction & { needs: Need[] }): Promise<void> {
  const made = serviceFor(introduction)
  if (made) {
    const service = (await db.services.insert(made)) === 'inserted' ? made : await db.services.get(made._id)
    if (service) await tellOf(db, service)
  }
  await db.introductions.change({ _id: introduction._id, countDue: true }, { countDue: false })
}

/** Nothing where who helped is no member any more. It ended when it was said to be done. */
function serviceFor({ _id: about, centre, helper, needer, needs, events }: Introduction & { needs: Need[] }) {
  const said = events.find((event) => event.kind === 'gave')
  const done = events.filter(({ kind }) => kind === 'done').at(-1)
  if (helper === null || said?.kind !== 'gave' || !done) return null
  const [need] = needs
  const startsAt = done.at - said.minutes * minute
  const service: Service = {
    _id: helpServiceId(centre, helper, about),
    centre,
    person: helper,
    source: 'introduction',
    about,
    title: need ? titleOf(need) : unknown,
    served: needer,
    team: null,
    usual: usualHelp,
    startsAt,
    endsAt: done.at,
    state: 'awaiting',
    dueAt: said.at + silenceAfter,
    events: [
      { id: `${said.id}.came`, at: startsAt, kind: 'in', by: helper, way: 'said' },
      { id: said.id, at: done.at, kind: 'out', by: helper, way: 'said' },
    ],
  }
  return service
}
