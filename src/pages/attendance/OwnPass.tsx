import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { QrCode } from '../../components/QrCode'
import { Trouble } from '../../components/Trouble'
import { attendanceWords } from '../../text/attendance-words'

/** My own code, made anew before it is worthless. */
export function OwnPass() {
  const { elder } = useDisplay()
  const words = attendanceWords(elder)
  const pass = useQuery('pass', () => call.attendance.pass({}), false)
  const { value, refresh } = pass
  useEffect(() => {
    if (!value) return undefined
    const timer = setTimeout(() => void refresh(), Math.max(1000, value.until - value.now))
    return () => clearTimeout(timer)
  }, [value, refresh])
  return (
    <Card>
      <View className='subheading'>{words.own}</View>
      <View className='soft attendance-note'>{words.ownNote}</View>
      {value ? <QrCode text={value.text} words={words.ownAria} /> : pass.loading && <Loading cards={1} />}
      {pass.problem && <Trouble problem={pass.problem} retry={refresh} />}
    </Card>
  )
}
