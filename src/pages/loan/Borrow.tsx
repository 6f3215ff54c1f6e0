import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Trouble } from '../../components/Trouble'
import type { ThingPage } from '../../domain/loan-page'
import { loanWords } from '../../text/loan-words'
import { ForWhom } from '../ForWhom'

/** The one thing to do: a piece for oneself or one of one's family, or a place in the line. */
export function Borrow({ page, onBorrowed }: { page: ThingPage; onBorrowed(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = loanWords(elder)
  const me = useQuery('me', () => call.member.me({}))
  const [chosen, setChosen] = useState<string>()
  const borrow = useAction((intent, person: string) => call.loan.borrow({ intent, thing: page.id, person }))
  const done = async (answer: { ok: boolean } | undefined) => {
    if (!answer?.ok) return
    await onBorrowed()
    void Taro.showToast({ title: page.free > 0 ? words.kept : words.waiting, icon: 'none' })
  }
  const profile = me.value
  if (profile === undefined && !me.problem) return null
  if (!page.open) return <View className='soft'>{words.closed}</View>
  if (!profile)
    return (
      <View>
        <View className='soft loan-intro'>{words.firstMeet}</View>
        <Button onPress={() => Taro.navigateTo({ url: '/pages/member/join?back=1' })}>{words.borrow}</Button>
      </View>
    )
  // Whoever of mine has one or waits for one cannot ask for another.
  const having = page.mine.map(({ person }) => person.id)
  const free = [profile.id, ...profile.family.map(({ id }) => id)].filter((id) => !having.includes(id))
  const person = chosen !== undefined && free.includes(chosen) ? chosen : free[0]
  if (person === undefined || having.includes(profile.id)) return null
  return (
    <View>
      {borrow.problem && (
        <Trouble
          problem={borrow.problem}
          retry={async () => done(await borrow.again())}
          refresh={() => void onBorrowed()}
          close={borrow.dismiss}
        />
      )}
      <ForWhom label={words.forWhom} me={words.me} profile={profile} chosen={person} onChoose={setChosen} />
      <Button busy={borrow.busy} onPress={async () => done(await borrow.run(person))}>
        {page.free > 0 ? words.borrow : words.wait}
      </Button>
    </View>
  )
}
