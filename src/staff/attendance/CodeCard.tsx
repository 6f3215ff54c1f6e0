import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Loading } from '../../components/Loading'
import { QrCode } from '../../components/QrCode'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { Desk } from '../../domain/attendance'
import { deskWords } from '../../text/attendance-words'

/** New codes are fetched while so many are left: minutes without a network do not stop the door. */
const reserve = 6

/** The code to hold up, following the server's clock; and the one for the door, where the centre allows it. */
export function CodeCard({ desk }: { desk: Desk }) {
  const sheet = useQuery(`code.${desk.activity.id}`, () => call.attendance.code({ activity: desk.activity.id }), false)
  const { value, at, refresh } = sheet
  const here = useNow(1000)
  const [large, setLarge] = useState(false)
  const [paper, setPaper] = useState(false)
  const now = value && at !== undefined ? here - at + value.now : here
  const left = value?.codes.filter(({ until }) => until > now) ?? []
  const current = left[0]
  const few = value !== undefined && left.length < reserve
  useEffect(() => {
    if (few) void refresh()
  }, [few, refresh])
  if (!current)
    return sheet.problem ? (
      <Trouble problem={sheet.problem} retry={refresh} />
    ) : sheet.loading ? (
      <Loading cards={1} />
    ) : null
  const digits = `${current.digits.slice(0, 3)} ${current.digits.slice(3)}`
  return (
    <Card>
      <View className={large ? 'desk-code desk-code-large' : 'desk-code'}>
        {paper && desk.paper ? (
          <View>
            <QrCode text={desk.paper} words={deskWords.paperAria} />
            <View className='soft'>{deskWords.paperNote}</View>
          </View>
        ) : (
          <View>
            <QrCode text={current.text} words={deskWords.codeAria} />
            <View className='desk-digits'>{digits}</View>
            <View className='soft'>{deskWords.codeNote}</View>
          </View>
        )}
      </View>
      <View className='desk-chips desk-middle'>
        <Chip kind='button' onPress={() => setLarge(!large)}>
          {large ? deskWords.smaller : deskWords.bigger}
        </Chip>
        {desk.paper && (
          <Chip kind='button' onPress={() => setPaper(!paper)}>
            {paper ? deskWords.code : deskWords.paper}
          </Chip>
        )}
      </View>
    </Card>
  )
}
