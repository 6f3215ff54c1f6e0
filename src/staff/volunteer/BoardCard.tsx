import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { clockRuns } from '../../domain/hours'
import type { BoardShift } from '../../domain/shift-page'
import { rangeWords } from '../../text/time'
import { boardWords as words } from '../../text/volunteer-staff-words'
import { lackWords } from '../../text/shift-words'
import { CountSheet } from './CountSheet'
import { PersonRow } from './PersonRow'
import { PutSheet } from './PutSheet'
import { ReasonSheet } from './Steps'
import { dot } from '../../text/spacing'

interface BoardCardProps {
  shift: BoardShift
  onChanged(): Promise<void>
}

/** A shift with who is on it, and what staff can change of it. */
export function BoardCard({ shift, onChanged }: BoardCardProps) {
  const now = useNow()
  const [open, setOpen] = useState<'count' | 'cancel' | 'put'>()
  const cancel = useAction((intent, reason: string) => call.shift.cancel({ intent, shift: shift.id, reason }))
  const close = () => setOpen(undefined)
  const done = async () => {
    close()
    await onChanged()
  }
  const end = async (reason: string) => {
    if ((await cancel.run(reason)).ok) await done()
  }
  return (
    <Card>
      <View className='duty-title'>
        {shift.about}
        {dot}
        {shift.role}
      </View>
      <View>{rangeWords(shift.startsAt, shift.endsAt, now)}</View>
      <View className='duty-tags'>
        <Tag tone={shift.lack > 0 ? 'amber' : 'jade'}>{lackWords(shift.lack, shift.waiting)}</Tag>
      </View>
      {shift.people.length === 0 && <View className='soft'>{words.nobodyYet}</View>}
      {shift.people.map((person) => (
        <PersonRow key={person.party} shift={shift} person={person} onChanged={onChanged} />
      ))}
      {clockRuns(shift, now) && (
        <View className='duty-pair'>
          <Button
            label={`${words.code}：${shift.about}${shift.role}`}
            onPress={() => Taro.navigateTo({ url: `/staff/hours/code?id=${shift.id}` })}
          >
            {words.code}
          </Button>
        </View>
      )}
      {now < shift.startsAt && (
        <View className='duty-pair'>
          <Button kind='plain' label={`${words.put}：${shift.about}${shift.role}`} onPress={() => setOpen('put')}>
            {words.put}
          </Button>
          <Button kind='plain' label={`${words.count}：${shift.about}${shift.role}`} onPress={() => setOpen('count')}>
            {words.count}
          </Button>
          <Button
            kind='danger'
            label={`${words.cancel}：${shift.about}${shift.role}`}
            onPress={() => setOpen('cancel')}
          >
            {words.cancel}
          </Button>
        </View>
      )}
      {open === 'put' && <PutSheet shift={shift} onClose={close} onDone={done} />}
      {open === 'count' && <CountSheet shift={shift} onClose={close} onDone={done} />}
      {open === 'cancel' && (
        <ReasonSheet title={words.cancel} busy={cancel.busy} onClose={close} onSend={end}>
          {cancel.problem && (
            <Trouble problem={cancel.problem} retry={() => void cancel.again()} close={cancel.dismiss} />
          )}
        </ReasonSheet>
      )}
    </Card>
  )
}
