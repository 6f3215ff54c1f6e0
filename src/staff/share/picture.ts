import Taro from '@tarojs/taro'
import { drawPoster, type Pen, type Poster, posterSize } from './drawing'

/** Draws a poster and answers the picture's address: to show, to save, to print. Nothing where there is no canvas. */
export async function pictureOf(poster: Poster, code: string | null): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, posterSize)
    const pen = canvas.getContext('2d')
    if (!pen) return null
    await document.fonts?.ready
    drawPoster(pen, poster, null)
    return canvas.toDataURL('image/png')
  }
  const canvas = Taro.createOffscreenCanvas({ type: '2d', ...posterSize })
  const pen = (canvas as unknown as { getContext(kind: '2d'): Pen | null }).getContext('2d')
  if (!pen) return null
  drawPoster(pen, poster, code && (await imageOf(canvas, code)))
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'png',
  })
  return tempFilePath
}

/** WeChat's canvas makes its own images; nothing where it does not load. */
function imageOf(canvas: unknown, address: string): Promise<unknown> {
  const image = (canvas as { createImage(): object }).createImage()
  return new Promise((resolve) => {
    // It knows no listeners, only these two; the address comes last, since that begins the loading.
    Object.assign(image, { onload: () => resolve(image), onerror: () => resolve(null), src: address })
  })
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
