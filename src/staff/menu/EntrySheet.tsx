import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useConfirm } from '../../components/Confirm'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { EntryWords, OwnService } from '../../domain/menu'
import type { Composer } from '../../domain/menu-page'
import '../../text/menu-refusals'
import { composerWords as words, dropConfirm } from '../../text/menu-staff-words'
import type { Chosen } from './chosen'
import { EntryFields } from './EntryFields'
import { type EntryForm, type EntryWrong, formOf, readForm } from './entry-form'
import { OwnFields } from './OwnFields'

interface EntrySheetProps {
  chosen: Chosen
  composer: Composer
  onClose(): void
  /** Looks how the menu stands now; the sheet stays, with what was written. */
  onRefresh(): Promise<void>
  onChanged(): Promise<void>
}

type Told = EntryWords & { code: string; changed: number | null; own: OwnService | null }

/**
 * One line of the menu: who, when, where, how many, what it costs, its season. What a colleague changes meanwhile shows
 * in the fields that one has not touched; nothing is written over.
 */
export function EntrySheet({ chosen, composer, onClose, onRefresh, onChanged }: EntrySheetProps) {
  const entry = composer.entries.find(({ code }) => code === chosen.code)
  const [mine, setMine] = useState<Partial<EntryForm>>({})
  const [mineOwn, setMineOwn] = useState<Partial<OwnService>>({})
  const [wrong, setWrong] = useState<EntryWrong>({})
  const [question, ask] = useConfirm()
  const form = { ...formOf(entry), ...mine }
  const described = entry?.own ?? chosen.own
  const own = described && { ...described, ...mineOwn }
  const save = useAction((intent, told: Told) => call.menu.setEntry({ intent, ...told }))
  const drop = useAction((intent, code: string) =>
    call.menu.dropEntry({ intent, code, changed: entry?.changed ?? null }),
  )
  const pause = useAction((intent, paused: boolean) => call.menu.pause({ intent, code: chosen.code, paused }))

  const done = async (answer: { ok: boolean }, toast: string) => {
    if (!answer.ok) return
    void Taro.showToast({ title: toast, icon: 'none' })
    await onChanged()
  }
  const put = async () => {
    const read = readForm(form, own)
    setWrong(read.wrong)
    if (!read.told) return
    const { told } = read
    await done(await save.run({ ...told, code: chosen.code, changed: entry?.changed ?? null }), words.saved)
  }
  const off = async () => {
    if (await ask(dropConfirm(chosen.service?.name ?? own?.name ?? '')))
      await done(await drop.run(chosen.code), words.dropped)
  }
  const [failed] = [save, drop, pause].filter(({ problem }) => problem !== undefined)
  const paused = entry?.paused ?? false
  return (
    <>
      <Sheet title={chosen.service?.name ?? words.ownTitle} onClose={onClose}>
        {chosen.service && <View className='soft composer-hint'>{chosen.service.description}</View>}
        {own && (
          <OwnFields own={own} wrong={wrong} onChange={(more) => setMineOwn((before) => ({ ...before, ...more }))} />
        )}
        <EntryFields
          form={form}
          wrong={wrong}
          providers={composer.providers}
          seen={entry?.changed ?? 0}
          onChange={(more) => setMine((before) => ({ ...before, ...more }))}
        />
        {failed?.problem && (
          <Trouble
            problem={failed.problem}
            retry={() => void failed.again()}
            refresh={() => {
              failed.dismiss()
              void onRefresh()
            }}
            close={failed.dismiss}
          />
        )}
        <View className='composer-deeds'>
          <Button busy={save.busy} onPress={put}>
            {chosen.isNew ? words.add : words.save}
          </Button>
          {entry && (
            <Button
              kind='plain'
              busy={pause.busy}
              onPress={async () => done(await pause.run(!paused), paused ? words.resumed : words.paused)}
            >
              {paused ? words.resume : words.pause}
            </Button>
          )}
          {entry && (
            <Button kind='danger' busy={drop.busy} onPress={off}>
              {words.drop}
            </Button>
          )}
        </View>
      </Sheet>
      {question}
    </>
  )
}
