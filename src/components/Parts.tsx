import { View } from '@tarojs/components'
import './Parts.css'

/** Things said in one line, a dot between them: each stays whole, and where a line ends or begins there is no dot. */
export function Parts({ of }: { of: readonly (string | null)[] }) {
  return (
    <View className='parts'>
      <View className='parts-line'>
        {of
          .filter((each) => each !== null)
          .map((each, n) => (
            <View key={n} className='parts-each'>
              {each}
            </View>
          ))}
      </View>
    </View>
  )
}
