import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { MyVolunteering } from '../../domain/shift-page'
import { volunteerWords } from '../../text/volunteer-words'
import '../../text/volunteer-refusals'
import { Answered } from '../Answered'
import { MyShiftCard } from './MyShiftCard'
import { Papers } from './Papers'
import { StandingCard } from './StandingCard'
import { Week } from './Week'
import './volunteer.css'

const register = () => void Taro.navigateTo({ url: '/pages/volunteer/register' })

/** Me as a volunteer: how I stand, my shifts, what I could do this week, my certificates. */
export default function Volunteering() {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const query = useQuery('volunteering', () => call.volunteer.mine({}), false)
  const [question, ask] = useConfirm()
  usePullDownRefresh(() => void pulled(query.refresh))
  return (
    <Screen title={words.title} sheet={question}>
      <Answered query={query} waiting={<Loading />}>
        {(page) => (
          <View>
            {(!page.volunteer || page.volunteer.state === 'left') && <Begin page={page} />}
            {page.volunteer && page.volunteer.state !== 'left' && page.volunteer.state !== 'active' && (
              <StandingCard standing={page.volunteer} ask={ask} onChanged={query.refresh} />
            )}
            {page.shifts.length > 0 && <MyShifts page={page} />}
            {page.volunteer?.state === 'active' && (
              <View>
                <Week />
                <StandingCard standing={page.volunteer} ask={ask} onChanged={query.refresh} />
              </View>
            )}
            {page.volunteer && page.volunteer.state !== 'left' && (
              <Papers papers={page.volunteer.qualifications} ask={ask} onChanged={query.refresh} />
            )}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

function Begin({ page }: { page: MyVolunteering }) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  return (
    <View>
      <Empty title={words.beginTitle} next={words.beginText}>
        <Button onPress={register}>{words.begin}</Button>
      </Empty>
      {page.guardianNeeded && <Trouble problem={{ reason: 'guardian-needed' }} />}
    </View>
  )
}

function MyShifts({ page }: { page: MyVolunteering }) {
  const { elder } = useDisplay()
  const now = useNow()
  return (
    <View>
      <View className='subheading serve-heading' {...spokenAs('heading')}>
        {volunteerWords(elder).mine}
      </View>
      {page.shifts.map((shift) => (
        <MyShiftCard key={shift.party.id} shift={shift} now={now} />
      ))}
    </View>
  )
}
