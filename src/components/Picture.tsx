import { Image } from '@tarojs/components'
import './Picture.css'

interface PictureProps {
  src: string
  /** What a screen reader says of it. */
  words: string
}

/** A picture that somebody took, as wide as there is room and of its whole height: what is cut off cannot be judged. */
export function Picture({ src, words }: PictureProps) {
  return (
    <Image
      className='picture'
      src={src}
      mode='widthFix'
      {...(process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: words } } : { 'aria-label': words })}
    />
  )
}
