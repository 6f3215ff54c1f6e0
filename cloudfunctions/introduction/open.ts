import { introductionInput, type IntroductionPage, mostHelp, otherSide } from '../../src/domain/introduction'
import { isMinor } from '../../src/domain/age'
import type { Member } from '../../src/domain/member'
import { maskedName } from '../../src/domain/visibility'
import { helpServiceId } from '../hours/neighbour'
import { grown } from '../runtime/birth'
import { procedure } from '../runtime/procedure'
import { unseal } from '../runtime/secret'
import { type IntroductionRow, ownIntroduction } from './load'

type Known = Pick<Member, '_id' | 'name' | 'band' | 'birth' | 'family' | 'phone' | 'erasing'>

/** An introduction as one of both sees it. Who the other one is stands in it only once both have agreed. */
export const open = procedure({
  needs: 'post-need',
  input: introductionInput,
  run: async (call, { introduction }): Promise<IntroductionPage> => {
    const { row, side } = await ownIntroduction(call, introduction)
    const otherId = row[otherSide(side)]
    const ids = [call.self, ...(otherId === null ? [] : [otherId])]
    const [found, counted] = await Promise.all([
      call.db.members.some<Known>(ids, ['name', 'band', 'birth', 'family', 'phone', 'erasing']),
      row.gave && row.helper ? call.db.services.get(helpServiceId(row.centre, row.helper, row._id)) : null,
    ])
    const said = row.events.find((event) => event.kind === 'gave')
    const own = found.find(({ _id }) => _id === call.self)
    const other = found.find(({ _id, erasing }) => _id === otherId && erasing === undefined)
    const [need] = row.needs
    const [offer] = row.offers
    const mayText = side === 'needer' || need?.sight === 'square'
    return {
      id: row._id,
      state: row.state,
      side,
      mine: row.state === 'asked' && row.askedBy !== side,
      need: {
        id: row.need,
        text: mayText ? (need?.text ?? null) : null,
        label: need?.meaning.label ?? '',
        weekly: need?.meaning.weekly ?? false,
      },
      offer: { id: row.offer, text: offer?.text ?? null, label: offer?.meaning.label ?? '' },
      reasons: row.reasons,
      askedAt: row.events.filter(({ kind }) => kind === 'ask').at(-1)?.at ?? 0,
      lapsesAt: row.lapsesAt,
      hasPhone: own?.phone !== undefined,
      other: other ? knownOf(row, grown(other, call.now), otherSide(side)) : null,
      felt: row.felt.includes(side),
      time:
        row.state === 'done'
          ? {
              most: side === 'helper' ? mostHelp(row, call.now) : 0,
              minutes: said?.kind === 'gave' ? said.minutes : null,
              service: counted?._id ?? null,
            }
          : null,
      timeline: row.events
        .filter((event) => event.kind !== 'feedback' || event.by === side)
        .map((event) => ({ at: event.at, kind: event.kind, me: 'by' in event && event.by === side })),
    }
  },
})

/**
 * The name once both agreed; the phone as long as there is something to do, where its owner lets it be seen. Of a minor
 * no neighbour has either: they meet at the centre.
 */
function knownOf(row: IntroductionRow, other: Known, side: 'needer' | 'helper'): IntroductionPage['other'] {
  if (row.state !== 'agreed' && row.state !== 'done') return null
  if (isMinor(other.band)) return { name: maskedName(other.name), phone: null }
  const shown = row.state === 'agreed' && row.shares.includes(side) && other.phone !== undefined
  return { name: other.name, phone: shown ? unseal('phone', other._id, other.phone as string) : null }
}
