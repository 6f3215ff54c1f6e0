import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { Findable } from '../../domain/activity-change'
import { bandWords } from '../../text/bands'
import { changeWords } from '../../text/board-words'
import { rosterWords } from '../../text/roster-words'
import type { DeedSheet } from './deed-sheet'
import { ReasonChoice } from './ReasonChoice'
import { isReason } from './reason'

const tos = ['line', 'seat'] as const

/** Somebody is put on the list: who, whether straight to a seat, and why. */
export function AddSheet({ page, onClose, onDone }: DeedSheet) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<Findable>()
  const [to, setTo] = useState<'line' | 'seat'>('line')
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const asked = words.trim()
  const found = useQuery(
    `find.${page.activity.id}.${asked}`,
    async () =>
      asked === ''
        ? { ok: true, value: [] as Findable[] }
        : call.activity.find({ activity: page.activity.id, words: asked }),
    false,
  )
  const act = useAction((intent, input: { holder: string; people: string[]; to: 'line' | 'seat'; reason: string }) =>
    call.activity.add({ intent, activity: page.activity.id, ...input }),
  )
  const go = async () => {
    setShown(true)
    if (!chosen || !isReason(reason)) return
    const input = { holder: chosen.holder, people: [chosen.id], to, reason: reason.trim() }
    if (!(await act.run(input)).ok) return
    void Taro.showToast({ title: changeWords.added, icon: 'none' })
    await onDone()
  }

  return (
    <Sheet title={chosen ? `${changeWords.add}：${chosen.name}` : changeWords.add} onClose={onClose}>
      <Field
        label={changeWords.addFind}
        hint={changeWords.addHint}
        value={words}
        maxLength={12}
        onChange={(text) => {
          setWords(text)
          setChosen(undefined)
        }}
      />
      {found.problem && <Trouble problem={found.problem} retry={found.refresh} />}
      {asked !== '' && !found.value && found.loading && <Loading cards={1} />}
      {asked !== '' && found.value?.length === 0 && (
        <View className='soft roster-confirm'>{changeWords.addNobody}</View>
      )}
      <View className='roster-chips'>
        {found.value?.map((person) => (
          <Chip
            key={person.id}
            kind='radio'
            on={chosen?.id === person.id}
            disabled={person.here}
            onPress={() => setChosen(person)}
          >
            {findableWords(person)}
          </Chip>
        ))}
      </View>
      {chosen && (
        <View>
          <Choice
            label={changeWords.to}
            columns={2}
            options={tos.map((value) => ({ value, label: changeWords.tos[value] }))}
            value={to}
            onChange={(where) => setTo(where)}
          />
          {to === 'seat' && page.seats.free < 1 && <View className='roster-over'>{rosterWords.overCapacity}</View>}
          <ReasonChoice
            deed='add'
            value={reason}
            error={shown && !isReason(reason) ? rosterWords.reasonShort : null}
            onChange={setReason}
          />
          {act.problem && <Trouble problem={act.problem} retry={go} close={act.dismiss} />}
          <Button busy={act.busy} onPress={go}>
            {changeWords.addDo}
          </Button>
        </View>
      )}
    </Sheet>
  )
}

/** "黄秀莲（60–79 岁，听榕苑1栋）", "小满（7–12 岁，跟安娜）". */
const findableWords = ({ name, band, building, of, here }: Findable): string => {
  const more = [bandWords(band), building ?? '', of ? `跟${of}` : '', here ? changeWords.addHere : '']
  return `${name}（${more.filter((part) => part !== '').join('，')}）`
}
