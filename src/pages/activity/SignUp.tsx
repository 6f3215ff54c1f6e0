import { useEffect, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type Answer, call } from '../../cloud/call'
import { doorNow } from '../../cloud/door'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Trouble } from '../../components/Trouble'
import type { ActivityPage, SignUpOutcome } from '../../domain/activity'
import type { Refusal } from '../../domain/refusal'
import { greyed, pageWords, signUpLabel } from '../../text/activity-page'
import { type Candidate, candidates, whyNot } from './choice'
import { Whom } from './Whom'

interface SignUpProps {
  page: ActivityPage
  now: number
  onSigned(outcome?: SignUpOutcome): Promise<void>
}

/** The one thing to do: sign up, for oneself or for one's family; greyed with the reason where it would be refused. */
export function SignUp({ page, now, onSigned }: SignUpProps) {
  const { elder } = useDisplay()
  const words = pageWords(elder)
  const me = useQuery('me', () => call.member.me({}))
  const people = me.value ? candidates(page, me.value, now) : []
  const [chosen, choose, reset] = useChosen(people)
  const signUp = useAction((intent, ids: string[]) =>
    call.activity.signUp({ intent, activity: page.id, people: ids, door: doorNow() }),
  )
  const going = people.filter(({ id }) => chosen.includes(id))
  const refusal = whyNot(page, going, now)

  const told = async (answer: Answer<SignUpOutcome> | undefined) => {
    if (answer?.ok) reset()
    await onSigned(answer?.ok ? answer.value : undefined)
  }
  const sign = async () => told(await signUp.run(going.map(({ id }) => id)))
  const again = async () => told(await signUp.again())
  const goOn = useAfterJoining(Boolean(me.value), going.length > 0, sign)
  const meet = () => {
    goOn()
    return Taro.navigateTo({ url: '/pages/member/join?back=1' })
  }

  if (me.value === undefined && !me.problem) return null
  const stranger = me.value === null
  const said = greyedBy(people, refusal, now, elder)
  // Whoever is on the list already is only asked whether someone else comes too; where nobody else can, not at all.
  const already = page.parties.length > 0
  if (already && said) return null
  const nobody = !stranger && going.length === 0
  // Of an age that is not meant: there may be somebody at home who is.
  const others = !page.whyNot && people.length > 0 && people.every((each) => each.whyNot?.reason === 'age-not-fit')
  if (others)
    return (
      <View>
        <View className='soft sign-up-why'>{words.forOthers}</View>
        <Button onPress={() => Taro.navigateTo({ url: '/pages/member/family' })}>{words.addOthers}</Button>
      </View>
    )
  return (
    <View>
      {signUp.problem && <Trouble problem={signUp.problem} retry={again} close={signUp.dismiss} />}
      {said && <View className='soft sign-up-why'>{said.reason}</View>}
      {!said && people.length > 0 && (
        <Whom people={people} chosen={chosen} onChoose={choose} label={already ? words.whomElse : words.whom} />
      )}
      {!said && stranger && <View className='soft sign-up-why'>{words.firstMeet}</View>}
      {!(already && nobody) && (
        <Button busy={signUp.busy} disabled={Boolean(said) || nobody} onPress={stranger ? meet : sign}>
          {said?.label ?? (nobody ? words.choose : signUpLabel(page.seats, Math.max(1, going.length), elder))}
        </Button>
      )}
    </View>
  )
}

/** Why the button is grey, in words: what stands in the way of those chosen, or of everyone there is to choose. */
function greyedBy(
  people: readonly Candidate[],
  refusal: Refusal | undefined,
  now: number,
  elder: boolean,
): { label: string; reason: string } | undefined {
  const nobodyFree = people.length > 0 && people.every(({ whyNot: why }) => why)
  const grey = refusal ?? (nobodyFree ? people[0]?.whyNot : undefined)
  return grey && greyed(grey, elder, now)
}

/** Who is chosen; oneself, to begin with, where one may come. Who may not come any more falls out by itself. */
function useChosen(people: readonly Candidate[]) {
  const [chosen, setChosen] = useState<string[]>()
  const free = people.filter((person) => !person.whyNot)
  const first = free.find(({ self }) => self)
  const now = (chosen ?? (first ? [first.id] : [])).filter((id) => free.some((person) => person.id === id))
  const choose = (change: (before: string[]) => string[]) => setChosen(change(now))
  const reset = () => setChosen(undefined)
  return [now, choose, reset] as const
}

/**
 * Someone who decided and was first asked for their name gets what they decided, once, when they come back. Where it was
 * not for themselves, they choose and decide anew: nobody is signed up by a choice alone.
 */
function useAfterJoining(known: boolean, chosen: boolean, run: () => Promise<void>): () => void {
  const waiting = useRef(false)
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!known || !waiting.current) return
    waiting.current = false
    if (chosen) void latest.current()
  }, [known, chosen])
  return () => {
    waiting.current = true
  }
}
