import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { OrderPage } from '../../domain/order-page'
import { settleWords as words } from '../../text/order-settle-words'
import { ItemSearch, type Sought } from './ItemSearch'

interface SettleSheetProps {
  page: OrderPage
  onClose(): void
  onDone(): Promise<void>
}

/** What of something that stands on no menu has to be said before anyone is asked. */
interface Rules {
  home: boolean
  need: 1 | 2
  minutes: number
}

type As = { kind: 'item'; item: string } | ({ kind: 'other' } & Rules)

const usual = [30, 60, 90, 120] as const

/** Which item it is that somebody asked in their own words; or, where it is none, what it asks of who comes. */
export function SettleSheet({ page, onClose, onDone }: SettleSheetProps) {
  const [item, setItem] = useState<Sought | null>(null)
  // Two go to a home until somebody says that it is none, or that one is enough.
  const [rules, setRules] = useState<Rules>({ home: true, need: 2, minutes: 60 })
  const [other, setOther] = useState(page.words === null)
  const settle = useAction((intent, as: As) => call.order.settle({ intent, order: page.id, as }))
  const choose = (chosen: Sought | null) => {
    setItem(chosen)
    setOther(chosen === null && other)
  }
  const change = (more: Partial<Rules>) => setRules((before) => ({ ...before, ...more }))
  const as: As | null = item ? { kind: 'item', item: item.code } : other ? { kind: 'other', ...rules } : null
  const run = async () => {
    if (as && (await settle.run(as)).ok) await onDone()
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      {page.words !== null && <View className='desk-words desk-note'>{page.words}</View>}
      {/* Who may not read the words has nothing to look for. */}
      {page.words !== null && (
        <>
          <ItemSearch label={words.find} said={page.words} chosen={item} onChoose={choose} />
          <View className='desk-chips desk-note'>
            <Chip
              kind='radio'
              on={other && !item}
              onPress={() => {
                setItem(null)
                setOther(true)
              }}
            >
              {words.other}
            </Chip>
          </View>
        </>
      )}
      {other && !item && <Asks rules={rules} onChange={change} />}
      {settle.problem && <Trouble problem={settle.problem} retry={() => void settle.again()} close={settle.dismiss} />}
      <Button busy={settle.busy} disabled={!as} onPress={run}>
        {words.save}
      </Button>
    </Sheet>
  )
}

/** Whether one goes to a home, how many, and how long. */
function Asks({ rules, onChange }: { rules: Rules; onChange(more: Partial<Rules>): void }) {
  return (
    <View>
      <Taps
        label={words.where}
        options={[true, false]}
        value={rules.home}
        name={(home) => (home ? words.home : words.away)}
        onChange={(home) => onChange({ home, need: home ? 2 : 1 })}
      />
      <Taps
        label={words.need}
        options={[1, 2] as const}
        value={rules.need}
        name={words.people}
        onChange={(need) => onChange({ need })}
      />
      {rules.home && rules.need === 1 && <View className='soft desk-note'>{words.pair}</View>}
      <Taps
        label={words.howLong}
        options={usual}
        value={rules.minutes}
        name={words.minutes}
        onChange={(minutes) => onChange({ minutes })}
      />
    </View>
  )
}

interface TapsProps<Value> {
  label: string
  options: readonly Value[]
  value: Value
  name(value: Value): string
  onChange(value: Value): void
}

/** One of a few, by a tap. */
function Taps<Value>({ label, options, value, name, onChange }: TapsProps<Value>) {
  return (
    <View className='field' aria-label={label} {...spokenAs('group')}>
      <View className='field-label'>{label}</View>
      <View className='desk-chips'>
        {options.map((each) => (
          <Chip key={name(each)} kind='radio' on={each === value} onPress={() => onChange(each)}>
            {name(each)}
          </Chip>
        ))}
      </View>
    </View>
  )
}
