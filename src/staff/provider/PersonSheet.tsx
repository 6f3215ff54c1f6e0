import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { isMinor } from '../../domain/age'
import type { OrderGuest } from '../../domain/order-desk-page'
import { providerWords as words } from '../../text/provider-words'
import { dot } from '../../text/spacing'

interface PersonSheetProps {
  provider: string
  onClose(): void
  onChanged(): Promise<void>
}

/** A member is let work for the provider: found by name, and told apart by the building. */
export function PersonSheet({ provider, onClose, onChanged }: PersonSheetProps) {
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<string>()
  const asked = sought.trim()
  const found = useQuery(
    `order.find.${asked}`,
    async () => (asked === '' ? { ok: true as const, value: [] as OrderGuest[] } : call.order.find({ words: asked })),
    false,
  )
  const link = useAction((intent, person: string) => call.provider.linkPerson({ intent, provider, person }))
  // Nobody signs in as who is only on record, and a child works for nobody.
  const people = (found.value ?? []).filter(({ kept, band }) => !kept && !isMinor(band))
  const told = async (answer: { ok: boolean } | undefined) => {
    if (!answer?.ok) return
    void Taro.showToast({ title: words.linked, icon: 'none' })
    await onChanged()
  }
  return (
    <Sheet title={words.link} onClose={onClose}>
      <Field
        label={words.linkFind}
        hint={words.linkHint}
        value={sought}
        maxLength={12}
        onChange={(text) => {
          setSought(text)
          setChosen(undefined)
        }}
      />
      {found.problem && <Trouble problem={found.problem} retry={() => void found.refresh()} />}
      {asked !== '' && found.value && people.length === 0 && <View className='soft'>{words.linkNobody}</View>}
      <View className='provider-choices'>
        {people.map(({ id, name, building }) => (
          <Chip key={id} kind='radio' on={id === chosen} onPress={() => setChosen(id)}>
            {[name, building].filter((each) => each !== null).join(dot)}
          </Chip>
        ))}
      </View>
      <View className='soft'>{words.linkNote}</View>
      {link.problem && (
        <Trouble problem={link.problem} retry={async () => told(await link.again())} close={link.dismiss} />
      )}
      <Button
        busy={link.busy}
        disabled={chosen === undefined}
        onPress={async () => (chosen === undefined ? undefined : told(await link.run(chosen)))}
      >
        {words.linkDo}
      </Button>
    </Sheet>
  )
}
