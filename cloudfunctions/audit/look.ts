import type { Audit } from '../../src/domain/audit'
import { minute } from '../../src/domain/day'
import { derivedId } from '../runtime/caller'
import type { MemberCall } from '../runtime/procedure'

/** An answer that was lost is asked for again within this time, and is the same look. */
const sameLook = 10 * minute

/**
 * Writes down that someone looks at what is another's, before it is shown. Each look of its own is an entry of its own,
 * whatever intent a client claims it to be: at something else, for another reason, or later.
 */
export async function writeLook(
  { db, centre, member, now }: MemberCall,
  { intent, of, ...look }: Pick<Audit, 'about' | 'what' | 'reason' | 'title'> & { intent: string; of: string },
): Promise<void> {
  const by = member._id
  const when = String(Math.floor(now / sameLook))
  const _id = derivedId(20, 'look', by, look.about, of, look.reason, intent, when)
  await db.audits.insert({ _id, centre: centre._id, by, at: now, ...look })
}
