import { Image, View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import type { ConfirmQuestion } from '../../components/Confirm'
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
  return (
    <View>
      {page.photo === null ? (
        <View className='desk-note'>{words.none}</View>
      ) : (
        <Image className='desk-photo' src={page.photo} mode='widthFix' />
      )}
      {judge.problem && <Trouble problem={judge.problem} refresh={refresh} close={judge.dismiss} />}
      {page.may.includes('judgePhoto') && (
        <View className='desk-buttons'>
          <View className='desk-note'>{words.waits}</View>
          <Button busy={judge.busy} disabled={page.photo === null} onPress={() => say(true)}>
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
