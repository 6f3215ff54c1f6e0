import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { type ResourceKind, resourceKinds as kinds } from '../../domain/resource'
import { providerWords as words, resourceKinds, wrongProvider } from '../../text/provider-words'
import { readAmount } from './amount'

interface BringSheetProps {
  provider: string
  onClose(): void
  onChanged(): Promise<void>
}

type Told = Omit<Parameters<typeof call.provider.bring>[0], 'intent'>

/** Something new that a provider brings: a room by the time, things by the piece, money. */
export function BringSheet({ provider, onClose, onChanged }: BringSheetProps) {
  const [kind, setKind] = useState<ResourceKind>('goods')
  const [name, setName] = useState('')
  const [unit, setUnit] = useState('')
  const [amount, setAmount] = useState('')
  const [note, setNote] = useState('')
  const [shown, setShown] = useState(false)
  const bring = useAction((intent, told: Told) => call.provider.bring({ intent, ...told }))
  const money = kind === 'money'
  const read = readAmount(amount, kind)
  const wrong = {
    name: name.trim().length < 2 ? wrongProvider.name : null,
    unit: !money && unit.trim() === '' ? wrongProvider.unit : null,
    amount: read === undefined ? (money ? wrongProvider.yuan : wrongProvider.amount) : null,
  }
  const put = async () => {
    setShown(true)
    if (read === undefined || Object.values(wrong).some((each) => each !== null)) return
    const told = { provider, kind, name: name.trim(), unit: money ? '分' : unit.trim(), amount: read }
    const answer = await bring.run({ ...told, note: note.trim() === '' ? null : note.trim() })
    if (!answer.ok) return
    void Taro.showToast({ title: words.brought, icon: 'none' })
    await onChanged()
  }
  return (
    <Sheet title={words.bring} onClose={onClose}>
      <Choice
        label={words.kindOf}
        columns={3}
        value={kind}
        options={kinds.map((value) => ({ value, label: resourceKinds[value] }))}
        onChange={(chosen) => setKind(chosen)}
      />
      <Field
        label={words.resourceName}
        hint={words.resourceNameHint}
        value={name}
        error={shown ? wrong.name : null}
        maxLength={20}
        onChange={setName}
      />
      {!money && (
        <Field
          label={words.unit}
          hint={words.unitHint}
          value={unit}
          error={shown ? wrong.unit : null}
          maxLength={4}
          onChange={setUnit}
        />
      )}
      <Field
        label={money ? words.yuan : words.amount}
        value={amount}
        error={shown ? wrong.amount : null}
        maxLength={9}
        onChange={setAmount}
      />
      <Field label={words.note} value={note} maxLength={40} onChange={setNote} />
      {bring.problem && <Trouble problem={bring.problem} retry={() => void bring.again()} close={bring.dismiss} />}
      <Button busy={bring.busy} onPress={put}>
        {words.bring}
      </Button>
    </Sheet>
  )
}
