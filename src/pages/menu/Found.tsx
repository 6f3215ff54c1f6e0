import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import type { MenuFound } from '../../domain/menu-page'
import { isOrdered } from '../../domain/order-item'
import { dialWords } from '../../text/emergency-words'
import { menuWords, urgentOf } from '../../text/menu-words'
import { Answered } from '../Answered'
import { MenuCard } from './MenuCard'
import { callThere, Urgent } from './Urgent'
import { openCategory, orderFreely, orderItem } from './way'

/** What answers what someone says, as they say it. What one looks for is not for a phone to remember. */
export function Found({ words }: { words: string }) {
  const found = useQuery(`menu.search.${words}`, () => call.menu.search({ words }), false)
  return (
    <Answered query={found} waiting={<Loading cards={3} />}>
      {(value) => <Results found={value} words={words} />}
    </Answered>
  )
}

function Results({ found, words }: { found: MenuFound; words: string }) {
  const { elder } = useDisplay()
  const texts = menuWords(elder)
  const { items, categories, beyond, urgent, quiet } = found
  const nothing = items.length + categories.length + beyond.length === 0
  const said = { words, quiet: quiet || urgent !== null }
  return (
    <View>
      {urgent && <Urgent urgent={urgent} said={words} />}
      {quiet && <Quiet listeners={found.listeners} />}
      {items.length > 0 && (
        <View className='soft menu-found' {...spokenAs('status')}>
          {urgent ? urgentOf(urgent).after : texts.found}
        </View>
      )}
      {items.map((card) => (
        <MenuCard key={card.code} card={card} said={said} />
      ))}
      {categories.length > 0 && <View className='subheading menu-part'>{texts.foundCategories}</View>}
      {categories.map(({ code, name, description }) => (
        <LinkRow key={code} label={name} note={description} onPress={() => openCategory(code)} />
      ))}
      {beyond.length > 0 && <View className='subheading menu-part'>{quiet ? texts.quietBeyond : texts.beyond}</View>}
      {beyond.map((card) => (
        <LinkRow
          key={card.code}
          label={card.name}
          note={card.description}
          // What is ordered keeps the rules it has; what one would sign up for or borrow is said in words.
          onPress={() =>
            isOrdered(card)
              ? orderItem(card, said)
              : orderFreely(card.name.includes(words) ? card.name : `${card.name}：${words}`)
          }
        />
      ))}
      {nothing && !urgent && <Empty {...(quiet ? texts.quietNothing : texts.nothing(words))} />}
    </View>
  )
}

/** Who will read it, and who listens at once. */
function Quiet({ listeners }: Pick<MenuFound, 'listeners'>) {
  const { elder } = useDisplay()
  const texts = menuWords(elder)
  return (
    <View className='menu-quiet'>
      <View>{texts.quiet}</View>
      {listeners.length > 0 && (
        <View className='menu-urgent-calls'>
          {listeners.map((number) => (
            <Button key={number} kind='plain' onPress={() => callThere(number)}>
              {dialWords(number)}
            </Button>
          ))}
        </View>
      )}
    </View>
  )
}
