import type { Visitor } from './visitor'

/** A tap of 黄秀莲's that drips, ordered just now under this name; two have to go. */
export async function dripping(visitor: Visitor, name: string): Promise<string> {
  const whom = (await visitor.meanwhile('r-01', 'member', 'me', {})) as { value: { id: string; building: string } }
  const { id: person, building } = whom.value
  const tap = { item: 'tap-and-pipe', words: null, wants: null, building, room: '302', weekly: false, urgent: 'none' }
  const placed = await visitor.meanwhile('r-01', 'order', 'place', { intent: `${name}-placed`, person, ...tap })
  return (placed as { value: { order: string } }).value.order
}
