import { View } from '@tarojs/components'
import type { ConfirmQuestion } from '../../components/Confirm'
import type { ActivityPage } from '../../domain/activity'
import { PartyCard } from './PartyCard'

interface OwnPartiesProps {
  page: ActivityPage
  now: number
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

/** How I and mine stand here; a seat that waits for an answer comes first. */
export function OwnParties({ page, now, ask, onChanged }: OwnPartiesProps) {
  const waiting = page.parties.filter((party) => party.state === 'offered')
  const others = page.parties.filter((party) => party.state !== 'offered')
  return (
    <View>
      {[...waiting, ...others].map((party) => (
        <PartyCard key={party.id} activity={page} party={party} now={now} ask={ask} onChanged={onChanged} />
      ))}
    </View>
  )
}
