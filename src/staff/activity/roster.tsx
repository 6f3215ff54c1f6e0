import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { RosterPage, RosterParty } from '../../domain/activity'
import { rosterWords } from '../../text/roster-words'
import { emptyWords } from '../../text/words'
import { AddSheet } from './AddSheet'
import { CancelSheet } from './CancelSheet'
import { CapacitySheet } from './CapacitySheet'
import { NoticeSheet } from './NoticeSheet'
import { PartySheet } from './PartySheet'
import { RosterHead } from './RosterHead'
import { RosterSection } from './RosterSection'
import { TimeSheet } from './TimeSheet'
import '../../text/staff-refusals'
import './roster.css'
import './editor.css'

/** How often an open roster looks for what others did, in milliseconds. */
const every = 15_000

const order = ['offered', 'seated', 'waiting', 'held', 'lapsed'] as const

/** Above so many parties there is a field to find a name in. */
const manyParties = 10

/** The staff's roster of one activity: who has a seat, who waits, and what staff may do about it. */
export default function Roster() {
  const id = useRouter().params.id ?? ''
  const { elder } = useDisplay()
  const now = useNow()
  // Names of others are not for a phone to remember.
  const query = useQuery(`roster.${id}`, () => call.activity.roster({ activity: id }), false)
  const { value: page, refresh } = query
  const [open, setOpen] = useState<string>()
  const [words, setWords] = useState('')
  useEffect(() => {
    const timer = setInterval(() => void refresh(), every)
    return () => clearInterval(timer)
  }, [refresh])

  const empty = emptyWords('roster', elder)
  const close = () => setOpen(undefined)
  const refused = query.problem !== undefined && !passing.includes(query.problem.reason)
  return (
    <Screen title={rosterWords.title} wide sheet={page && open && sheetOf(page, open, close, refresh)}>
      {query.problem && <Trouble problem={query.problem} retry={refresh} />}
      {!page && query.loading && <Loading />}
      {page && !refused && (
        <View className='roster'>
          <RosterHead
            page={page}
            now={now}
            onCapacity={() => setOpen('capacity')}
            onDeed={setOpen}
            onRefresh={refresh}
          />
          <View>
            {page.parties.length > manyParties && (
              <Field bare label={rosterWords.search} hint={rosterWords.search} value={words} onChange={setWords} />
            )}
            {page.parties.length === 0 && <Empty title={empty.title} next={empty.text} />}
            {order.map((state) => (
              <RosterSection
                key={state}
                state={state}
                parties={page.parties.filter((party) => party.state === state && has(party, words))}
                now={now}
                onOpen={setOpen}
              />
            ))}
          </View>
        </View>
      )}
    </Screen>
  )
}

/** What passes by itself: the list that was seen stays. Any other "no" means that it is not for these eyes. */
const passing: readonly string[] = ['offline', 'timeout', 'server-busy', 'fault']

const has = (party: RosterParty, words: string): boolean =>
  words.trim() === '' || party.people.some(({ name }) => name.includes(words.trim()))

function sheetOf(page: RosterPage, open: string, close: () => void, refresh: () => Promise<void>) {
  const done = async () => {
    close()
    await refresh()
  }
  if (open === 'capacity') return <CapacitySheet page={page} onClose={close} onDone={done} />
  const people = page.parties.reduce((sum, party) => sum + party.people.length, 0)
  const deed = { page, people, onClose: close, onDone: done }
  if (open === 'time') return <TimeSheet {...deed} />
  if (open === 'notice') return <NoticeSheet {...deed} />
  if (open === 'add') return <AddSheet {...deed} />
  if (open === 'cancel') return <CancelSheet {...deed} />
  const party = page.parties.find(({ id }) => id === open)
  return party && <PartySheet page={page} party={party} onClose={close} onDone={done} />
}
