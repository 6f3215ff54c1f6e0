import Taro from '@tarojs/taro'

/** As wide as a cover is ever shown, twice over for fine screens. */
const widest = 1200
const quality = 0.8

/** Lets someone choose a picture and makes it small; its bytes in base64, or nothing where they chose none. */
export async function choosePicture(): Promise<string | null> {
  const chosen = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] }).catch(() => undefined)
  const path = chosen?.tempFilePaths[0]
  if (!path) return null
  return process.env.TARO_ENV === 'h5' ? smallOnWeb(path) : smallInWeChat(path)
}

async function smallOnWeb(path: string): Promise<string> {
  const image = new Image()
  image.src = path
  await image.decode()
  const scale = Math.min(1, widest / image.naturalWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? ''
}

async function smallInWeChat(path: string): Promise<string> {
  const { tempFilePath } = await Taro.compressImage({ src: path, quality: quality * 100, compressedWidth: widest })
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: tempFilePath,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: reject,
    })
  })
}
