import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import type { Answer } from '../../cloud/call'
import { centreNow } from '../../cloud/centre'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { SeatRing } from '../../components/SeatRing'
import { useNow } from '../../components/useNow'
import type { ThingPage } from '../../domain/loan-page'
import { daysWords, freeWords, loanWords, pieceAria, piecePlate } from '../../text/loan-words'
import { shortMomentWords } from '../../text/time'
import { Answered } from '../Answered'
import { Borrow } from './Borrow'
import { Glyph } from './Glyph'
import { OwnLoanCard } from './OwnLoanCard'

/** One thing: how many are there, what to know, how my own loan of it stands, and the one thing to do. */
export function ThingView({ id, open }: { id: string; open(): Promise<Answer<ThingPage>> }) {
  const { elder } = useDisplay()
  const words = loanWords(elder)
  const now = useNow()
  const page = useQuery(`loan.open.${id}`, open)
  usePullDownRefresh(() => void pulled(page.refresh))
  const [question, ask] = useConfirm()
  useShareAppMessage(() => ({
    title: page.value?.name ?? words.title,
    path: `/pages/loan/index?c=${centreNow()}&id=${id}`,
  }))
  return (
    <Screen
      title={words.title}
      sheet={question}
      action={page.value && <Borrow page={page.value} onBorrowed={page.refresh} />}
    >
      <Answered query={page} waiting={<Loading cards={2} />}>
        {(thing) => (
          <View>
            <View className='loan-head'>
              <Glyph shape={thing.glyph} large />
              <View className='heading loan-words' {...spokenAs('heading')}>
                {thing.name}
              </View>
            </View>
            {thing.mine.map((loan) => (
              <OwnLoanCard key={loan.id} loan={loan} now={now} ask={ask} onChanged={page.refresh} />
            ))}
            <Card>
              <View className='loan-row'>
                <SeatRing
                  capacity={thing.stock}
                  taken={thing.stock - thing.free}
                  {...piecePlate(thing)}
                  words={pieceAria(thing)}
                />
                <View className='loan-words'>
                  <View className='subheading'>{freeWords(thing)}</View>
                  {thing.free === 0 && thing.back !== null && (
                    <View className='soft'>
                      {words.back} {shortMomentWords(thing.back, now)}
                    </View>
                  )}
                </View>
              </View>
            </Card>
            <Row label={words.howLong}>{daysWords(thing.days)}</Row>
            <Row label={words.note}>{thing.note}</Row>
            {thing.deposit !== null && <Row label={words.deposit}>{thing.deposit}</Row>}
            <View className='loan-more'>
              <LinkRow
                label={words.mineLink}
                note={words.mineNote}
                onPress={() => void Taro.navigateTo({ url: '/pages/loan/mine' })}
              />
            </View>
          </View>
        )}
      </Answered>
    </Screen>
  )
}
