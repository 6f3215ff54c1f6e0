import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type Answer, call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'
import { holds } from '../../domain/permission'
import type { Waiting as Counts } from '../../domain/order-waiting'
import { type CountedSide, sideCount, sidesLabel, sideWords } from '../../text/board-words'
import { desksOf } from './desks'
import { Waiting } from './Waiting'

/** How many wait at a desk. Orders are counted above, each kind with its word: they add up to nothing one could name. */
const counts: Record<CountedSide, (waiting: Counts) => number | null> = {
  need: ({ needs }) => needs,
  volunteer: ({ volunteers }) => volunteers,
  hours: ({ hours }) => hours,
  booking: ({ bookings }) => bookings,
}

const isCounted = (name: keyof typeof sideWords): name is CountedSide => name in counts

/** A desk, with what waits there where that is counted. */
const saidOf = (waiting: Counts | null | undefined, name: keyof typeof sideWords): string =>
  waiting && isCounted(name) ? sideCount(name, counts[name](waiting) ?? 0) : sideWords[name]

/** The ways to the other desks that are the caller's, and what waits there: in one call besides. */
export function Sides() {
  const me = useQuery('me', () => call.member.me({}))
  const roles = me.value?.roles ?? []
  const dispatches = holds(roles, 'dispatch-order')
  const waiting = useQuery(
    `order.waiting.${dispatches}`,
    async (): Promise<Answer<Counts | null>> => (dispatches ? call.order.waiting({}) : { ok: true, value: null }),
    false,
  )
  return (
    <View>
      {waiting.value && <Waiting orders={waiting.value.orders} />}
      <View className='roster-chips' aria-label={sidesLabel} {...spokenAs('group')}>
        {desksOf(roles).map(({ name, page }) => (
          <Chip key={name} kind='button' onPress={() => void Taro.navigateTo({ url: page })}>
            {saidOf(waiting.value, name)}
          </Chip>
        ))}
      </View>
    </View>
  )
}
