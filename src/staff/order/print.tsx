import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { deskWords as words } from '../../text/order-desk-words'
import { nbsp } from '../../text/spacing'
import './order.css'

/** So many cards stand on one sheet of paper. */
const cards = [1, 2, 3, 4]

/** The paper card, four to a sheet: printed from a computer, for the front desk and for knocking at doors. */
export default function PrintCards() {
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const web = process.env.TARO_ENV === 'h5'
  return (
    <Screen
      title={words.printTitle}
      wide
      action={web && <Button onPress={() => window.print()}>{words.printDo}</Button>}
    >
      <View className='soft desk-note print-hide'>{words.printHint}</View>
      {centre.problem && <Trouble problem={centre.problem} retry={() => void centre.refresh()} />}
      {!centre.value && centre.loading && <Loading cards={2} />}
      {centre.value && (
        <View className='print-sheet'>
          {cards.map((each) => (
            <PaperCard key={each} centre={centre.value?.centre.shortName ?? ''} />
          ))}
        </View>
      )}
    </Screen>
  )
}

function PaperCard({ centre }: { centre: string }) {
  return (
    <View className='print-card'>
      <View className='print-title'>{words.cardFront(centre)}</View>
      <View>{words.cardLead}</View>
      <View className='print-boxes'>
        {words.boxes.map(({ label }) => (
          <View key={label}>{`□${nbsp}${label}`}</View>
        ))}
      </View>
      <View>{`□${nbsp}${words.cardOther}＿＿＿＿＿＿＿＿`}</View>
      <View className='print-line'>{words.cardName}</View>
      <View className='print-line'>{words.cardHome}</View>
      <View className='print-line'>{words.cardReach}</View>
    </View>
  )
}
