import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Choice } from '../../components/Choice'
import { useNow } from '../../components/useNow'
import { providerWords as words } from '../../text/provider-words'
import { shortMomentWords } from '../../text/time'

/** So many of what lies ahead are offered; whatever else it is for is written. */
const most = 8

interface ComingProps {
  /** The organiser whose activities alone are offered; everyone's where nothing is said. */
  of: string | undefined
  chosen: string | undefined
  onChoose(activity: { id: string; title: string } | undefined): void
}

/** Activities that lie ahead: what is drawn is drawn for one of them, or for something else. */
export function Coming({ of, chosen, onChoose }: ComingProps) {
  const now = useNow()
  const board = useQuery('board.upcoming', () => call.activity.board({ show: 'upcoming', after: null }))
  const offered = board.value?.cards.filter(
    ({ state, organiser }) => state === 'open' && (of === undefined || organiser === of),
  )
  const cards = offered?.slice(0, most) ?? []
  if (cards.length === 0) return null
  return (
    <Choice
      label={words.drawForActivity}
      options={cards.map(({ id, title, startsAt }) => ({
        value: id,
        label: title,
        note: shortMomentWords(startsAt, now),
      }))}
      value={chosen ?? null}
      onChange={(id) => {
        const card = cards.find((each) => each.id === id)
        onChoose(card && id !== chosen ? { id, title: card.title } : undefined)
      }}
    />
  )
}
