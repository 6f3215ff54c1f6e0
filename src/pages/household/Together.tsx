import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import type { HouseholdCode, HouseholdPage } from '../../domain/household'
import { codeUntil, codeWords, householdWords, leaveHouseholdConfirm } from '../../text/household-words'
import { Person } from './Person'

interface TogetherProps {
  page: NonNullable<HouseholdPage>
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

/** Who lives together, the six digits that let the next one in, and the way out. */
export function Together({ page, ask, onChanged }: TogetherProps) {
  const { elder } = useDisplay()
  const words = householdWords(elder)
  const [code, setCode] = useState<HouseholdCode>()
  const invite = useAction(() => call.household.code({}))
  const leave = useAction(() => call.household.leave({}))
  const show = async () => {
    const answer = await invite.run(null)
    if (answer.ok) setCode(answer.value)
  }
  const go = async () => {
    if (!(await ask(leaveHouseholdConfirm)) || !(await leave.run(null)).ok) return
    void Taro.showToast({ title: words.left, icon: 'none' })
    await onChanged()
  }
  return (
    <View>
      <View className='subheading' {...spokenAs('heading')}>
        {words.people}
      </View>
      {page.people.map((person) => (
        <Person key={person.id} person={person} grownUp={page.grownUp} onChanged={onChanged} />
      ))}
      {code && (
        <View className='household-code' {...spokenAs('status')}>
          <View className='soft'>{words.inviteNote}</View>
          <View className='household-digits' aria-label={[...code.digits].join(' ')}>
            {codeWords(code.digits)}
          </View>
          <View className='soft'>{codeUntil(code.until)}</View>
        </View>
      )}
      {invite.problem && <Trouble problem={invite.problem} retry={show} refresh={onChanged} close={invite.dismiss} />}
      {leave.problem && <Trouble problem={leave.problem} retry={go} close={leave.dismiss} />}
      <View className='household-answers'>
        <Button busy={invite.busy} onPress={show}>
          {words.invite}
        </Button>
        <Button kind='danger' busy={leave.busy} onPress={go}>
          {words.leave}
        </Button>
      </View>
    </View>
  )
}
