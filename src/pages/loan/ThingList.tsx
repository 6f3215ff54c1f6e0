import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import type { ThingCard } from '../../domain/loan-page'
import { daysWords, freeWords, loanWords } from '../../text/loan-words'
import { Answered } from '../Answered'
import { Glyph } from './Glyph'

/** What is lent, what is there first: of one item of the menu, with the way to all of it; or everything. */
export function ThingList({ item }: { item: string | null }) {
  const { elder } = useDisplay()
  const words = loanWords(elder)
  const list = useQuery('loan.list', () => call.loan.list({}))
  const [all, setAll] = useState(false)
  usePullDownRefresh(() => void pulled(list.refresh))
  return (
    <Screen title={words.title}>
      <View className='soft loan-intro'>{words.intro}</View>
      <LinkRow
        label={words.mineLink}
        note={words.mineNote}
        onPress={() => void Taro.navigateTo({ url: '/pages/loan/mine' })}
      />
      <Answered query={list} waiting={<Loading cards={4} />}>
        {(things) => {
          const meant = things.filter((thing) => thing.item === item)
          // Where nothing of it is lent any more, what else there is may do.
          const some = !all && meant.length > 0
          const shown = some ? meant : things
          return (
            <View className='loan-list'>
              {things.length === 0 && <Empty title={words.emptyTitle} next={words.emptyNext} />}
              {[...shown.filter(({ free }) => free > 0), ...shown.filter(({ free }) => free === 0)].map((thing) => (
                <Row key={thing.id} thing={thing} />
              ))}
              {some && meant.length < things.length && (
                <Button kind='plain' onPress={() => setAll(true)}>
                  {words.all(things.length)}
                </Button>
              )}
            </View>
          )
        }}
      </Answered>
    </Screen>
  )
}

function Row({ thing }: { thing: ThingCard }) {
  const said = [freeWords(thing), daysWords(thing.days)]
  return (
    <Card
      label={[thing.name, ...said].join('，')}
      onPress={() => void Taro.navigateTo({ url: `/pages/loan/index?id=${thing.id}` })}
    >
      <View className='loan-row'>
        <Glyph shape={thing.glyph} />
        <View className='loan-words'>
          <View className='loan-name'>{thing.name}</View>
          <View className={thing.free > 0 ? 'loan-free' : 'soft'}>{said[0]}</View>
          <View className='soft'>{said[1]}</View>
        </View>
      </View>
    </Card>
  )
}
