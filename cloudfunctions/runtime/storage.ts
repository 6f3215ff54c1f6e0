import { attempt } from './attempt'
import { cloud } from './cloud'

/** Keeps a file under a path of our own choosing, never one that a caller made; the same path is the same file. */
export async function keepFile(path: string, content: Buffer): Promise<string> {
  const { fileID } = await attempt(() => cloud.uploadFile({ cloudPath: path, fileContent: content }))
  return fileID
}

/** Takes files away for good; one that is gone already is gone. */
export async function removeFile(file: string): Promise<void> {
  await attempt(() => cloud.deleteFile({ fileList: [file] }))
}

/** An address of a file that runs out; nothing where the file is gone. */
export async function addressOf(file: string): Promise<string | null> {
  const { fileList } = await attempt(() => cloud.getTempFileURL({ fileList: [file] }))
  const [found] = fileList as { tempFileURL?: string }[]
  return found?.tempFileURL || null
}
