import type { ReactNode } from 'react'
import type { Deed } from '../../domain/order-deed'
import type { OrderPage } from '../../domain/order-page'
import { type DeedInput, DeedSheet } from './DeedSheet'
import { SendSheet } from './SendSheet'
import { type Takeable, TakeSheet } from './TakeSheet'
import { WeeklySheet } from './WeeklySheet'
import { WhereSheet } from './WhereSheet'

interface AskingProps {
  deed: Deed
  page: OrderPage
  now: number
  busy: boolean
  /** What came of the last try, where it did not succeed. */
  trouble: ReactNode
  refresh(): Promise<void>
  onDo(input: DeedInput): Promise<void>
  onClose(): void
}

/** The sheet of a deed that something has to be said or read with. */
export function Asking({ deed, page, now, busy, trouble, refresh, onDo, onClose }: AskingProps) {
  if (deed === 'take') return <TakeSheet order={takeable(page)} now={now} opened refresh={refresh} onClose={onClose} />
  if (deed === 'cancel')
    return <WeeklySheet busy={busy} trouble={trouble} onAnswer={(series) => onDo({ series })} onClose={onClose} />
  if (deed === 'correct') return <WhereSheet page={page} busy={busy} trouble={trouble} onDo={onDo} onClose={onClose} />
  if (deed === 'send')
    return <SendSheet need={page.need} sent={page.sent} busy={busy} trouble={trouble} onDo={onDo} onClose={onClose} />
  return <DeedSheet deed={deed} now={now} busy={busy} trouble={trouble} onDo={onDo} onClose={onClose} />
}

/** What is told of an order before it is taken. */
const takeable = ({ who, takers, wants, slot, ...page }: OrderPage): Takeable => ({
  ...page,
  band: who.band,
  takers: takers.length,
  wants: slot ?? wants,
})
