import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { centreNow } from '../../cloud/centre'
import { useArrival } from '../../cloud/door'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { cardDoor } from '../../domain/door'
import type { MenuPage } from '../../domain/menu-page'
import { type Generation, generations } from '../../domain/menu-person'
import { generationWords, menuWords, personWords } from '../../text/menu-words'
import { Answered } from '../Answered'
import { Speak } from '../Speak'
import { Categories } from './Categories'
import { Found } from './Found'
import { openFor, orderFreely } from './way'
import './menu.css'

/** How long after the last letter one begins to look, in milliseconds. */
const pause = 300

/** As much as is looked for. */
const longest = 60

/** The centre's menu: looked through for somebody, by category, or by what one says. */
export default function Menu() {
  const { elder } = useDisplay()
  const words = menuWords(elder)
  const menu = useQuery('menu.open', () => call.menu.open({}))
  useArrival('menu', menu.value !== undefined)
  const [typed, setTyped] = useState('')
  const sought = useSettled(typed.trim(), pause)
  usePullDownRefresh(() => void pulled(menu.refresh))
  useShareAppMessage(() => ({ title: words.heading, path: `/pages/menu/index?c=${centreNow()}&d=${cardDoor}` }))
  return (
    <Screen
      title={words.title}
      action={
        <Button kind='plain' label={words.freeLabel} onPress={() => orderFreely(typed.trim())}>
          {words.free}
        </Button>
      }
    >
      <View className='heading menu-heading' {...spokenAs('heading')}>
        {words.heading}
      </View>
      <Field bare label={words.search} hint={words.searchHint} value={typed} onChange={setTyped} maxLength={longest} />
      {typed === '' && (
        <View className='menu-speak'>
          <Speak onHeard={(heard) => setTyped(heard.slice(0, longest))} />
        </View>
      )}
      {sought === '' ? (
        <Answered query={menu} waiting={<Loading cards={4} />}>
          {(page) => (page.items.length > 0 ? <Browse page={page} /> : <Empty {...words.empty} />)}
        </Answered>
      ) : (
        <Found words={sought} />
      )}
    </Screen>
  )
}

function Browse({ page }: { page: MenuPage }) {
  const { elder } = useDisplay()
  const words = menuWords(elder)
  return (
    <View>
      <View className='subheading menu-part' {...spokenAs('heading')}>
        {words.forWhom}
      </View>
      <View className='menu-people'>
        {page.people.map((person) => (
          <Chip key={person.id} kind='button' onPress={() => openFor(person.id)}>
            {personWords(person, elder)}
          </Chip>
        ))}
        {strangersTo(page).map((generation) => (
          <Chip key={generation} kind='button' onPress={() => openFor(generation)}>
            {generationWords[generation]}
          </Chip>
        ))}
      </View>
      <View className='subheading menu-part' {...spokenAs('heading')}>
        {words.byCategory}
      </View>
      <Categories page={page} />
    </View>
  )
}

/** Ages that none of one's own people has: for them one looks in general. */
const strangersTo = ({ people }: MenuPage): Generation[] =>
  (Object.keys(generations) as Generation[]).filter(
    (generation) => !people.some(({ band }) => generations[generation].some((each) => each === band)),
  )

/** A value that has stood for a while. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
