import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { householdWords } from '../../text/household-words'
import '../../text/household-refusals'
import { Answered } from '../Answered'
import { ComeIn } from './ComeIn'
import { Together } from './Together'
import './household.css'

/** My household: begun or joined here, seen and left here. */
export default function HouseholdScreen() {
  const { elder } = useDisplay()
  // Names of others are not for a phone to remember.
  const query = useQuery('household', () => call.household.see({}), false)
  const [question, ask] = useConfirm()
  return (
    <Screen title={householdWords(elder).title} sheet={question}>
      <Answered query={query} waiting={<Loading cards={2} />}>
        {(page) => (
          <View>
            {page ? <Together page={page} ask={ask} onChanged={query.refresh} /> : <ComeIn onChanged={query.refresh} />}
          </View>
        )}
      </Answered>
    </Screen>
  )
}
