import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { emptyPlan, type Plan } from '../../domain/activity-draft'
import { timeLacks } from '../../domain/activity-lack'
import { changeWords, toldWords } from '../../text/board-words'
import { lackWords, planLabels } from '../../text/editor-words'
import { rosterWords } from '../../text/roster-words'
import { MomentField } from './MomentField'
import { ReasonChoice } from './ReasonChoice'
import { isReason } from './reason'
import type { DeedSheet } from './deed-sheet'

/** Another time or another place, and why. Everyone on the list stays on it, and hears of it. */
export function TimeSheet({ page, people, onClose, onDone }: DeedSheet) {
  const { activity } = page
  const [startsAt, setStart] = useState<number | null>(activity.startsAt)
  const [endsAt, setEnd] = useState<number | null>(activity.endsAt)
  const [closesAt, setCloses] = useState<number | null>(page.closesAt)
  const [place, setPlace] = useState(activity.place)
  const [note, setNote] = useState(page.placeNote)
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const act = useAction((intent, input: Omit<Parameters<typeof call.activity.changeTime>[0], 'intent'>) =>
    call.activity.changeTime({ intent, ...input }),
  )
  // The end and the closing move with the start.
  const start = (at: number | null) => {
    if (at !== null && startsAt !== null) {
      if (endsAt !== null) setEnd(endsAt + at - startsAt)
      if (closesAt !== null) setCloses(closesAt + at - startsAt)
    }
    if (at !== null) setStart(at)
  }
  const lacks = timeLacks({ ...emptyPlan, startsAt, endsAt, closesAt }, Date.now())
  const wrong = (field: keyof Plan) => {
    const lack = shown ? lacks.find((each) => each.field === field) : undefined
    return lack ? lackWords(lack) : null
  }
  const elsewhere = place.trim() !== activity.place || note.trim() !== page.placeNote
  const save = async () => {
    setShown(true)
    if (startsAt === null || endsAt === null || lacks.length > 0 || place.trim() === '' || !isReason(reason)) return
    const to = { place: elsewhere ? place.trim() : null, placeNote: elsewhere && note.trim() ? note.trim() : null }
    const times = { startsAt, endsAt, closesAt: closesAt ?? startsAt }
    const input = { activity: activity.id, moved: page.moved, ...times, ...to, reason: reason.trim() }
    if (!(await act.run(input)).ok) return
    void Taro.showToast({ title: rosterWords.done, icon: 'none' })
    await onDone()
  }

  return (
    <Sheet title={changeWords.time} onClose={onClose}>
      <MomentField
        label={planLabels.startsAt}
        value={startsAt}
        near={activity.startsAt}
        error={wrong('startsAt')}
        onChange={start}
      />
      <MomentField
        label={planLabels.endsAt}
        value={endsAt}
        near={activity.endsAt}
        error={wrong('endsAt')}
        onChange={setEnd}
      />
      <MomentField
        label={planLabels.closesAt}
        value={closesAt}
        near={activity.startsAt}
        error={wrong('closesAt')}
        onChange={setCloses}
      />
      <Field
        label={planLabels.place}
        value={place}
        error={shown && place.trim() === '' ? lackWords({ field: 'place', why: 'needed' }) : null}
        maxLength={30}
        onChange={setPlace}
      />
      <Field label={planLabels.placeNote} value={note} maxLength={60} onChange={setNote} />
      <ReasonChoice
        deed='time'
        value={reason}
        error={shown && !isReason(reason) ? rosterWords.reasonShort : null}
        onChange={setReason}
      />
      <View className='roster-over'>{toldWords(people)}</View>
      {act.problem && <Trouble problem={act.problem} retry={save} refresh={onDone} close={act.dismiss} />}
      <Button busy={act.busy} onPress={save}>
        {changeWords.timeDo}
      </Button>
    </Sheet>
  )
}
