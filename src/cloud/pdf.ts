import Taro from '@tarojs/taro'

/**
 * Opens a PDF (base64) for its owner: in WeChat in its own viewer, from where it can be sent on and printed; on the web
 * as a file that is saved. False where the phone did not let it.
 */
export async function openPdf(name: string, data: string): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
    link.download = `${name}.pdf`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    return true
  }
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}.pdf`
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, data, 'base64')
    await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true })
    return true
  } catch {
    return false
  }
}
