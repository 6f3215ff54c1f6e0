import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import type { MenuFound } from '../../domain/menu-page'
import { menuWords } from '../../text/menu-words'
import { Answered } from '../Answered'
import { MenuCard } from './MenuCard'
import { Urgent } from './Urgent'
import { openCategory, orderFreely } from './way'

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
  const nothing = found.items.length + found.categories.length + found.beyond.length === 0
  return (
    <View>
      {found.urgent && <Urgent urgent={found.urgent} />}
      {found.quiet && <View className='menu-quiet'>{texts.quiet}</View>}
      {found.items.length > 0 && (
        <View className='soft menu-found' {...spokenAs('status')}>
          {texts.found}
        </View>
      )}
      {found.items.map((card) => (
        <MenuCard key={card.code} card={card} />
      ))}
      {found.categories.length > 0 && <View className='subheading menu-part'>{texts.foundCategories}</View>}
      {found.categories.map(({ code, name, description }) => (
        <LinkRow key={code} label={name} note={description} onPress={() => openCategory(code)} />
      ))}
      {found.beyond.length > 0 && <View className='subheading menu-part'>{texts.beyond}</View>}
      {found.beyond.map(({ code, name, description }) => (
        <LinkRow key={code} label={name} note={description} onPress={() => orderFreely(name)} />
      ))}
      {nothing && <Empty {...texts.nothing(words)} />}
    </View>
  )
}
