import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { Trouble } from '../../components/Trouble'
import { joinHouseholdInput } from '../../domain/household'
import { householdWords } from '../../text/household-words'

/** Who is of no household begins one, or writes down the six digits that the family reads out. */
export function ComeIn({ onChanged }: { onChanged(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = householdWords(elder)
  const [digits, setDigits] = useState('')
  const [shown, setShown] = useState(false)
  const begin = useAction((intent) => call.household.create({ intent }))
  const enter = useAction((_, code: string) => call.household.join({ code }))
  const code = digits.replace(/\s/g, '')
  const right = v.is(joinHouseholdInput, { code })
  const create = async () => {
    if ((await begin.run(null)).ok) await onChanged()
  }
  const join = async () => {
    setShown(true)
    if (!right || !(await enter.run(code)).ok) return
    void Taro.showToast({ title: words.joined, icon: 'none' })
    await onChanged()
  }
  return (
    <View>
      <Empty title={words.none} next={words.noneText}>
        <Button busy={begin.busy} onPress={create}>
          {words.create}
        </Button>
      </Empty>
      {begin.problem && <Trouble problem={begin.problem} retry={create} refresh={onChanged} close={begin.dismiss} />}
      <View className='subheading household-join'>{words.joinTitle}</View>
      <Field
        digits
        label={words.code}
        hint={words.codeHint}
        value={digits}
        maxLength={7}
        error={shown && !right ? words.codeWrong : null}
        onChange={setDigits}
      />
      {enter.problem && <Trouble problem={enter.problem} retry={join} refresh={onChanged} close={enter.dismiss} />}
      <Button kind='plain' busy={enter.busy} onPress={join}>
        {words.join}
      </Button>
    </View>
  )
}
