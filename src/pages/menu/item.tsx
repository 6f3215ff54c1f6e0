import { View } from '@tarojs/components'
import { usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { centreNow } from '../../cloud/centre'
import { useArrival } from '../../cloud/door'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Cover } from '../../components/Cover'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { coverOf, drawnAs } from '../../domain/cover'
import { cardDoor } from '../../domain/door'
import type { ItemPage } from '../../domain/menu-page'
import { isOrdered } from '../../domain/order-item'
import { actWords, itemWords, menuWords, modeWord, placeWord, standingWords } from '../../text/menu-words'
import { ActivityCard } from '../ActivityCard'
import { Answered } from '../Answered'
import { ItemFacts } from './ItemFacts'
import { ItemFigures } from './ItemFigures'
import { act, isGathering, orderInstead, wish } from './way'
import './menu.css'

/** One thing on the menu: what it is, who does it, how long one waits, what comes next; and the one thing to do. */
export default function MenuItem() {
  const { params } = useRouter()
  const code = params.code ?? ''
  const { elder } = useDisplay()
  const words = itemWords(elder)
  const page = useQuery(`menu.item.${code}`, () => call.menu.item({ item: code }))
  useArrival('menu', page.value !== undefined)
  usePullDownRefresh(() => void pulled(page.refresh))
  useShareAppMessage(() => ({
    title: page.value?.name ?? menuWords(elder).title,
    path: `/pages/menu/item?c=${centreNow()}&code=${code}&d=${cardDoor}`,
  }))
  return (
    <Screen title={words.title} action={page.value && <Act page={page.value} />}>
      <Answered query={page} waiting={<Loading />}>
        {(item) => <Item page={item} />}
      </Answered>
    </Screen>
  )
}

/** The one button, or where there is nothing to be had now the way around. */
function Act({ page }: { page: ItemPage }) {
  const { elder } = useDisplay()
  if (page.standing !== 'served')
    return (
      <Button kind='plain' onPress={() => orderInstead(page)}>
        {isOrdered(page) ? itemWords(elder).stillWanted : menuWords(elder).free}
      </Button>
    )
  const [soonest] = page.activities
  return (
    <View className='menu-act'>
      <Button onPress={() => act(page)}>{actWords(page, elder)}</Button>
      {soonest && isGathering(page) && (
        <Button kind='plain' onPress={() => wish(page)}>
          {itemWords(elder).wish}
        </Button>
      )}
    </View>
  )
}

function Item({ page }: { page: ItemPage }) {
  const { elder } = useDisplay()
  const words = itemWords(elder)
  const now = Date.now()
  const standing = standingWords(page)
  return (
    <View>
      <Cover {...coverOf(drawnAs(page))} />
      <View className='heading' {...spokenAs('heading')}>
        {page.name}
      </View>
      <View className='menu-item-about'>{page.description}</View>
      <View className='menu-tags'>
        <Tag>{placeWord(page.place)}</Tag>
        <Tag tone='plain'>{modeWord(page.mode)}</Tag>
        {standing && <Tag tone='amber'>{standing}</Tag>}
        {page.guardianConsent && <Tag tone='amber'>{words.guardian}</Tag>}
      </View>
      {page.standing === 'paused' && <Stop {...words.paused} />}
      {page.standing === 'over' && <Stop {...words.over} />}
      {page.private && <View className='menu-quiet'>{words.private}</View>}
      <ItemFigures page={page} />
      {isGathering(page) && (
        <>
          <View className='subheading menu-part' {...spokenAs('heading')}>
            {words.on}
          </View>
          {page.activities.map((card) => (
            <ActivityCard key={card.id} card={card} now={now} />
          ))}
          {page.activities.length === 0 && <View className='soft'>{words.onNone}</View>}
        </>
      )}
      <ItemFacts page={page} />
    </View>
  )
}

/** Why it is not to be had now, and what to do instead. */
function Stop({ title, next }: { title: string; next: string }) {
  return (
    <View className='menu-stop'>
      <View className='menu-stop-title'>{title}</View>
      <View>{next}</View>
    </View>
  )
}
