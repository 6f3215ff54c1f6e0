import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { goBack } from '../../components/ways'
import type { InferOutput } from 'valibot'
import type { updateInput } from '../../domain/member'
import { memberWords } from '../../text/member-words'
import { toasts } from '../../text/words'
import { type Draft, type DraftErrors, draftOfBirth, toldIn } from './draft'
import { LinkRow } from '../../components/LinkRow'
import { Particulars } from './Particulars'
import '../../text/member-refusals'
import './particulars.css'

type Told = InferOutput<typeof updateInput>

/** The first meeting: three questions, the privacy sentence, and back to where one was. */
export default function Join() {
  const { elder } = useDisplay()
  const words = memberWords(elder)
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const [draft, setDraft] = useState<Draft>({
    name: '',
    band: null,
    building: null,
    estate: null,
    birth: draftOfBirth(null),
  })
  const [errors, setErrors] = useState<DraftErrors>({})
  const join = useAction((_, told: Told) => call.member.join({ ...told, consent: true }))
  const change = (changed: Draft) => {
    setDraft(changed)
    setErrors({})
  }
  const agree = async () => {
    const { told, errors: wrong } = toldIn(draft, Date.now())
    setErrors(wrong ?? {})
    if (!told) return
    const answer = await join.run(told)
    if (!answer.ok) return
    void Taro.showToast({ title: toasts.joined, icon: 'none' })
    goBack()
  }

  return (
    <Screen
      title={words.joinTitle}
      action={
        <View>
          {join.problem && <Trouble problem={join.problem} retry={agree} close={join.dismiss} />}
          <View className='particulars-consent'>{words.consent}</View>
          <Button busy={join.busy} onPress={agree}>
            {words.agree}
          </Button>
        </View>
      }
    >
      <View className='particulars-lead'>{words.joinLead}</View>
      <Particulars draft={draft} errors={errors} buildings={centre.value?.centre.buildings ?? []} onChange={change} />
      <LinkRow label={words.readPrivacy} onPress={() => void Taro.navigateTo({ url: '/pages/member/privacy' })} />
    </Screen>
  )
}
