import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useCame } from '../../cloud/came'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import { loanSentence, loanWords } from '../../text/loan-words'
import { Answered } from '../Answered'
import { OwnLoanCard } from './OwnLoanCard'
import '../../text/loan-refusals'
import './loan.css'

/** What I and mine have and wait for, with when it is due; and what was brought back. */
export default function MyLoans() {
  useCame()
  const { elder } = useDisplay()
  const words = loanWords(elder)
  const now = useNow()
  const mine = useQuery('loan.mine', () => call.loan.mine({}))
  usePullDownRefresh(() => void pulled(mine.refresh))
  const [question, ask] = useConfirm()
  const look = () => Taro.navigateTo({ url: '/pages/loan/index' })
  return (
    <Screen title={words.mineTitle} sheet={question} action={<Button onPress={look}>{words.look}</Button>}>
      <Answered query={mine} waiting={<Loading cards={2} />}>
        {({ open, past }) => (
          <View>
            {open.length + past.length === 0 && <Empty title={words.mineEmptyTitle} next={words.mineEmptyNext} />}
            {open.map((loan) => (
              <OwnLoanCard key={loan.id} loan={loan} now={now} ask={ask} onChanged={mine.refresh} />
            ))}
            {past.length > 0 && (
              <View className='subheading loan-part' {...spokenAs('heading')}>
                {words.past}
              </View>
            )}
            {past.map((loan) => (
              <View key={loan.id} className='loan-past'>
                <View>{loan.name}</View>
                <View className='soft'>{loanSentence(loan, now)}</View>
              </View>
            ))}
          </View>
        )}
      </Answered>
    </Screen>
  )
}
