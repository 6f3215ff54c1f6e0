import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Query } from '../cloud/useQuery'
import { useDisplay } from '../components/display'
import { Notice } from '../components/Notice'
import { keptSince } from '../text/frame'
import { refusalText } from '../text/refusals'
import { clockWords } from '../text/time'
import { goOn } from './ways'

interface AnsweredProps<Value> {
  query: Query<Value>
  /** What stands there until the first answer. */
  waiting: ReactNode
  children(value: Value): ReactNode
}

/** What was asked for; or while it comes its shape, or why it did not come. What was seen before stays. */
export function Answered<Value>({ query, waiting, children }: AnsweredProps<Value>) {
  const { elder } = useDisplay()
  const { value, at, problem, loading, refresh } = query
  if (value === undefined) {
    if (!problem || loading) return <>{waiting}</>
    return <Notice text={refusalText(problem, elder)} onAction={(action) => goOn(action, { retry: () => void refresh() })} />
  }
  return (
    <>
      {problem?.reason === 'offline' && at !== undefined && (
        <View className='soft kept' {...(process.env.TARO_ENV === 'h5' && { role: 'status' })}>
          {keptSince(clockWords(at))}
        </View>
      )}
      {children(value)}
    </>
  )
}
