import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { HouseholdPerson } from '../../domain/household'
import { householdWords } from '../../text/household-words'

interface PersonProps {
  person: HouseholdPerson
  /** Whether I may agree for a teenager. */
  grownUp: boolean
  onChanged(): Promise<void>
}

/** One of the household; of a teenager, whether a grown-up agreed, and my own yes to give or to take back. */
export function Person({ person, grownUp, onChanged }: PersonProps) {
  const { elder } = useDisplay()
  const words = householdWords(elder)
  const say = useAction((_, agree: boolean) => call.household.agree({ person: person.id, agree }))
  const yes = !person.agreed
  const mine = person.teen && !person.me && grownUp && (yes || person.byMe)
  const act = async () => {
    if ((await say.run(yes)).ok) await onChanged()
  }
  return (
    <View className='household-person'>
      <View className='household-name'>
        {person.name}
        {person.me && <Tag>{words.me}</Tag>}
      </View>
      {person.teen && <View className='soft'>{person.agreed ? words.teenAgreed : words.teenWaits}</View>}
      {mine && yes && <View className='soft'>{words.agreeText}</View>}
      {say.problem && <Trouble problem={say.problem} retry={act} refresh={onChanged} close={say.dismiss} />}
      {mine && (
        <View className='household-yes'>
          <Button
            kind='plain'
            label={`${yes ? words.agree : words.takeBack}：${person.name}`}
            busy={say.busy}
            onPress={act}
          >
            {yes ? words.agree : words.takeBack}
          </Button>
        </View>
      )}
    </View>
  )
}
