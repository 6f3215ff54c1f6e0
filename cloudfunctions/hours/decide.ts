import {
  appealInput,
  appealsFor,
  confirmInput,
  correctInput,
  type Service,
  type ServiceEvent,
  upholdInput,
} from '../../src/domain/hours'
import { enteredBy, serviceOf } from '../../src/domain/hours-log'
import { Refused } from '../../src/domain/refusal'
import { checkWords } from '../activity/words'
import { allowed, type MemberCall, procedure } from '../runtime/procedure'
import { post } from './post'
import { decide } from './service'
import { tellOf } from './tell'

/** Whether the caller is of the staff who may say what this service counted. Nobody says so of their own. */
const mayDecide = (call: MemberCall, { person, team }: Service): boolean =>
  person !== call.self && allowed(call, 'confirm-hours', { team })

async function found(call: MemberCall, id: string): Promise<Service> {
  const service = await call.db.services.get(id)
  if (!service) throw new Refused({ reason: 'not-found' })
  return service
}

/**
 * Writes a decision down, brings it into the ledger, and tells whom it concerns. Where the log has it already (the same
 * intent came twice at once), that is finished; where something else was decided meanwhile, it is refused.
 */
async function settle(call: MemberCall, before: Service, event: ServiceEvent, state: Service['state']): Promise<null> {
  const after = (await decide(call.db, before, event, state)) ?? (await found(call, before._id))
  if (!has(after, event.id)) throw new Refused({ reason: 'changed-meanwhile' })
  return finish(call, after)
}

async function finish(call: MemberCall, after: Service): Promise<null> {
  await (after.posting ? post(call.db, after) : tellOf(call.db, after))
  return null
}

const has = (service: Service, intent: string): boolean => service.events.some(({ id }) => id === intent)

/** The other side says how many minutes it was: staff of the centre or of the team, or whoever was served. */
export const confirm = procedure({
  needs: 'member',
  input: confirmInput,
  run: async (call, { intent, service: id, minutes }): Promise<null> => {
    const before = await found(call, id)
    const side = before.served === call.self ? 'served' : mayDecide(call, before) ? 'staff' : null
    if (before.person === call.self) throw new Refused({ reason: 'hours-own' })
    if (!side) throw new Refused({ reason: 'no-permission' })
    if (enteredBy(before) === call.self) throw new Refused({ reason: 'hours-entered' })
    if (has(before, intent)) return finish(call, before)
    if (before.state === 'on') throw new Refused({ reason: 'hours-still-on' })
    if (before.state !== 'awaiting') throw new Refused({ reason: 'hours-settled', minutes: serviceOf(before).counted })
    return settle(call, before, { id: intent, at: call.now, kind: 'confirm', by: call.self, side, minutes }, 'settled')
  },
})

/** Whoever served does not agree. Staff answer; until then what was decided stands. */
export const appeal = procedure({
  needs: 'member',
  input: appealInput,
  run: async (call, { intent, service: id, about, minutes, reason }): Promise<null> => {
    const before = await found(call, id)
    if (before.person !== call.self) throw new Refused({ reason: 'not-found' })
    if (has(before, intent)) return null
    const standing = serviceOf(before).decisions.at(-1)
    if (!standing) throw new Refused({ reason: 'hours-undecided' })
    if (before.state === 'appealed') throw new Refused({ reason: 'hours-appealed' })
    if (standing.id !== about) throw new Refused({ reason: 'changed-meanwhile' })
    if (call.now >= standing.at + appealsFor)
      throw new Refused({ reason: 'hours-final', until: standing.at + appealsFor })
    const event: ServiceEvent = { id: intent, at: call.now, kind: 'appeal', by: call.self, about, minutes, reason }
    return settle(call, before, event, 'appealed')
  },
})

/** Staff put minutes right, asked or of their own accord: a new decision that names the one it puts right. */
export const correct = procedure({
  needs: 'confirm-hours',
  input: correctInput,
  run: async (call, { intent, service: id, about, minutes, reason }): Promise<null> => {
    const before = await found(call, id)
    if (before.person === call.self) throw new Refused({ reason: 'hours-own' })
    if (!mayDecide(call, before)) throw new Refused({ reason: 'no-permission' })
    if (has(before, intent)) return finish(call, before)
    const standing = serviceOf(before).decisions.at(-1)
    if (!standing) throw new Refused({ reason: 'hours-undecided' })
    if (standing.id !== about) throw new Refused({ reason: 'changed-meanwhile' })
    await checkWords(call, { team: before.team }, reason)
    const event = {
      id: intent,
      at: call.now,
      kind: 'correct',
      by: call.self,
      corrects: about,
      minutes,
      reason,
    } as const
    return settle(call, before, event, 'settled')
  },
})

/** Staff stand by what was decided, and say why. */
export const uphold = procedure({
  needs: 'confirm-hours',
  input: upholdInput,
  run: async (call, { intent, service: id, about, reason }): Promise<null> => {
    const before = await found(call, id)
    if (before.person === call.self) throw new Refused({ reason: 'hours-own' })
    if (!mayDecide(call, before)) throw new Refused({ reason: 'no-permission' })
    if (has(before, intent)) return finish(call, before)
    if (serviceOf(before).appeal?.id !== about) throw new Refused({ reason: 'changed-meanwhile' })
    await checkWords(call, { team: before.team }, reason)
    return settle(
      call,
      before,
      { id: intent, at: call.now, kind: 'uphold', by: call.self, appeal: about, reason },
      'settled',
    )
  },
})
