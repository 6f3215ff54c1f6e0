import Taro from '@tarojs/taro'
import { drawPoster, type Pen, type Poster, posterSize } from './drawing'

/** Draws a poster and answers the picture's address: to show, to save, to print. Nothing where there is no canvas. */
export async function pictureOf(poster: Poster): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, posterSize)
    const pen = canvas.getContext('2d')
    if (!pen) return null
    await document.fonts?.ready
    drawPoster(pen, poster)
    return canvas.toDataURL('image/png')
  }
  const canvas = Taro.createOffscreenCanvas({ type: '2d', ...posterSize })
  const pen = (canvas as unknown as { getContext(kind: '2d'): Pen | null }).getContext('2d')
  if (!pen) return null
  drawPoster(pen, poster)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'png',
  })
  return tempFilePath
}

/** Saves a picture: into the phone's album, or as a download. False where it was not saved. */
export async function save(picture: string, name: string): Promise<boolean> {
  if (process.env.TARO_ENV !== 'h5')
    return Taro.saveImageToPhotosAlbum({ filePath: picture }).then(
      () => true,
      () => false,
    )
  const link = document.createElement('a')
  Object.assign(link, { href: picture, download: `${name}.png` })
  link.click()
  return true
}

/** Where a code leads on the web: the page that is open now, with another path. */
export const linkTo = (path: string): string =>
  process.env.TARO_ENV === 'h5'
    ? `${window.location.origin}${window.location.pathname}#${path}`
    : `https://mp.weixin.qq.com${path}`
