import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Query } from '../cloud/useQuery'
import { spokenAs } from '../components/press'
import { Trouble } from '../components/Trouble'
import { keptSince } from '../text/frame'
import { clockWords } from '../text/time'

interface AnsweredProps<Value> {
  query: Query<Value>
  /** What stands there until the first answer. */
  waiting: ReactNode
  children(value: Value): ReactNode
}

/** What was asked for; or while it comes its shape, or why it did not come. What was seen before stays. */
export function Answered<Value>({ query, waiting, children }: AnsweredProps<Value>) {
  const { value, at, problem, loading, refresh } = query
  const again = () => void refresh()
  if (value === undefined) return problem && !loading ? <Trouble problem={problem} retry={again} /> : waiting
  return (
    <>
      {problem?.reason === 'offline' && at !== undefined && (
        <View className='soft kept' {...spokenAs('status')}>
          {keptSince(clockWords(at))}
        </View>
      )}
      {problem && problem.reason !== 'offline' && <Trouble problem={problem} retry={again} />}
      {children(value)}
    </>
  )
}
