import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { type ProviderKind, type ProviderPage, providerKinds as kinds } from '../../domain/provider'
import { providerKinds, providerWords as words, wrongProvider } from '../../text/provider-words'
import { ClosedDays } from './ClosedDays'
import { HoursFields } from './HoursFields'
import { readHours, usualHours, writtenHours } from './hours'

interface ProfileSheetProps {
  provider: string
  /** Nothing where it is a new one. */
  page: ProviderPage | undefined
  onClose(): void
  onRefresh(): Promise<void>
  onChanged(): Promise<void>
}

type Told = Omit<Parameters<typeof call.provider.save>[0], 'intent'>

const weekdays = [null, ...Array.from({ length: 5 }, () => usualHours), null]

/** Who a provider is and when it works. */
export function ProfileSheet({ provider, page, onClose, onRefresh, onChanged }: ProfileSheetProps) {
  const [name, setName] = useState(page?.name ?? '')
  const [about, setAbout] = useState(page?.about ?? '')
  const [kind, setKind] = useState<ProviderKind>(page?.kind ?? 'organisation')
  const [hours, setHours] = useState(writtenHours(page?.hours ?? weekdays))
  const [closed, setClosed] = useState(page?.closed ?? [])
  const [weekly, setWeekly] = useState(page?.weekly == null ? '' : String(page.weekly))
  const [shown, setShown] = useState(false)
  const save = useAction((intent, told: Told) => call.provider.save({ intent, ...told }))
  const read = readHours(hours)
  const wrong = {
    name: name.trim().length < 2 ? wrongProvider.name : null,
    about: about.trim().length < 2 ? wrongProvider.about : null,
    hours: read ? null : wrongProvider.hours,
    weekly: weekly === '' || /^[1-9]\d{0,3}$/.test(weekly) ? null : wrongProvider.weekly,
  }
  const put = async () => {
    setShown(true)
    if (!read || Object.values(wrong).some((each) => each !== null)) return
    const told = { provider, version: page?.version ?? 0, kind, name: name.trim(), about: about.trim() }
    const answer = await save.run({ ...told, hours: read, closed, weekly: weekly === '' ? null : Number(weekly) })
    if (!answer.ok) return
    void Taro.showToast({ title: words.saved, icon: 'none' })
    await onChanged()
  }
  return (
    <Sheet title={page ? words.profile : words.new} onClose={onClose}>
      <Field
        label={words.name}
        hint={words.nameHint}
        value={name}
        error={shown ? wrong.name : null}
        maxLength={20}
        onChange={setName}
      />
      <Field
        label={words.about}
        hint={words.aboutHint}
        value={about}
        error={shown ? wrong.about : null}
        maxLength={60}
        onChange={setAbout}
      />
      {!page && (
        <Choice
          label={words.kind}
          columns={2}
          value={kind}
          options={kinds.map((value) => ({ value, label: providerKinds[value] }))}
          onChange={(chosen) => setKind(chosen)}
        />
      )}
      <HoursFields hours={hours} error={shown ? wrong.hours : null} onChange={setHours} />
      <ClosedDays closed={closed} onChange={setClosed} />
      <Field
        label={words.weekly}
        hint={words.weeklyHint}
        value={weekly}
        error={shown ? wrong.weekly : null}
        digits
        maxLength={4}
        onChange={setWeekly}
      />
      {save.problem && (
        <Trouble
          problem={save.problem}
          retry={() => void save.again()}
          refresh={() => {
            save.dismiss()
            void onRefresh()
          }}
          close={save.dismiss}
        />
      )}
      <View className='provider-deeds'>
        <Button busy={save.busy} onPress={put}>
          {words.save}
        </Button>
      </View>
    </Sheet>
  )
}
