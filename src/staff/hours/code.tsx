import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { Loading } from '../../components/Loading'
import { QrCode } from '../../components/QrCode'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { hoursDeskWords as words } from '../../text/service-words'
import './hours.css'

/** New codes are fetched while so many are left: minutes without a network do not stop anyone at the door. */
const reserve = 6

/** The code of a shift, for a screen where one serves: scanned when coming and when going. */
export default function ShiftCode() {
  const { id = '' } = useRouter().params
  const sheet = useQuery(`hours.code.${id}`, () => call.hours.code({ shift: id }), false)
  const { value, at, refresh } = sheet
  const here = useNow(1000)
  const now = value && at !== undefined ? here - at + value.now : here
  const left = value?.codes.filter(({ until }) => until > now) ?? []
  const current = left[0]
  const few = value !== undefined && left.length < reserve
  useEffect(() => {
    if (few) void refresh()
  }, [few, refresh])
  return (
    <Screen title={words.codeTitle}>
      {sheet.problem && <Trouble problem={sheet.problem} retry={refresh} />}
      {!current && sheet.loading && <Loading cards={1} />}
      {current && (
        <Card>
          <View className='hours-desk-code'>
            <QrCode text={current.text} words={words.codeAria} />
            <View className='hours-desk-digits'>{`${current.digits.slice(0, 3)} ${current.digits.slice(3)}`}</View>
            <View className='soft'>{words.codeNote}</View>
          </View>
        </Card>
      )}
    </Screen>
  )
}
