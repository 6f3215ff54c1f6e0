import { Text, View } from '@tarojs/components'
import { pressable } from './press'
import './LinkRow.css'

/** A line that leads somewhere, with a word on what is there. */
export function LinkRow({ label, note, onPress }: { label: string; note?: string; onPress(): void }) {
  return (
    <View className='link-row' {...pressable({ label: note ? `${label}，${note}` : label, role: 'link', onPress })}>
      <View className='link-row-words'>
        <Text>{label}</Text>
        {note && <View className='soft'>{note}</View>}
      </View>
      <Text className='link-row-sign' aria-hidden='true'>
        ›
      </Text>
    </View>
  )
}
