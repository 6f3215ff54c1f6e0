import { View } from '@tarojs/components'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from './Button'
import { Sheet } from './Sheet'
import './Confirm.css'

/** What is asked, and the two answers. */
export interface ConfirmQuestion {
  title: string
  text: string
  ok: string
  cancel: string
  /** Nothing is lost by a yes. */
  mild?: boolean
}

/**
 * Asks once more before something that cannot simply be undone: the sheet to lay over the screen while there is a
 * question, and the way to ask one. Closing the sheet is a no.
 */
export function useConfirm(): [sheet: ReactNode, ask: (question: ConfirmQuestion) => Promise<boolean>] {
  const [question, setQuestion] = useState<ConfirmQuestion>()
  const answered = useRef<(yes: boolean) => void>()
  const ask = (asked: ConfirmQuestion) => {
    answered.current?.(false)
    setQuestion(asked)
    return new Promise<boolean>((resolve) => {
      answered.current = resolve
    })
  }
  const answer = (yes: boolean) => {
    answered.current?.(yes)
    answered.current = undefined
    setQuestion(undefined)
  }
  const sheet = question && (
    <Sheet title={question.title} onClose={() => answer(false)}>
      <View className='confirm-text'>{question.text}</View>
      <View className='confirm-answers'>
        <Button kind='plain' onPress={() => answer(false)}>
          {question.cancel}
        </Button>
        <Button kind={question.mild ? 'primary' : 'danger'} onPress={() => answer(true)}>
          {question.ok}
        </Button>
      </View>
    </Sheet>
  )
  return [sheet, ask]
}
