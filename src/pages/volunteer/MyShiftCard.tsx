import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/Card'
import { Tag } from '../../components/Tag'
import type { MyShift } from '../../domain/shift-page'
import { rangeWords } from '../../text/time'
import { partyWords } from '../../text/shift-words'
import { dot } from '../../text/spacing'

/** One of my shifts; it leads to its page. */
export function MyShiftCard({ shift, now }: { shift: MyShift; now: number }) {
  const when = rangeWords(shift.startsAt, shift.endsAt, now)
  const how = partyWords(shift.party, now)
  return (
    <Card
      label={`${shift.about}，${shift.role}，${when}，${how}`}
      onPress={() => void Taro.navigateTo({ url: `/pages/volunteer/shift?id=${shift.id}` })}
    >
      <View className='serve-title'>
        {shift.about}
        {dot}
        {shift.role}
      </View>
      <View>{when}</View>
      <View className='soft'>{shift.place}</View>
      <View>
        <Tag tone={shift.party.state === 'seated' && shift.party.handingOn === 'no' ? 'jade' : 'amber'}>{how}</Tag>
      </View>
    </Card>
  )
}
