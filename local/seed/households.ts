import { derivedId } from '../../cloudfunctions/runtime/caller'
import type { Household } from '../../src/domain/household'
import type { MemberContent } from './content'

/**
 * Who lives together in the demo centre: members who have one of their family in common, or who are of one another's
 * family. Nobody has seen the code of any of them: the first one that lets anyone in is one that is asked for.
 */
export function householdsOf(
  centre: string,
  contents: readonly MemberContent[],
  idOf: (content: string) => string,
  createdAt: number,
): Household[] {
  const homes: { keys: Set<string>; members: string[] }[] = []
  const living = contents.filter(({ building }) => building !== null)
  for (const { id, family = [] } of living) {
    const keys = [id, ...family.map(({ key }) => key)]
    const home = homes.find((each) => keys.some((key) => each.keys.has(key)))
    if (home) {
      home.members.push(id)
      for (const key of keys) home.keys.add(key)
    } else homes.push({ keys: new Set(keys), members: [id] })
  }
  return homes
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => {
      const _id = derivedId(16, 'household', centre, ...members)
      const code = { mac: derivedId(24, 'no code yet', _id), until: 0 }
      return { _id, centre, members: members.map(idOf), code, createdAt }
    })
}
