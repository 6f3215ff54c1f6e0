import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../cloud/call'
import { useQuery } from '../cloud/useQuery'
import { Button } from '../components/Button'
import { Chip } from '../components/Chip'
import { LinkRow } from '../components/LinkRow'
import { Loading } from '../components/Loading'
import { Sheet } from '../components/Sheet'
import { Trouble } from '../components/Trouble'
import './MenuSheet.css'

interface MenuSheetProps {
  words: { title: string; categories: string; noItems: string }
  onClose(): void
  onChoose(item: { code: string; name: string; category: string }): void
}

/** The menu: a category, then one of its items. */
export function MenuSheet({ words, onClose, onChoose }: MenuSheetProps) {
  const [category, setCategory] = useState<string | null>(null)
  const { value, problem, refresh, loading } = useQuery(`catalogue.${category ?? ''}`, () =>
    call.activity.catalogue({ category }),
  )
  return (
    <Sheet title={words.title} onClose={onClose}>
      {problem && <Trouble problem={problem} retry={refresh} />}
      {!value && loading && <Loading cards={2} />}
      {category === null ? (
        <View className='menu-sheet-chips'>
          {value?.categories.map(({ code, name }) => (
            <Chip key={code} kind='button' onPress={() => setCategory(code)}>
              {name}
            </Chip>
          ))}
        </View>
      ) : (
        <View>
          <Button kind='plain' onPress={() => setCategory(null)}>
            {words.categories}
          </Button>
          {value?.items.map(({ code, name, description }) => (
            <LinkRow key={code} label={name} note={description} onPress={() => onChoose({ code, name, category })} />
          ))}
          {value?.items.length === 0 && <View className='soft'>{words.noItems}</View>}
        </View>
      )}
    </Sheet>
  )
}
