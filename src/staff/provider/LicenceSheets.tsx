import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { DayField } from '../../components/DayField'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { providerWords as words, wrongProvider } from '../../text/provider-words'

interface SheetProps {
  provider: string
  onClose(): void
  onChanged(): Promise<void>
}

/** Names a licence, and until when it holds. */
export function AddLicenceSheet({ provider, onClose, onChanged }: SheetProps) {
  const [name, setName] = useState('')
  const [until, setUntil] = useState<number | null | undefined>(null)
  const [shown, setShown] = useState(false)
  const add = useAction((intent, told: { name: string; until: number | null }) =>
    call.provider.addLicence({ intent, provider, ...told }),
  )
  const put = async () => {
    setShown(true)
    if (name.trim().length < 2 || until === undefined) return
    if ((await add.run({ name: name.trim(), until })).ok) await onChanged()
  }
  return (
    <Sheet title={words.addLicence} onClose={onClose}>
      <Field
        label={words.licenceName}
        hint={words.licenceNameHint}
        value={name}
        error={shown && name.trim().length < 2 ? wrongProvider.licence : null}
        maxLength={20}
        onChange={setName}
      />
      <DayField
        label={words.licenceUntil}
        hint={words.licenceUntilHint}
        value={null}
        error={shown && until === undefined ? wrongProvider.day : null}
        onChange={setUntil}
      />
      {add.problem && <Trouble problem={add.problem} retry={() => void add.again()} close={add.dismiss} />}
      <Button busy={add.busy} onPress={put}>
        {words.save}
      </Button>
    </Sheet>
  )
}

/** Says why a licence does not hold. */
export function RefuseSheet({ provider, licence, onClose, onChanged }: SheetProps & { licence: string }) {
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const refuse = useAction((intent, why: string) =>
    call.provider.checkLicence({ intent, provider, licence, pass: false, reason: why }),
  )
  const put = async () => {
    setShown(true)
    if (reason.trim().length >= 2 && (await refuse.run(reason.trim())).ok) await onChanged()
  }
  return (
    <Sheet title={words.refuseWhy} onClose={onClose}>
      <Field
        label={words.refuseWhy}
        hint={words.refuseHint}
        value={reason}
        error={shown && reason.trim().length < 2 ? wrongProvider.reason : null}
        maxLength={40}
        onChange={setReason}
      />
      {refuse.problem && (
        <Trouble
          problem={refuse.problem}
          retry={() => void refuse.again()}
          refresh={() => void onChanged()}
          close={refuse.dismiss}
        />
      )}
      <Button busy={refuse.busy} onPress={put}>
        {words.save}
      </Button>
    </Sheet>
  )
}
