import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type Answer, call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'
import { holds } from '../../domain/permission'
import type { Waiting as Counts } from '../../domain/order-waiting'
import { sideCount, sidesLabel, sideWords } from '../../text/board-words'
import { desksOf } from './desks'
import { Waiting } from './Waiting'

/** How many wait at a desk; nothing where that is not counted. */
const countAt = (waiting: Counts | null | undefined, name: keyof typeof sideWords): number =>
  (waiting && name in counts && counts[name as keyof typeof counts](waiting)) || 0

const counts = {
  order: ({ orders }: Counts) => orders.any,
  need: ({ needs }: Counts) => needs,
  volunteer: ({ volunteers }: Counts) => volunteers,
  hours: ({ hours }: Counts) => hours,
  booking: ({ bookings }: Counts) => bookings,
}

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
            {sideCount(sideWords[name], countAt(waiting.value, name))}
          </Chip>
        ))}
      </View>
    </View>
  )
}
