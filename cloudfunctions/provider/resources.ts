import {
  addInput,
  bringInput,
  drawInput,
  type Resource,
  type ResourceCard,
  resourceCard,
  returnInput,
  takeBackInput,
} from '../../src/domain/resource'
import { checkWords } from '../activity/words'
import { derivedId } from '../runtime/caller'
import { type MemberCall, procedure } from '../runtime/procedure'
import { belongingOf } from './glance'
import { add as addTo, draw as drawFrom, giveBack as giveBackTo, resourceOf, takeBack as takeBackFrom } from './ledger'
import { reached } from './page'
import { knownFor } from './uses'

/** The ledger of a provider whom the caller reaches. */
async function reachedResource(call: MemberCall, id: string): Promise<Resource> {
  const found = await resourceOf(call.db, id)
  await reached(call, found.provider)
  return found
}

const toldBy = (
  { member, now }: MemberCall,
  { intent, amount, note }: { intent: string; amount: number; note: string | null },
) => ({
  id: intent,
  at: now,
  by: member._id,
  amount,
  note,
})

/** Something new that a provider brings: a room, things, money. */
export const bring = procedure({
  needs: 'manage-provider',
  input: bringInput,
  run: async (call, { provider, kind, name, unit, ...input }): Promise<ResourceCard> => {
    const { db, centre } = call
    const owner = await reached(call, provider)
    await checkWords(call, belongingOf(owner), name, unit, input.note)
    const made: Resource = {
      _id: derivedId(20, 'resource', centre._id, input.intent),
      centre: centre._id,
      provider,
      kind,
      name,
      unit,
      left: input.amount,
      returned: [],
      entries: [{ ...toldBy(call, input), kind: 'bring' }],
    }
    if ((await db.resources.insert(made)) === 'inserted') return resourceCard(made)
    return resourceCard(await resourceOf(db, made._id))
  },
})

/** More of what is there already. */
export const add = procedure({
  needs: 'manage-provider',
  input: addInput,
  run: async (call, { resource, ...input }): Promise<ResourceCard> => {
    await reachedResource(call, resource)
    return resourceCard(await addTo(call.db, resource, toldBy(call, input)))
  },
})

/** Draws some of it for an order or an activity. */
export const draw = procedure({
  needs: 'manage-provider',
  input: drawInput,
  run: async (call, { resource, for: drawnFor, ...input }): Promise<ResourceCard> => {
    await reachedResource(call, resource)
    return resourceCard(await drawFrom(call.db, resource, toldBy(call, input), await knownFor(call, drawnFor)))
  },
})

/** Gives back what was not used of a draw. */
export const giveBack = procedure({
  needs: 'manage-provider',
  input: returnInput,
  run: async (call, { resource, draw: drawn, ...input }): Promise<ResourceCard> => {
    await reachedResource(call, resource)
    return resourceCard(await giveBackTo(call.db, resource, toldBy(call, input), drawn))
  },
})

/** The provider lends so much less of it. */
export const takeBack = procedure({
  needs: 'manage-provider',
  input: takeBackInput,
  run: async (call, { resource, ...input }): Promise<ResourceCard> => {
    await reachedResource(call, resource)
    return resourceCard(await takeBackFrom(call.db, resource, toldBy(call, input)))
  },
})
