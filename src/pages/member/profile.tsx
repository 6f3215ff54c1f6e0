import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { goBack } from '../../components/ways'
import type { InferOutput } from 'valibot'
import type { updateInput } from '../../domain/member'
import { memberWords } from '../../text/member-words'
import { words as allWords, toasts } from '../../text/words'
import { type Draft, type DraftErrors, draftOfBirth, toldIn } from './draft'
import { Particulars } from './Particulars'
import '../../text/member-refusals'
import './particulars.css'

type Told = InferOutput<typeof updateInput>

/** What I said of myself, to be changed at any time. */
export default function Profile() {
  const { elder } = useDisplay()
  const me = useQuery('me', () => call.member.me({}))
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const [changed, setChanged] = useState<Draft>()
  const [errors, setErrors] = useState<DraftErrors>({})
  const update = useAction((_, told: Told) => call.member.update(told))
  // What is private is not for a phone to remember.
  const account = useQuery('account', () => call.member.account({}), false)
  const draft =
    changed ?? (me.value && account.value ? { ...me.value, birth: draftOfBirth(account.value.birth) } : undefined)
  const save = async () => {
    if (!draft) return
    const { told, errors: wrong } = toldIn(draft, Date.now())
    setErrors(wrong ?? {})
    if (!told) return
    const answer = await update.run(told)
    if (!answer.ok) return
    void Taro.showToast({ title: toasts.saved, icon: 'none' })
    goBack()
  }
  const stranger = me.value === null ? ({ reason: 'not-joined-centre' } as const) : undefined
  const problem = me.problem ?? stranger ?? account.problem
  const again = () => {
    void me.refresh()
    void account.refresh()
  }

  return (
    <Screen
      title={memberWords(elder).profile}
      action={
        draft && (
          <View>
            {update.problem && <Trouble problem={update.problem} retry={save} close={update.dismiss} />}
            <Button busy={update.busy} onPress={save}>
              {allWords(elder).save}
            </Button>
          </View>
        )
      }
    >
      {problem && <Trouble problem={problem} retry={again} />}
      {!draft && (me.loading || account.loading) && <Loading cards={2} />}
      {draft && (
        <Particulars
          birth
          draft={draft}
          errors={errors}
          buildings={centre.value?.centre.buildings ?? []}
          onChange={(next) => {
            setChanged(next)
            setErrors({})
          }}
        />
      )}
    </Screen>
  )
}
