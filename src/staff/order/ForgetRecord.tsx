import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import type { ConfirmQuestion } from '../../components/Confirm'
import { Trouble } from '../../components/Trouble'
import { forgetQuestion, deskWords as words } from '../../text/order-desk-words'

interface ForgetRecordProps {
  person: string
  name: string
  ask(question: ConfirmQuestion): Promise<boolean>
  onDone(): unknown
}

/** Whoever has no account asks the desk to be forgotten; once more whether, for it is for good. */
export function ForgetRecord({ person, name, ask, onDone }: ForgetRecordProps) {
  const forget = useAction((_, id: string) => call.member.eraseKept({ person: id }))
  const after = (answer: { ok: boolean } | undefined) => {
    if (!answer?.ok) return
    void Taro.showToast({ title: words.forgotten, icon: 'none' })
    onDone()
  }
  const go = async () => {
    if (await ask(forgetQuestion(name))) after(await forget.run(person))
  }
  return (
    <View className='desk-buttons'>
      {forget.problem && (
        <Trouble problem={forget.problem} retry={async () => after(await forget.again())} close={forget.dismiss} />
      )}
      <Button kind='plain' busy={forget.busy} onPress={go}>
        {words.forget}
      </Button>
    </View>
  )
}
