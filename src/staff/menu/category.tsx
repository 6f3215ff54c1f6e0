import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import type { ComposedEntry, Composer, StockChoice } from '../../domain/menu-page'
import { composerWords as words, standingLabel } from '../../text/menu-staff-words'
import { EntrySheet } from './EntrySheet'
import { type Chosen, chosenEntry, chosenOwn, chosenStock } from './chosen'
import { dot } from '../../text/spacing'
import './menu.css'

/** One category of the menu: what is on it, and what of the stock, or of one's own, could be. */
export default function ComposeCategory() {
  const { params } = useRouter()
  const code = params.code ?? ''
  const composer = useQuery('menu.compose', () => call.menu.compose({}))
  const stock = useQuery(`menu.stock.${code}`, () => call.menu.stock({ category: code }))
  const [chosen, setChosen] = useState<Chosen>()
  const { value } = composer
  const entries = value?.entries.filter(({ service }) => service.category === code) ?? []
  const name = value?.categories.find((each) => each.code === code)?.name ?? words.title
  const changed = async () => {
    setChosen(undefined)
    await Promise.all([composer.refresh(), stock.refresh()])
  }
  return (
    <Screen
      title={name}
      wide
      sheet={
        chosen &&
        value && (
          <EntrySheet
            key={chosen.code}
            chosen={chosen}
            composer={value}
            onClose={() => setChosen(undefined)}
            onRefresh={composer.refresh}
            onChanged={changed}
          />
        )
      }
      action={<Button onPress={() => setChosen(chosenOwn(code))}>{words.own}</Button>}
    >
      {composer.problem && <Trouble problem={composer.problem} retry={composer.refresh} />}
      {stock.problem && <Trouble problem={stock.problem} retry={stock.refresh} />}
      {!value && composer.loading && <Loading cards={4} />}
      {value && (
        <View>
          <View className='subheading composer-part' {...spokenAs('heading')}>
            {words.onMenu}
          </View>
          {entries.map((entry) => (
            <LinkRow
              key={entry.code}
              label={entry.service.name}
              note={noteOf(entry, value)}
              onPress={() => setChosen(chosenEntry(entry))}
            />
          ))}
          {entries.length === 0 && <View className='soft'>{words.none}</View>}
        </View>
      )}
      {stock.value && <Stock items={stock.value} onChoose={(item) => setChosen(chosenStock(item))} />}
    </Screen>
  )
}

function Stock({ items, onChoose }: { items: StockChoice[]; onChoose(item: StockChoice): void }) {
  const free = items.filter(({ chosen }) => !chosen)
  return (
    <View>
      <View className='subheading composer-part' {...spokenAs('heading')}>
        {words.stock}
      </View>
      {free.map((item) => (
        <LinkRow key={item.code} label={item.name} note={item.description} onPress={() => onChoose(item)} />
      ))}
      {free.length === 0 && <View className='soft'>{words.stockAll}</View>}
    </View>
  )
}

/** Who provides a line, when, what it costs, and why it is not served just now. */
function noteOf(entry: ComposedEntry, { providers }: Composer): string {
  const names = entry.providers.map((key) => providers.find((each) => each.key === key)?.name ?? key)
  const parts = [standingLabel[entry.standing], names.join('、') || words.unprovided, entry.when, entry.price]
  return parts.filter((part) => part !== null).join(dot)
}
