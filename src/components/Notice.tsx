import { Text, View } from '@tarojs/components'
import { spokenAs } from './press'
import { Button } from './Button'
import './Notice.css'

/** A refusal or a fault in words: what happened, what to do instead, and the taps that do it. */
export interface NoticeText<Action extends string> {
  title: string
  message: string
  next: string
  actions: readonly { label: string; action: Action }[]
  quote?: string | null
}

interface NoticeProps<Action extends string> {
  text: NoticeText<Action>
  onAction(action: Action): void
}

/** Says that something did not work, kindly, and what can be done now. */
export function Notice<Action extends string>({ text, onAction }: NoticeProps<Action>) {
  return (
    <View className='notice' {...spokenAs('alert')}>
      <Text className='notice-title'>{text.title}</Text>
      <View>{text.message}</View>
      <View className='notice-next'>{text.next}</View>
      {text.quote && (
        <Text className='soft' selectable>
          {text.quote}
        </Text>
      )}
      <View className='notice-actions'>
        {text.actions.map(({ label, action }) => (
          <Button key={label} kind='plain' onPress={() => onAction(action)}>
            {label}
          </Button>
        ))}
      </View>
    </View>
  )
}
