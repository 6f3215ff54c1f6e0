import type { Group } from '../../src/domain/group'
import { groupNotices } from '../../src/domain/group-telling'
import { _, databaseOf } from '../runtime/database'
import { notify } from '../runtime/inbox'
import type { Tick } from '../runtime/procedure'
import { inTurn } from '../runtime/turn'

const most = 100

/** Tells members what became of their groups, each entry once by its id; then on the group how far was told. */
export async function groups({ db }: Tick): Promise<void> {
  const due = await db.groups.aggregate<Group>({ toTell: true }, [{ $limit: most }])
  await inTurn(due, async (group) => {
    const here = databaseOf(group.centre)
    await notify(here, group.centre, groupNotices(group, group.told))
    await here.groups.change(
      { _id: group._id, events: _.size(group.events.length) },
      { told: group.events.length, toTell: false },
    )
  })
}
