import Taro from '@tarojs/taro'

/** As wide as a cover is ever shown, twice over for fine screens. */
const widest = 1200
const quality = 0.8

/** A picture that was chosen: its bytes in base64, and where it can be looked at before it is sent. */
export interface Picture {
  bytes: string
  path: string
}

/** Lets someone choose a picture and makes it small; nothing where they chose none. */
export async function takePicture(): Promise<Picture | null> {
  const chosen = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] }).catch(() => undefined)
  const path = chosen?.tempFilePaths[0]
  if (!path) return null
  return process.env.TARO_ENV === 'h5' ? smallOnWeb(path) : smallInWeChat(path)
}

/** The same, where it is sent at once: its bytes alone. */
export const choosePicture = async (): Promise<string | null> => (await takePicture())?.bytes ?? null

async function smallOnWeb(path: string): Promise<Picture> {
  const image = new Image()
  image.src = path
  await image.decode()
  const scale = Math.min(1, widest / image.naturalWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const address = canvas.toDataURL('image/jpeg', quality)
  return { bytes: address.split(',')[1] ?? '', path: address }
}

async function smallInWeChat(path: string): Promise<Picture> {
  const { tempFilePath } = await Taro.compressImage({ src: path, quality: quality * 100, compressedWidth: widest })
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: tempFilePath,
      encoding: 'base64',
      success: ({ data }) => resolve({ bytes: String(data), path: tempFilePath }),
      fail: reject,
    })
  })
}
