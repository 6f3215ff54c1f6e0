import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type Answer, call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Trouble } from '../../components/Trouble'
import type { GroupPage } from '../../domain/group-page'
import { groupWords, joinedWords } from '../../text/group-words'
import { ForWhom } from '../ForWhom'

/** The one thing to do: a place for oneself or one of one's family, or one in the line. */
export function Join({ page, onJoined }: { page: GroupPage; onJoined(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = groupWords(elder)
  const me = useQuery('me', () => call.member.me({}))
  const [chosen, setChosen] = useState<string>()
  const join = useAction(async (intent, person: string): Promise<Answer<string | null>> => {
    const answer = await call.group.join({ intent, group: page.id, person })
    return answer.ok ? { ok: true, value: joinedWords(answer.value.mine, person, elder) } : answer
  })
  const done = async (answer: Answer<string | null> | undefined) => {
    if (!answer?.ok) return
    if (answer.value !== null) void Taro.showToast({ title: answer.value, icon: 'none' })
    await onJoined()
  }
  const profile = me.value
  if (profile === undefined && !me.problem) return null
  if (!profile)
    return (
      <View>
        <View className='soft group-intro'>{words.firstMeet}</View>
        <Button onPress={() => Taro.navigateTo({ url: '/pages/member/join?back=1' })}>{words.join}</Button>
      </View>
    )
  const there = page.mine.map(({ person }) => person.id)
  const fits = [profile, ...profile.family].filter(({ id, band }) => page.bands.includes(band) && !there.includes(id))
  // Whoever of mine it is not for is told why, by the ordinary way.
  const own = fits.length > 0 ? fits : there.length > 0 ? [] : [profile]
  const person = own.find(({ id }) => id === chosen) ?? own[0]
  if (!person) return null
  const shown = { ...profile, family: profile.family.filter(({ id }) => own.some((each) => each.id === id)) }
  return (
    <View>
      {join.problem && (
        <Trouble
          problem={join.problem}
          retry={async () => done(await join.again())}
          refresh={() => void onJoined()}
          close={join.dismiss}
        />
      )}
      <ForWhom label={words.forWhom} me={words.me} profile={shown} chosen={person.id} onChoose={setChosen} />
      <Button busy={join.busy} onPress={async () => done(await join.run(person.id))}>
        {page.free > 0 ? words.join : words.wait}
      </Button>
    </View>
  )
}
