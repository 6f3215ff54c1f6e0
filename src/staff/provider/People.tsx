import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import type { ConfirmQuestion } from '../../components/Confirm'
import { Trouble } from '../../components/Trouble'
import type { ProviderPage } from '../../domain/provider'
import { providerWords as words, unlinkQuestion } from '../../text/provider-words'

interface PeopleProps {
  page: ProviderPage
  ask(question: ConfirmQuestion): Promise<boolean>
  onAdd(): void
  onChanged(): Promise<void>
}

/** Who works for it; whoever manages accounts lets them in and out. */
export function People({ page, ask, onAdd, onChanged }: PeopleProps) {
  const unlink = useAction((intent, person: string) =>
    call.provider.unlinkPerson({ intent, provider: page.key, person }),
  )
  const done = async (answer: { ok: boolean } | undefined) => {
    if (!answer?.ok) return
    void Taro.showToast({ title: words.done, icon: 'none' })
    await onChanged()
  }
  return (
    <View>
      {page.people.length === 0 && <View className='soft'>{words.noPeople}</View>}
      {page.people.map(({ id, name }) => (
        <View key={id} className='provider-licence provider-person'>
          <View className='provider-licence-name'>{name}</View>
          {page.links && (
            <Button
              kind='plain'
              busy={unlink.busy}
              label={`${name}，${words.unlink}`}
              onPress={async () => {
                if (await ask(unlinkQuestion(name))) await done(await unlink.run(id))
              }}
            >
              {words.unlink}
            </Button>
          )}
        </View>
      ))}
      {unlink.problem && (
        <Trouble problem={unlink.problem} retry={async () => done(await unlink.again())} close={unlink.dismiss} />
      )}
      {page.links ? (
        <Button kind='plain' onPress={onAdd}>
          {words.link}
        </Button>
      ) : (
        <View className='soft'>{words.linkWho}</View>
      )}
    </View>
  )
}
