import { Fragment } from 'react'
import { View } from '@tarojs/components'
import { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import type { MenuCard as CardOf, MenuPage } from '../../domain/menu-page'
import { fitting, type Generation, generations } from '../../domain/menu-person'
import { generationWords, menuWords, personWords } from '../../text/menu-words'
import { Answered } from '../Answered'
import { MenuCard } from './MenuCard'
import { orderFreely } from './way'
import './menu.css'

interface Part {
  title: string
  items: CardOf[]
}

interface Listed {
  title: string
  note: string | null
  parts: Part[]
}

/** What there is of one category, or for one person. */
export default function MenuList() {
  const { params } = useRouter()
  const { elder } = useDisplay()
  const words = menuWords(elder)
  const menu = useQuery('menu.open', () => call.menu.open({}))
  usePullDownRefresh(() => void pulled(menu.refresh))
  const listed = menu.value && listOf(menu.value, params, elder)
  return (
    <Screen
      title={words.title}
      action={
        <Button kind='plain' label={words.freeLabel} onPress={() => orderFreely()}>
          {words.free}
        </Button>
      }
    >
      <Answered query={menu} waiting={<Loading cards={4} />}>
        {() => listed && <List listed={listed} />}
      </Answered>
    </Screen>
  )
}

function List({ listed: { title, note, parts } }: { listed: Listed }) {
  const { elder } = useDisplay()
  const words = menuWords(elder)
  const shown = parts.filter(({ items }) => items.length > 0)
  return (
    <View>
      <View className='heading' {...spokenAs('heading')}>
        {title}
      </View>
      {note && <View className='soft menu-note'>{note}</View>}
      {shown.map((part) => (
        <Fragment key={part.title}>
          {part.title !== '' && (
            <View className='subheading menu-part' {...spokenAs('heading')}>
              {part.title}
            </View>
          )}
          {part.items.map((card) => (
            <MenuCard key={card.code} card={card} />
          ))}
        </Fragment>
      ))}
      {shown.length === 0 && <Empty {...(note === null ? words.nobodyFits : words.categoryGone)} />}
    </View>
  )
}

function listOf(page: MenuPage, params: Record<string, string | undefined>, elder: boolean): Listed {
  const words = menuWords(elder)
  const whom = params.for === undefined ? undefined : decodeURIComponent(params.for)
  if (whom === undefined) {
    const category = page.categories.find(({ code }) => code === params.category)
    const items = page.items.filter((item) => item.category === category?.code)
    return {
      title: category?.name ?? words.categoryGone.title,
      note: category?.description ?? '',
      parts: [{ title: '', items: [...items].sort(servedFirst) }],
    }
  }
  const person = page.people.find(({ id }) => id === whom)
  const generation = (Object.keys(generations) as Generation[]).find((each) => each === whom) ?? 'adult'
  const { meant, anyone } = fitting(page.items, person ? [person.band] : generations[generation])
  return {
    title: person ? personWords(person, elder) : generationWords[generation],
    note: null,
    parts: [
      { title: words.meant, items: meant },
      { title: words.anyone, items: anyone },
    ],
  }
}

/** What is to be had now before what is not. */
const servedFirst = (one: CardOf, other: CardOf): number =>
  Number(one.standing !== 'served') - Number(other.standing !== 'served')
