import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
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

/** Everything that is lent, what is there first. */
export function ThingList() {
  const { elder } = useDisplay()
  const words = loanWords(elder)
  const list = useQuery('loan.list', () => call.loan.list({}))
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
        {(things) => (
          <View className='loan-list'>
            {things.length === 0 && <Empty title={words.emptyTitle} next={words.emptyNext} />}
            {[...things.filter(({ free }) => free > 0), ...things.filter(({ free }) => free === 0)].map((thing) => (
              <Row key={thing.id} thing={thing} />
            ))}
          </View>
        )}
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
