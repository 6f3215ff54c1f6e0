import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import type { GroupCard } from '../../domain/group-page'
import { groupWords, placesWords } from '../../text/group-words'
import { Answered } from '../Answered'

/** The groups there are: of one item of the menu, with the way to all of them; or everything. */
export function GroupList({ item }: { item: string | null }) {
  const { elder } = useDisplay()
  const words = groupWords(elder)
  const list = useQuery('group.list', () => call.group.list({ item: null }))
  const own = useQuery('group.mine', () => call.group.mine({}))
  const [all, setAll] = useState(false)
  usePullDownRefresh(() => void pulled(list.refresh))
  return (
    <Screen title={words.title}>
      <View className='soft group-intro'>{words.intro}</View>
      <Answered query={list} waiting={<Loading cards={3} />}>
        {(groups) => {
          const mine = own.value ?? []
          const meant = groups.filter((group) => group.item === item)
          const some = !all && meant.length > 0
          return (
            <View className='group-list'>
              {groups.length === 0 && <Empty title={words.emptyTitle} next={words.emptyNext} />}
              {!some && mine.length > 0 && <View className='subheading'>{words.mine}</View>}
              {!some && mine.map((group) => <Row key={group.id} group={group} />)}
              {!some && mine.length > 0 && <View className='subheading'>{words.others}</View>}
              {(some ? meant : groups.filter(({ id }) => !mine.some((each) => each.id === id))).map((group) => (
                <Row key={group.id} group={group} />
              ))}
              {some && meant.length < groups.length && (
                <Button kind='plain' onPress={() => setAll(true)}>
                  {words.all(groups.length)}
                </Button>
              )}
            </View>
          )
        }}
      </Answered>
    </Screen>
  )
}

function Row({ group }: { group: GroupCard }) {
  const said = [group.meets, group.place, placesWords(group)]
  return (
    <Card
      label={[group.name, ...said].join('，')}
      onPress={() => void Taro.navigateTo({ url: `/pages/group/index?id=${group.id}` })}
    >
      <View className='group-name'>{group.name}</View>
      {said.map((line) => (
        <View key={line} className='soft'>
          {line}
        </View>
      ))}
    </Card>
  )
}
