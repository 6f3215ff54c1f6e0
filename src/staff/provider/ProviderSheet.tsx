import type { ProviderPage } from '../../domain/provider'
import { BringSheet } from './BringSheet'
import { AddLicenceSheet, RefuseSheet } from './LicenceSheets'
import { MoveSheet } from './MoveSheet'
import type { OpenSheet } from './open-sheet'
import { PersonSheet } from './PersonSheet'
import { ProfileSheet } from './ProfileSheet'

interface ProviderSheetProps {
  open: OpenSheet
  provider: string
  /** Nothing where it is a new one. */
  page: ProviderPage | undefined
  onClose(): void
  onRefresh(): Promise<void>
  onChanged(): Promise<void>
}

/** The sheet that is open over a provider's page. */
export function ProviderSheet({ open, provider, page, onClose, onRefresh, onChanged }: ProviderSheetProps) {
  const own = { provider, onClose, onChanged }
  switch (open.kind) {
    case 'profile':
      return <ProfileSheet {...own} page={page} onRefresh={onRefresh} />
    case 'bring':
      return <BringSheet {...own} />
    case 'licence':
      return <AddLicenceSheet {...own} />
    case 'person':
      return <PersonSheet {...own} />
    case 'refuse':
      return <RefuseSheet {...own} licence={open.licence} />
    case 'move': {
      const card = page?.resources.find(({ id }) => id === open.resource)
      if (!card) return null
      const draw = open.deed === 'giveBack' ? open.draw : ''
      // For others' activities only who reaches the whole centre draws.
      const of = page?.checks ? undefined : page?.name
      return <MoveSheet card={card} deed={open.deed} draw={draw} of={of} onClose={onClose} onChanged={onChanged} />
    }
  }
}
