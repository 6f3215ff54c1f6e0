import { Text, View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'
import type { DeskParty } from '../../domain/attendance'
import { deskWords, wayWords } from '../../text/attendance-words'
import { rosterWords } from '../../text/roster-words'
import { dot, unbroken } from '../../text/spacing'
import { clockWords } from '../../text/time'

export const whiches = ['all', 'missing', 'here'] as const
export type Which = (typeof whiches)[number]

const nameOf = (name: string): string => (name === '' ? deskWords.gone : unbroken(name))
const missingOf = (party: DeskParty) => party.people.filter((person) => person.present === null)

/** Whether a party is asked for: by a name or a building, and by who of it is there. */
export function matches(party: DeskParty, words: string, which: Which): boolean {
  const sought = words.trim()
  const found =
    sought === '' || party.people.some(({ name }) => name.includes(sought)) || (party.building ?? '').includes(sought)
  if (!found || which === 'all') return found
  return which === 'missing' ? missingOf(party).length > 0 : missingOf(party).length < party.people.length
}

interface DeskListProps {
  parties: readonly DeskParty[]
  onAdmit(party: DeskParty, people: string[]): Promise<unknown>
  onUndo(checkIn: string, names: string): void
}

/** Everyone by the initial of the name; a party is one line with one thing to tap. */
export function DeskList({ parties, onAdmit, onUndo }: DeskListProps) {
  const initials = [...new Set(parties.map(({ initial }) => initial))].sort((a, b) =>
    a === '#' ? 1 : b === '#' ? -1 : a.localeCompare(b),
  )
  return (
    <View>
      {initials.map((initial) => (
        <View key={initial} className='desk-section'>
          <Text className='subheading' {...spokenAs('heading')}>
            {initial === '#' ? deskWords.others : initial}
          </Text>
          {parties
            .filter((party) => party.initial === initial)
            .map((party) => (
              <Party key={party.id} party={party} onAdmit={onAdmit} onUndo={onUndo} />
            ))}
        </View>
      ))}
    </View>
  )
}

function Party({ party, onAdmit, onUndo }: Omit<DeskListProps, 'parties'> & { party: DeskParty }) {
  const missing = missingOf(party)
  const sits = party.state === 'seated' || party.state === 'offered'
  const names = party.people.map(({ name }) => nameOf(name)).join('、')
  const checkIns = new Map(
    party.people.flatMap(({ present }) => (present ? [[present.checkIn, present] as const] : [])),
  )
  return (
    <View className='desk-party'>
      <View className='desk-words'>
        <View className='desk-names'>{names}</View>
        <View className='soft'>
          {[party.building, sits ? null : rosterWords.sections[party.state]].filter(Boolean).join(dot)}
        </View>
        {[...checkIns].map(([checkIn, { at, way }]) => (
          <View key={checkIn} className='desk-there'>
            <Text>
              ✓{' '}
              {party.people
                .filter(({ present }) => present?.checkIn === checkIn)
                .map(({ name }) => nameOf(name))
                .join('、')}{' '}
              {clockWords(at)} {wayWords[way]}
            </Text>
            <Chip kind='button' label={`${names}，${deskWords.undo}`} onPress={() => onUndo(checkIn, names)}>
              {deskWords.undo}
            </Chip>
          </View>
        ))}
        {sits && missing.length > 0 && party.people.length > 1 && (
          <View className='desk-chips'>
            {missing.map(({ id, name }) => (
              <Chip
                key={id}
                kind='button'
                label={`${nameOf(name)}，${deskWords.admit}`}
                onPress={() => void onAdmit(party, [id])}
              >
                {nameOf(name)}
              </Chip>
            ))}
          </View>
        )}
      </View>
      {sits && missing.length > 0 && (
        <Button
          label={`${names}，${deskWords.admit}`}
          onPress={() =>
            onAdmit(
              party,
              missing.map(({ id }) => id),
            )
          }
        >
          {missing.length > 1 ? deskWords.admitAll : deskWords.admit}
        </Button>
      )}
    </View>
  )
}
