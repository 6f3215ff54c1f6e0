import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { choosePicture } from '../../cloud/picture'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Picture } from '../../components/Picture'
import { Trouble } from '../../components/Trouble'
import type { OrderPage } from '../../domain/order-page'
import { photoWords } from '../../text/order-photo-words'
import { orderWords } from '../../text/order-words'

/** The picture of what is to be done, and, for whose order it is or who fills it in for them, another one. */
export function PhotoPart({ page, refresh }: { page: OrderPage; refresh(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = photoWords(elder)
  const set = useAction((intent, image: string) => call.order.setPhoto({ intent, order: page.id, image }))
  const choose = async () => {
    const image = await choosePicture().catch(() => {
      void Taro.showToast({ title: words.failed, icon: 'none' })
    })
    if (!image) return
    const answer = await set.run(image)
    if (answer.ok) void Taro.showToast({ title: words.added, icon: 'none' })
    await refresh()
  }
  return (
    <View className='order-photo-part'>
      {page.photo !== null && <Picture src={page.photo} words={orderWords(elder).facts.photo} />}
      {page.picture && (page.picture.waits || page.parts.includes('holder')) && (
        <View className='soft order-hint'>{page.picture.waits ? words.waits : words.passed}</View>
      )}
      {set.problem && (
        <Trouble
          problem={set.problem}
          retry={() => void set.again().then(refresh)}
          refresh={refresh}
          close={set.dismiss}
        />
      )}
      {page.may.includes('photo') && (
        <Button kind='plain' busy={set.busy} onPress={choose}>
          {page.picture ? words.change : words.add}
        </Button>
      )}
    </View>
  )
}
