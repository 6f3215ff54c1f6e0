import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { ShiftBoard } from '../../domain/shift-page'
import { type Rest as Rule, restBounds } from '../../domain/shift-rest'
import { dayWords } from '../../text/time'
import { restWords as words } from '../../text/volunteer-staff-words'

interface RestProps {
  rest: ShiftBoard['rest']
  onChanged(): Promise<void>
}

/** How much rest the centre's volunteers are to have, why it was changed last, and, for whom it is, changing it. */
export function Rest({ rest, onChanged }: RestProps) {
  const now = useNow()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const done = async () => {
    close()
    await onChanged()
  }
  const last = rest.changes.at(-1)
  return (
    <View>
      <View className='subheading duty-heading' {...spokenAs('heading')}>
        {words.title}
      </View>
      <View>{words.rules(rest)}</View>
      <View className='soft'>{words.minors(rest)}</View>
      {last && <View className='soft'>{words.changed(dayWords(last.at, now), last.reason)}</View>}
      {rest.may && (
        <View className='duty-pair'>
          <Button kind='plain' onPress={() => setOpen(true)}>
            {words.change}
          </Button>
        </View>
      )}
      {open && <RestSheet rest={rest} onClose={close} onDone={done} />}
    </View>
  )
}

const fields = ['dayHours', 'weekHours', 'nightHours'] as const satisfies readonly (keyof Rule)[]

function RestSheet({ rest, onClose, onDone }: { rest: Rule; onClose(): void; onDone(): Promise<void> }) {
  const [typed, setTyped] = useState({
    dayHours: String(rest.dayHours),
    weekHours: String(rest.weekHours),
    nightHours: String(rest.nightHours),
  })
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const act = useAction((intent, said: Rule & { reason: string }) => call.shift.setRest({ intent, ...said }))
  const said: Rule = {
    dayHours: Number(typed.dayHours),
    weekHours: Number(typed.weekHours),
    nightHours: Number(typed.nightHours),
  }
  const wrong = (field: keyof Rule): string | null => {
    const [least, most] = restBounds[field]
    const right = /^\d{1,2}$/.test(typed[field].trim()) && said[field] >= least && said[field] <= most
    if (!right) return words.between(least, most)
    return field === 'weekHours' && said.weekHours < said.dayHours ? words.weekShort : null
  }
  const short = reason.trim().length < 2
  const save = async () => {
    setShown(true)
    if (fields.some((field) => wrong(field) !== null) || short) return
    if ((await act.run({ ...said, reason: reason.trim() })).ok) await onDone()
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className='soft duty-note'>{words.note}</View>
      {fields.map((field) => (
        <Field
          key={field}
          digits
          label={words.fields[field]}
          value={typed[field]}
          maxLength={2}
          error={shown ? wrong(field) : null}
          onChange={(text) => setTyped({ ...typed, [field]: text })}
        />
      ))}
      <Field
        label={words.why}
        value={reason}
        maxLength={60}
        error={shown && short ? words.short : null}
        onChange={setReason}
      />
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <Button busy={act.busy} onPress={save}>
        {words.save}
      </Button>
    </Sheet>
  )
}
