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
import type { AgeBand } from '../../domain/age'
import { memberWords } from '../../text/member-words'
import { words as allWords, toasts } from '../../text/words'
import { whyNotSend } from './draft'
import { type Draft, type DraftErrors, Particulars } from './Particulars'
import './particulars.css'

type Told = Draft & { band: AgeBand }

/** What I said of myself, to be changed at any time. */
export default function Profile() {
  const { elder } = useDisplay()
  const me = useQuery('me', () => call.member.me({}))
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const [changed, setChanged] = useState<Draft>()
  const [errors, setErrors] = useState<DraftErrors>({})
  const update = useAction((_, { name, band, building }: Told) => call.member.update({ name, band, building }))
  const draft = changed ?? me.value ?? undefined
  const save = async () => {
    if (!draft) return
    const wrong = whyNotSend({ name: draft.name, band: draft.band, building: draft.building })
    setErrors(wrong ?? {})
    if (wrong || draft.band === null) return
    const answer = await update.run({ name: draft.name, band: draft.band, building: draft.building })
    if (!answer.ok) return
    void Taro.showToast({ title: toasts.saved, icon: 'none' })
    goBack()
  }
  const problem = me.problem ?? (me.value === null ? ({ reason: 'not-joined-centre' } as const) : undefined)

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
      {problem && <Trouble problem={problem} retry={me.refresh} />}
      {!draft && me.loading && <Loading cards={2} />}
      {draft && (
        <Particulars
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
