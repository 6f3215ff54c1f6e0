import type { ResourceKind } from '../../domain/resource'

/** A written amount as whole units, of money 分; nothing where it is none, or nought. */
export function readAmount(text: string, kind: ResourceKind): number | undefined {
  const written = text.trim()
  const found = (kind === 'money' ? /^(\d{1,6})(?:\.(\d{1,2}))?$/ : /^(\d{1,6})$/).exec(written)
  if (!found) return undefined
  const whole = Number(found[1])
  // Figure by figure: a product of decimals would not be whole.
  const amount = kind === 'money' ? whole * 100 + Number((found[2] ?? '').padEnd(2, '0')) : whole
  return amount > 0 ? amount : undefined
}
