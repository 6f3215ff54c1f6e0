import type { Import } from './imports'

/** Circles of imports: each as the files on it in order, the first again at the end. None where there is no circle. */
export function circles(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to, ours } of imports) if (ours) next.set(from, [...(next.get(from) ?? []), to])

  const found: string[][] = []
  const done = new Set<string>()
  const path: string[] = []
  const follow = (file: string): void => {
    const since = path.indexOf(file)
    if (since >= 0) found.push([...path.slice(since), file])
    if (since >= 0 || done.has(file)) return
    path.push(file)
    for (const each of next.get(file) ?? []) follow(each)
    path.pop()
    done.add(file)
  }
  for (const file of next.keys()) follow(file)
  return found
}
