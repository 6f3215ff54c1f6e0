import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type Picture, takePicture } from '../../cloud/picture'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { pressable } from '../../components/press'
import { photoWords } from '../../text/order-photo-words'
import { snapshotWords } from '../../text/order-snapshot-words'
import { orderWords } from '../../text/order-words'

interface SnapshotProps {
  picture: Picture | null
  onChange(picture: Picture | null): void
}

/** The picture that goes along with an order: looked at, enlarged and put away again before anybody else sees it. */
export function Snapshot({ picture, onChange }: SnapshotProps) {
  const { elder } = useDisplay()
  const words = snapshotWords(elder)
  const choose = () =>
    takePicture().then(
      (chosen) => chosen && onChange(chosen),
      () => void Taro.showToast({ title: photoWords(elder).failed, icon: 'none' }),
    )
  return (
    <View>
      {picture && (
        <View className='order-snapshot'>
          <View
            className='order-snapshot-frame'
            {...pressable({
              label: words.enlarge,
              onPress: () => void Taro.previewImage({ urls: [picture.path], current: picture.path }),
            })}
          >
            {/* What surrounds it says what it is. */}
            <Image
              className='order-snapshot-image'
              src={picture.path}
              mode='aspectFill'
              {...(process.env.TARO_ENV === 'h5' && { nativeProps: { alt: '' } })}
            />
          </View>
          <View className='order-snapshot-words'>
            <View className='soft'>{words.note}</View>
            <View className='order-chips'>
              <Chip kind='button' onPress={() => void choose()}>
                {words.change}
              </Chip>
              <Chip kind='button' onPress={() => onChange(null)}>
                {words.remove}
              </Chip>
            </View>
          </View>
        </View>
      )}
      {!picture && (
        <View className='order-chips'>
          <Chip kind='button' onPress={() => void choose()}>
            {orderWords(elder).photo}
          </Chip>
        </View>
      )}
      {picture && <View className='soft order-hint'>{orderWords(elder).photoNote}</View>}
    </View>
  )
}
