import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { isSixDigits, TypedCode } from '../../components/TypedCode'
import { useNow } from '../../components/useNow'
import type { AttendancePage } from '../../domain/attendance'
import { attendanceWords } from '../../text/attendance-words'
import { clockWords, rangeWords } from '../../text/time'
import { Answered } from '../Answered'
import { OwnPass } from './OwnPass'
import { mayAskForSeat, People, toCome } from './People'
import './index.css'

/** On the day: I and mine say that we are there, by the code on the spot, or show our own to the staff. */
export default function Attendance() {
  const { id = '', code } = useRouter().params
  const { elder } = useDisplay()
  const words = attendanceWords(elder)
  const now = useNow(15_000)
  const page = useQuery(`attendance.${id}`, () => call.attendance.open({ activity: id }), false)
  const [left, setLeft] = useState<readonly string[]>([])
  const act = useAction((intent, input: { code: string; people: string[] | null; walkIn: boolean }) =>
    call.attendance.checkIn({ intent, activity: id, ...input }),
  )

  const send = async (text: string) => {
    if (!page.value) return false
    const people = toCome(page.value.people).filter((person) => !left.includes(person))
    const walkIn = page.value.people.length === 0
    const asks = mayAskForSeat(page.value, Date.now())
    const answer = await act.run({ code: text, people: walkIn || asks ? null : people, walkIn })
    if (!answer.ok && answer.reason !== 'already-checked-in') return false
    await page.refresh()
    return true
  }

  return (
    <Screen title={words.title}>
      <Answered query={page} waiting={<Loading cards={2} />}>
        {(shown) => (
          <View>
            <View className='heading' {...spokenAs('heading')}>
              {shown.activity.title}
            </View>
            <View className='soft'>{rangeWords(shown.activity.startsAt, shown.activity.endsAt, now)}</View>
            <View className='soft attendance-place'>{shown.activity.place}</View>
            <People page={shown} left={left} onLeave={setLeft} />
            {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
            {mayTry(shown, now) && comersOf(shown, now) > 0 && (
              <TypedCode
                words={{
                  scan: words.scan,
                  label: words.digits,
                  hint: words.digitsHint,
                  wrong: words.digitsWrong,
                  send: shown.people.length === 0 || mayAskForSeat(shown, now) ? words.walkIn : words.checkIn,
                }}
                busy={act.busy}
                digits
                maxLength={7}
                scanned={code}
                isCode={isSixDigits}
                onCode={send}
              />
            )}
            {!mayTry(shown, now) && <View className='attendance-when'>{whenWords(shown, now, elder)}</View>}
            {shown.people.length > 0 && mayTry(shown, now) && toCome(shown.people).length > 0 && <OwnPass />}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

/** How many could be checked in now: with a seat, or with one that is free. */
function comersOf(page: AttendancePage, now: number): number {
  const { people, free } = page
  if (people.length === 0 || mayAskForSeat(page, now)) return free
  return toCome(people).length
}

const mayTry = ({ activity, from, until }: AttendancePage, now: number): boolean =>
  !activity.cancelled && now >= from && now < until

function whenWords({ activity, from }: AttendancePage, now: number, elder: boolean): string {
  const words = attendanceWords(elder)
  if (activity.cancelled) return words.cancelled
  return now < from ? words.early(clockWords(from)) : words.over
}
