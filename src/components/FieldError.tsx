import { View } from '@tarojs/components'
import { spokenAs } from './press'
import './Field.css'

/** What is wrong with a field, below it, and said aloud as it comes; nothing where nothing is. */
export const FieldError = ({ error }: { error: string | null | undefined | false }) =>
  error ? (
    <View className='field-error' {...spokenAs('alert')}>
      {error}
    </View>
  ) : null
