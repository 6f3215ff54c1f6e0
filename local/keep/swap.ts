import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a restoration is prepared, and where it lies from the moment that it is whole. */
export const draftOf = (data: string): string => join(data, 'restoring')
const wholeOf = (data: string): string => join(data, 'restored')

const parts = ['database', 'files']

/** Puts what was prepared in its place, and what was there beside it; answers where that lies now. */
export async function swapIn(data: string): Promise<string | undefined> {
  await rm(wholeOf(data), { recursive: true, force: true })
  await rename(draftOf(data), wholeOf(data))
  return finishSwap(data)
}

/** Ends a restoration that was cut short while it took its place; does nothing where there was none. */
export async function finishSwap(data: string): Promise<string | undefined> {
  const whole = wholeOf(data)
  if (!existsSync(whole)) return undefined
  const before = join(data, `before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`)
  let kept: string | undefined
  for (const part of (await readdir(whole)).filter((each) => parts.includes(each))) {
    if (existsSync(join(data, part))) {
      await mkdir(before, { recursive: true })
      await rename(join(data, part), join(before, part))
      kept = before
    }
    await rename(join(whole, part), join(data, part))
  }
  await rm(whole, { recursive: true, force: true })
  return kept
}
