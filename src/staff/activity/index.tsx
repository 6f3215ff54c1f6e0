import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { ActivityCard } from '../../domain/activity'
import type { Board } from '../../domain/activity-change'
import { boardWords } from '../../text/board-words'
import { rosterWords } from '../../text/roster-words'
import { emptyWords } from '../../text/words'
import { BoardCard } from './BoardCard'
import { CatalogueSheet } from './CatalogueSheet'
import { DraftRow } from './DraftRow'
import { Sides } from './Sides'
import './roster.css'
import './editor.css'

const shows = ['upcoming', 'drafts', 'past'] as const

/** What staff prepare and hold: each leads to its editor or its list. Whose one may open is for those to say. */
export default function StaffActivities() {
  const { elder } = useDisplay()
  const now = useNow()
  const [show, setShow] = useState<(typeof shows)[number]>('upcoming')
  const [choosing, setChoosing] = useState(false)
  const board = useQuery(`board.${show}`, () => call.activity.board({ show, after: null }))
  const more = useMore(show, board.value, board.at)
  const empty = show === 'drafts' ? boardWords.noDrafts : emptyWords('activities', elder)
  const nothing = board.value && board.value.drafts.length + more.cards.length === 0
  return (
    <Screen title={rosterWords.side} wide sheet={choosing && <CatalogueSheet onClose={() => setChoosing(false)} />}>
      <Sides />
      <View className='board-actions'>
        <Button onPress={() => Taro.navigateTo({ url: '/staff/activity/edit' })}>{boardWords.begin}</Button>
        <Button kind='plain' onPress={() => setChoosing(true)}>
          {boardWords.fromMenu}
        </Button>
      </View>
      <View className='roster-chips'>
        {shows.map((each) => (
          <Chip key={each} kind='radio' on={each === show} onPress={() => setShow(each)}>
            {boardWords.shows[each]}
          </Chip>
        ))}
      </View>
      {board.problem && <Trouble problem={board.problem} retry={board.refresh} />}
      {!board.value && board.loading && <Loading />}
      {nothing && <Empty title={empty.title} next={empty.text} />}
      {board.value?.drafts.map((draft) => (
        <DraftRow key={draft.id} draft={draft} now={now} />
      ))}
      <View className='roster-grid'>
        {more.cards.map((card) => (
          <BoardCard key={card.id} card={card} now={now} past={show === 'past'} />
        ))}
      </View>
      <LinkRow label={rosterWords.lobby} onPress={() => void Taro.navigateTo({ url: '/staff/share/lobby' })} />
      <LinkRow label={rosterWords.doors} onPress={() => void Taro.navigateTo({ url: '/staff/share/doors' })} />
      {more.next && (
        <Button kind='plain' busy={more.busy} onPress={more.load}>
          {boardWords.more}
        </Button>
      )}
    </Screen>
  )
}

/** Further pages, below the first one; asked for anew they begin anew. */
function useMore(show: (typeof shows)[number], first: Board | undefined, at: number | undefined) {
  const key = `${show} ${at ?? 0}`
  const [state, setState] = useState<{ key: string; cards: ActivityCard[]; next: Board['next'] }>()
  const [busy, setBusy] = useState(false)
  const further = state?.key === key ? state : undefined
  const next = further ? further.next : (first?.next ?? null)
  const load = async () => {
    setBusy(true)
    const answer = await call.activity.board({ show, after: next })
    setBusy(false)
    if (!answer.ok) return
    setState({ key, cards: [...(further?.cards ?? []), ...answer.value.cards], next: answer.value.next })
  }
  return { cards: [...(first?.cards ?? []), ...(further?.cards ?? [])], next, busy, load }
}
