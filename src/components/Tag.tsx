import { Text } from '@tarojs/components'
import './Tag.css'

/** A word or two about a thing. The colour only repeats what the words say. */
export function Tag({ tone = 'jade', children }: { tone?: 'jade' | 'amber' | 'red' | 'plain'; children: string }) {
  return <Text className={`tag tag-${tone}`}>{children}</Text>
}
