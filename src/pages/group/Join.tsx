import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type Answer, call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import type { GroupPage } from '../../domain/group-page'
import { groupWords, joinedWords } from '../../text/group-words'
import '../ForWhom.css'

/** The one thing to do: a place for oneself or one of one's family, or one in the line. */
export function Join({ page, onJoined }: { page: GroupPage; onJoined(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = groupWords(elder)
  const me = useQuery('me', () => call.member.me({}))
  const [chosen, setChosen] = useState<string>()
  /** Whether one more of mine is to join, after the first. */
  const [more, setMore] = useState(false)
  const join = useAction(async (intent, person: string): Promise<Answer<string | null>> => {
    const answer = await call.group.join({ intent, group: page.id, person })
    return answer.ok ? { ok: true, value: joinedWords(answer.value.mine, person, elder) } : answer
  })
  const done = async (answer: Answer<string | null> | undefined) => {
    if (!answer?.ok) return
    if (answer.value !== null) void Taro.showToast({ title: answer.value, icon: 'none' })
    setMore(false)
    setChosen(undefined)
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
  if (own.length === 0) return null
  if (there.length > 0 && !more)
    return (
      <Button kind='plain' onPress={() => setMore(true)}>
        {words.another}
      </Button>
    )
  // Once one of mine is in, the next one is said by name: a second tap in the same place puts nobody in by accident.
  const person = own.find(({ id }) => id === chosen) ?? (there.length > 0 ? undefined : own[0])
  const verb = page.free > 0 ? words.join : words.wait
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
      {(own.length > 1 || there.length > 0) && (
        <View className='for-whom' aria-label={words.forWhom} {...spokenAs('radiogroup')}>
          <View className='soft'>{words.forWhom}</View>
          {own.map(({ id, name }) => (
            <Chip key={id} kind='radio' on={id === person?.id} onPress={() => setChosen(id)}>
              {id === profile.id ? words.me : name}
            </Chip>
          ))}
        </View>
      )}
      <Button
        busy={join.busy}
        disabled={person === undefined}
        onPress={async () => (person ? done(await join.run(person.id)) : undefined)}
      >
        {person === undefined || person.id === profile.id ? verb : words.forOne(person.name, page.free > 0)}
      </Button>
    </View>
  )
}
