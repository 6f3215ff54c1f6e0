import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { ConfirmQuestion } from '../../components/Confirm'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { ProviderPage } from '../../domain/provider'
import { providerWords as words, stateWords, untilWords } from '../../text/provider-words'
import type { OpenSheet } from './open-sheet'

interface LicencesProps {
  page: ProviderPage
  ask(question: ConfirmQuestion): Promise<boolean>
  onSheet(sheet: OpenSheet): void
  onChanged(): Promise<void>
}

/** What they say to have, and what staff found; whoever may checks it here. */
export function Licences({ page, ask, onSheet, onChanged }: LicencesProps) {
  const check = useAction((intent, licence: string) =>
    call.provider.checkLicence({ intent, provider: page.key, licence, pass: true, reason: null }),
  )
  const drop = useAction((intent, licence: string) =>
    call.provider.dropLicence({ intent, provider: page.key, licence }),
  )
  const done = async (answer: { ok: boolean }) => {
    if (!answer.ok) return
    void Taro.showToast({ title: words.done, icon: 'none' })
    await onChanged()
  }
  const [failed] = [check, drop].filter(({ problem }) => problem !== undefined)
  return (
    <View>
      {failed?.problem && (
        <Trouble
          problem={failed.problem}
          retry={() => void failed.again()}
          refresh={() => void onChanged()}
          close={failed.dismiss}
        />
      )}
      {page.licences.map(({ id, name, until, state, reason }) => (
        <Card key={id}>
          <View className='provider-licence'>
            <View className='provider-licence-name'>{name}</View>
            <Tag tone={stateWords[state].tone}>{stateWords[state].text}</Tag>
          </View>
          <View className='soft'>{untilWords(until)}</View>
          {reason && <View className='soft'>{reason}</View>}
          <View className='provider-choices'>
            {page.checks && state === 'waiting' && (
              <Button label={`${words.pass}：${name}`} onPress={async () => done(await check.run(id))}>
                {words.pass}
              </Button>
            )}
            {page.checks && state === 'waiting' && (
              <Button
                kind='plain'
                label={`${words.refuse}：${name}`}
                onPress={() => onSheet({ kind: 'refuse', licence: id })}
              >
                {words.refuse}
              </Button>
            )}
            {state !== 'waiting' && (
              <Button
                kind='plain'
                label={`${words.drop}：${name}`}
                onPress={async () => {
                  if (await ask(words.dropAsk)) await done(await drop.run(id))
                }}
              >
                {words.drop}
              </Button>
            )}
          </View>
        </Card>
      ))}
      {page.licences.length === 0 && <View className='soft'>{words.noLicences}</View>}
      <View className='soft provider-hint'>{words.licenceHint}</View>
      <Button kind='plain' onPress={() => onSheet({ kind: 'licence' })}>
        {words.addLicence}
      </Button>
    </View>
  )
}
