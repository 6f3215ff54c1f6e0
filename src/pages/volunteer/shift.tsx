import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { SeatRing } from '../../components/SeatRing'
import { useNow } from '../../components/useNow'
import type { ShiftCard } from '../../domain/shift-page'
import { rangeWords } from '../../text/time'
import { volunteerWords } from '../../text/volunteer-words'
import { lackWords, needsWords, shiftFacts } from '../../text/shift-words'
import '../../text/volunteer-refusals'
import { Answered } from '../Answered'
import { Mine } from './Mine'
import { Take } from './Take'
import { dot } from '../../text/spacing'
import './volunteer.css'

/** One shift: what it is, how many are missing, and my own place on it. */
export default function ShiftScreen() {
  const { elder } = useDisplay()
  const id = useRouter().params.id ?? ''
  const query = useQuery(`shift.${id}`, () => call.shift.open({ shift: id }), false)
  const [question, ask] = useConfirm()
  return (
    <Screen title={shiftFacts.title} sheet={question}>
      <Answered query={query} waiting={<Loading cards={2} />}>
        {(page) => (
          <View>
            <Facts shift={page.shift} />
            {page.party ? (
              <Mine shift={page.shift} party={page.party} ask={ask} onChanged={query.refresh} />
            ) : (
              <Take page={page} onChanged={query.refresh} />
            )}
            <LinkRow
              label={volunteerWords(elder).title}
              onPress={() => void Taro.navigateTo({ url: '/pages/volunteer/index' })}
            />
          </View>
        )}
      </Answered>
    </Screen>
  )
}

function Facts({ shift }: { shift: ShiftCard }) {
  const now = useNow()
  const needs = needsWords(shift)
  const taken = shift.capacity - shift.lack
  const how = lackWords(shift.lack, shift.waiting)
  return (
    <View>
      <View className='heading'>
        {shift.about}
        {dot}
        {shift.role}
      </View>
      <View className='serve-ring'>
        <SeatRing
          capacity={shift.capacity}
          taken={taken}
          number={shift.lack > 0 ? String(shift.lack) : `+${shift.waiting}`}
          label={shift.lack > 0 ? shiftFacts.lack : shiftFacts.standby}
          words={how}
        />
        <View className='serve-grow'>
          <View className='subheading'>{how}</View>
          {needs && <View className='soft'>{needs}</View>}
        </View>
      </View>
      <Row label={shiftFacts.when}>{rangeWords(shift.startsAt, shift.endsAt, now)}</Row>
      <Row label={shiftFacts.where}>{shift.place}</Row>
      {shift.state === 'cancelled' && <Row label={shiftFacts.state}>{shiftFacts.cancelled}</Row>}
    </View>
  )
}
