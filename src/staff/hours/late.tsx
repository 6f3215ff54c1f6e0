import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useConfirm } from '../../components/Confirm'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { MissedRow } from '../../domain/hours-page'
import { hoursDeskWords as words } from '../../text/service-words'
import '../../text/volunteer-refusals'
import { rangeWords } from '../../text/time'
import { LateSheet } from './LateSheet'
import './hours.css'

/** Who had a seat and of whom nothing is on record: whoever was there all the same is written down, with the reason. */
export default function Late() {
  const now = useNow()
  const [open, setOpen] = useState<MissedRow>()
  const query = useQuery('hours.missed', () => call.hours.missed({}), false)
  usePullDownRefresh(() => void pulled(query.refresh))
  const { value } = query
  const [question, ask] = useConfirm()
  const absent = useAction((intent, { shift, person }: MissedRow) => call.hours.absent({ intent, shift, person }))
  const stayedAway = async (row: MissedRow) => {
    if (!(await ask(words.absentAsk(row.name)))) return
    if ((await absent.run(row)).ok) await query.refresh()
  }
  const close = () => setOpen(undefined)
  const sheet = open && <LateSheet row={open} onClose={close} onDone={query.refresh} />
  return (
    <Screen title={words.lateTitle} sheet={question || sheet}>
      <View className='soft hours-desk-lead'>{words.lateLead}</View>
      {query.problem && <Trouble problem={query.problem} retry={query.refresh} />}
      {absent.problem && <Trouble problem={absent.problem} retry={() => void absent.again()} close={absent.dismiss} />}
      {!value && query.loading && <Loading cards={3} />}
      {value?.length === 0 && <Empty title={words.lateNone} />}
      {value?.map((row) => (
        <Card key={`${row.shift} ${row.person}`}>
          <View className='hours-desk-name'>{row.name}</View>
          <View>{row.title}</View>
          <View className='soft'>{rangeWords(row.startsAt, row.endsAt, now)}</View>
          <View className='hours-desk-deeds'>
            <Button kind='plain' label={`${words.late}：${row.name}，${row.title}`} onPress={() => setOpen(row)}>
              {words.late}
            </Button>
            <Button
              kind='plain'
              label={`${words.absent}：${row.name}，${row.title}`}
              busy={absent.busy}
              onPress={() => stayedAway(row)}
            >
              {words.absent}
            </Button>
          </View>
        </Card>
      ))}
    </Screen>
  )
}
