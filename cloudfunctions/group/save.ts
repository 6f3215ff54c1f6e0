import { type Group, groupOf, groupWaits, overWith } from '../../src/domain/group'
import { type DeskGroup, saveGroupInput } from '../../src/domain/group-page'
import { Refused } from '../../src/domain/refusal'
import { checkWords } from '../activity/words'
import { published } from '../menu/open'
import { serviceIn } from '../menu/stock'
import { _ } from '../runtime/database'
import { allowed, type MemberCall, procedure } from '../runtime/procedure'
import { makes, viewOf } from './desk'
import { attempts, groupAt, kept, withGroup } from './group'

/** Makes a group, or says otherwise what is said of it. Who saved in between is not written over. */
export const save = procedure({
  needs: 'manage-group',
  input: saveGroupInput,
  beside: withGroup,
  run: async (call, { intent, group: id, version, capacity, item, ...words }): Promise<DeskGroup> => {
    const { db, member } = call
    const [[before]] = call.beside as [Group[]]
    if (before) return change(call, kept(call), { intent, version, capacity, item, words })
    if (version > 0) throw new Refused({ reason: 'not-found' })
    if (!makes(call)) throw new Refused({ reason: 'no-permission' })
    if (words.leader !== null && words.leader !== member._id)
      throw new Refused({ reason: 'bad-input', field: 'leader' })
    await checkWords(call, {}, words.name, words.about, words.leads, words.meets, words.place)
    const line = (await published(call))?.entries.find((entry) => entry.code === item)
    const service = line && serviceIn(line)
    if (service?.mode !== 'standing-group') throw new Refused({ reason: 'bad-input', field: 'item' })
    const whole = allowed(call, 'manage-group', {})
    const made: Group = {
      _id: id,
      centre: call.centre._id,
      item,
      bands: service.bands,
      private: service.private,
      ...words,
      organisation: whole ? null : member.organisation,
      team: whole ? null : member.team,
      meetings: [],
      state: 'open',
      capacity,
      waitCapacity: groupWaits,
      left: capacity + groupWaits,
      over: 0,
      people: [],
      version: 1,
      saved: intent,
      told: 0,
      toTell: false,
      firstCapacity: capacity,
      events: [],
    }
    if ((await db.groups.insert(made)) === 'inserted') return viewOf(call, made)
    const there = await groupAt(db, id)
    if (there.saved !== intent) throw new Refused({ reason: 'changed-meanwhile' })
    return viewOf(call, there)
  },
})

interface Saved {
  intent: string
  version: number
  capacity: number
  item: string
  words: Pick<Group, 'name' | 'about' | 'leads' | 'leader' | 'meets' | 'place'>
}

/** Whether whom it says leads it begins to: who saves, and who leads it already, need not belong to it. */
const begins = ({ member }: MemberCall, group: Group, { leader }: Saved['words']): boolean =>
  leader !== null && leader !== group.leader && leader !== member._id

function checkChange(call: MemberCall, group: Group, { version, item, words }: Saved): void {
  if (item !== group.item) throw new Refused({ reason: 'bad-input', field: 'item' })
  if (group.state === 'ended') throw new Refused({ reason: 'group-ended', name: group.name })
  if (version !== group.version) throw new Refused({ reason: 'changed-meanwhile' })
  if (begins(call, group, words) && !groupOf(group).some(({ person }) => person === words.leader))
    throw new Refused({ reason: 'bad-input', field: 'leader' })
}

function changeIn(call: MemberCall, group: Group, { intent, version, capacity, words }: Saved): Promise<Group | null> {
  const { db, now, member } = call
  const resized = capacity !== group.capacity
  const moved = words.meets !== group.meets || words.place !== group.place
  const events = [
    ...(resized ? [{ id: intent, at: now, kind: 'capacity', capacity, by: member._id } as const] : []),
    ...(moved ? [{ id: `${intent}.moved`, at: now, kind: 'moved', by: member._id } as const] : []),
  ]
  return db.groups.findAndChange(
    {
      _id: group._id,
      state: 'open',
      version,
      saved: _.neq(intent),
      // Whoever begins to lead belongs to it still when it is saved.
      ...(begins(call, group, words) && { people: words.leader }),
      ...(resized && { capacity: group.capacity, left: group.left, over: group.over }),
    },
    {
      ...words,
      ...(resized && { capacity, left: _.inc(capacity - group.capacity), over: overWith(group, capacity) }),
      saved: intent,
      version: _.inc(1),
      ...(events.length > 0 && { events: _.push(events), toTell: true }),
    },
  )
}

async function change(call: MemberCall, before: Group, saved: Saved): Promise<DeskGroup> {
  const { words } = saved
  let group = before
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (group.saved === saved.intent) return viewOf(call, group)
    checkChange(call, group, saved)
    if (attempt === 0) await checkWords(call, {}, words.name, words.about, words.leads, words.meets, words.place)
    const changed = await changeIn(call, group, saved)
    if (changed) return viewOf(call, changed)
    // Somebody joined or left in between, and how many are over is another: it is counted once more.
    group = await groupAt(call.db, group._id)
  }
  throw new Refused({ reason: 'server-busy' })
}
