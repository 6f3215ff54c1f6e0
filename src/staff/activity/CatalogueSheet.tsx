import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { boardWords } from '../../text/board-words'

/** The menu: a category, then an item, and a draft begins with what the menu says of it. */
export function CatalogueSheet({ onClose }: { onClose(): void }) {
  const [category, setCategory] = useState<string | null>(null)
  const { value, problem, refresh, loading } = useQuery(`catalogue.${category ?? ''}`, () =>
    call.activity.catalogue({ category }),
  )
  const begin = (item: string) => {
    onClose()
    void Taro.navigateTo({ url: `/staff/activity/edit?item=${item}&category=${category}` })
  }
  return (
    <Sheet title={boardWords.menu} onClose={onClose}>
      {problem && <Trouble problem={problem} retry={refresh} />}
      {!value && loading && <Loading cards={2} />}
      {category === null ? (
        <View className='roster-chips'>
          {value?.categories.map(({ code, name }) => (
            <Chip key={code} kind='button' onPress={() => setCategory(code)}>
              {name}
            </Chip>
          ))}
        </View>
      ) : (
        <View>
          <Button kind='plain' onPress={() => setCategory(null)}>
            {boardWords.categories}
          </Button>
          {value?.items.map(({ code, name, description }) => (
            <LinkRow key={code} label={name} note={description} onPress={() => begin(code)} />
          ))}
          {value?.items.length === 0 && <View className='soft'>{boardWords.noItems}</View>}
        </View>
      )}
    </Sheet>
  )
}
