import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Trouble } from '../../components/Trouble'
import { careWords, staffWords as words } from '../../text/volunteer-staff-words'

/** To whom one might say a word, and why; no ranking, and nothing of it is seen by others. */
export function Care() {
  const care = useQuery('care', () => call.volunteer.care({}), false)
  return (
    <View>
      <View className='soft'>{words.careNote}</View>
      {care.problem && <Trouble problem={care.problem} retry={care.refresh} />}
      {!care.value && care.loading && <Loading cards={2} />}
      {care.value?.length === 0 && <Empty title={words.careNone} next={words.careNoneText} />}
      {care.value?.map((row) => (
        <Card
          key={row.id}
          label={`${row.name}，${careWords(row.reason)}`}
          onPress={() => void Taro.navigateTo({ url: `/staff/volunteer/person?id=${row.id}` })}
        >
          <View className='duty-title'>{row.name}</View>
          <View>{careWords(row.reason)}</View>
        </Card>
      ))}
    </View>
  )
}
