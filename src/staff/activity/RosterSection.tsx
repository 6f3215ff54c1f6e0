import { Text, View } from '@tarojs/components'
import { pressable, spokenAs } from '../../components/press'
import type { RosterParty } from '../../domain/activity'
import type { PartyState } from '../../domain/roster'
import { partyAria, partyNote, personWords, rosterWords } from '../../text/roster-words'
import { counted } from '../../text/spacing'

interface RosterSectionProps {
  state: PartyState
  parties: readonly RosterParty[]
  now: number
  onOpen(party: string): void
}

/** Everyone who stands alike; a party is one line, and opens what may be done about it. */
export function RosterSection({ state, parties, now, onOpen }: RosterSectionProps) {
  if (parties.length === 0) return null
  const people = parties.reduce((sum, party) => sum + party.people.length, 0)
  return (
    <View className='roster-section'>
      <View className='roster-section-head'>
        <Text className='subheading' {...spokenAs('heading')}>
          {rosterWords.sections[state]}
        </Text>
        <Text className='soft'>{counted(people, '人')}</Text>
      </View>
      {parties.map((party) => (
        <View
          key={party.id}
          className='roster-party'
          {...pressable({ label: partyAria(party, now), onPress: () => onOpen(party.id) })}
        >
          <View className='roster-words'>
            <View className='roster-people'>{party.people.map(personWords).join('、')}</View>
            <View className='soft'>{partyNote(party, now)}</View>
          </View>
          <Text className='roster-sign' aria-hidden='true'>
            ›
          </Text>
        </View>
      ))}
    </View>
  )
}
