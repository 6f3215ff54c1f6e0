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
import type { ShortShift } from '../../domain/shift-page'
import { rangeWords } from '../../text/time'
import { boardWords as words } from '../../text/volunteer-staff-words'
import { dot } from '../../text/spacing'
import { PutSheet } from './PutSheet'
import { lackWords, needsWords, speaksAgainst, whyTheyFit } from '../../text/shift-words'

interface ShortCardProps {
  short: ShortShift
  onChanged(): Promise<void>
}

/** A shift that is short of people, and who could be asked, each with why; one tap asks. */
export function ShortCard({ short: { shift, could }, onChanged }: ShortCardProps) {
  const now = useNow()
  const act = useAction((_, people: string[]) => call.shift.ask({ shift: shift.id, people }))
  const ask = async (people: string[]) => {
    if (!(await act.run(people)).ok) return
    void Taro.showToast({ title: words.askDone, icon: 'none' })
    await onChanged()
  }
  const [putting, setPutting] = useState(false)
  const put = async () => {
    setPutting(false)
    await onChanged()
  }
  const fresh = could.filter(({ asked }) => !asked)
  const needs = needsWords(shift)
  return (
    <Card>
      <View className='duty-title'>
        {shift.about}
        {dot}
        {shift.role}
      </View>
      <View>{rangeWords(shift.startsAt, shift.endsAt, now)}</View>
      <View className='soft'>{needs === null ? shift.place : `${shift.place}，${needs}`}</View>
      <View>
        <Tag tone='red'>{lackWords(shift.lack, shift.waiting)}</Tag>
      </View>
      {could.length === 0 && <View className='soft'>{words.nobody}</View>}
      {could.map((person) => (
        <View key={person.id} className='duty-person'>
          <View className='duty-grow'>
            <View>{person.name}</View>
            <View className='duty-tags'>
              {person.reasons.map((reason) => (
                <Tag key={reason.why} tone={speaksAgainst(reason) ? 'amber' : 'plain'}>
                  {whyTheyFit(reason)}
                </Tag>
              ))}
            </View>
          </View>
          {person.asked ? (
            <Tag>{words.asked}</Tag>
          ) : (
            <Button
              kind='plain'
              label={`${words.ask}：${person.name}，${shift.role}`}
              busy={act.busy}
              onPress={() => ask([person.id])}
            >
              {words.ask}
            </Button>
          )}
        </View>
      ))}
      {act.problem && (
        <Trouble problem={act.problem} retry={() => void act.again()} refresh={onChanged} close={act.dismiss} />
      )}
      {fresh.length > 1 && (
        <Button busy={act.busy} onPress={() => ask(fresh.map(({ id }) => id))}>
          {words.askAll}
        </Button>
      )}
      <View className='duty-pair'>
        <Button kind='plain' label={`${words.put}：${shift.about}${shift.role}`} onPress={() => setPutting(true)}>
          {words.put}
        </Button>
      </View>
      {putting && <PutSheet shift={shift} onClose={() => setPutting(false)} onDone={put} />}
    </Card>
  )
}
