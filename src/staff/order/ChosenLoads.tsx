import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import type { OrderChoice } from '../../domain/order-desk-page'
import { isFull, type WeekLoad } from '../../domain/provider-week'
import { loadWords } from '../../text/provider-week-words'

/** How full the week of an order is of those who said how many they can do. */
export const useLoads = (order: string): readonly WeekLoad[] =>
  useQuery(`provider.loads.${order}`, () => call.provider.loads({ order }), false).value ?? []

const loadOf = (loads: readonly WeekLoad[], { kind, id }: OrderChoice): WeekLoad | undefined =>
  loads.find((load) => load.kind === kind && load.id === id)

/** The first of those chosen whose week is full, by its name. */
export const fullOf = (loads: readonly WeekLoad[], chosen: readonly OrderChoice[]): string | undefined =>
  chosen.find((choice) => {
    const load = loadOf(loads, choice)
    return load !== undefined && isFull(load)
  })?.name

/** Of whom is chosen, how full the week is: said before it is given to them. */
export function ChosenLoads({ loads, chosen }: { loads: readonly WeekLoad[]; chosen: readonly OrderChoice[] }) {
  return (
    <View>
      {chosen.map((choice) => {
        const load = loadOf(loads, choice)
        if (!load) return null
        return (
          <View key={choice.id} className={isFull(load) ? 'desk-warn' : 'soft desk-note'}>
            {loadWords(choice.name, load.used, load.weekly)}
          </View>
        )
      })}
    </View>
  )
}
