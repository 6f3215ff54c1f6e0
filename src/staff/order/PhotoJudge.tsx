import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import type { ConfirmQuestion } from '../../components/Confirm'
import { Picture } from '../../components/Picture'
import { Trouble } from '../../components/Trouble'
import type { OrderPage } from '../../domain/order-page'
import { photoDesk as words } from '../../text/order-photo-words'

interface JudgeProps {
  page: OrderPage
  ask(question: ConfirmQuestion): Promise<boolean>
  refresh(): Promise<void>
}

/** The picture of an order; what nobody looked at yet is passed to who serves, or goes. */
export function PhotoJudge({ page, ask, refresh }: JudgeProps) {
  const { picture } = page
  const judge = useAction((intent, { photo, pass }: { photo: string; pass: boolean }) =>
    call.order.judgePhoto({ intent, order: page.id, photo, pass }),
  )
  if (!picture) return null
  const say = async (pass: boolean) => {
    if (!pass && !(await ask(words.dropQuestion))) return
    await judge.run({ photo: picture.key, pass })
    await refresh()
  }
  const waits = page.may.includes('judgePhoto')
  return (
    <View className={waits ? 'desk-photo-part desk-warn' : 'desk-photo-part'}>
      {waits && <View className='desk-title desk-note'>{words.waits}</View>}
      {page.photo === null ? <View>{words.none}</View> : <Picture src={page.photo} words={words.photo} />}
      {judge.problem && <Trouble problem={judge.problem} refresh={refresh} close={judge.dismiss} />}
      {waits && (
        <View className='desk-judge'>
          <Button kind='plain' busy={judge.busy} disabled={page.photo === null} onPress={() => say(true)}>
            {words.pass}
          </Button>
          <Button kind='danger' busy={judge.busy} onPress={() => say(false)}>
            {words.drop}
          </Button>
        </View>
      )}
    </View>
  )
}
