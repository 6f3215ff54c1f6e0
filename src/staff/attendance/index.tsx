import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import type { DeskParty } from '../../domain/attendance'
import { deskWords } from '../../text/attendance-words'
import { CodeCard } from './CodeCard'
import { DeskList, matches, type Which, whiches } from './DeskList'
import { DeskHead } from './DeskHead'
import { DeskSheet, type Opened } from './DeskSheet'
import './desk.css'

/** How often the screen looks for who came by other ways, in milliseconds. */
const every = 5_000

/** One screen that runs the door: the code to scan, who is there, everyone by initial, and one tap a party. */
export default function Desk() {
  const id = useRouter().params.id ?? ''
  // Names of others are not for a phone to remember.
  const query = useQuery(`desk.${id}`, () => call.attendance.desk({ activity: id }), false)
  const { value: desk, refresh } = query
  const [words, setWords] = useState('')
  const [which, setWhich] = useState<Which>('all')
  const [opened, setOpened] = useState<Opened>()
  useEffect(() => {
    const timer = setInterval(() => void refresh(), every)
    return () => clearInterval(timer)
  }, [refresh])

  const admit = useAction((intent, input: { party: string; people: string[]; reason: string | null }) =>
    call.attendance.admit({ intent, activity: id, ...input }),
  )
  const read = useAction((intent, code: string) => call.attendance.scan({ intent, activity: id, code }))
  const late = desk !== undefined && desk.now >= desk.until
  const tap = async (party: DeskParty, people: string[]) => {
    if (late) return setOpened({ kind: 'late', party: party.id, people })
    if ((await admit.run({ party: party.id, people, reason: null })).ok) await refresh()
  }
  const scan = async () => {
    if (process.env.TARO_ENV !== 'weapp') return setOpened({ kind: 'type' })
    const found = await Taro.scanCode({}).catch(() => undefined)
    if (!found) return
    const answer = await read.run(found.result)
    if (answer.ok)
      void Taro.showToast({ title: answer.value.people.map(({ name }) => name).join('、'), icon: 'success' })
    await refresh()
  }
  const problem = admit.problem ?? read.problem
  const done = async () => {
    setOpened(undefined)
    await refresh()
  }
  return (
    <Screen
      title={deskWords.title}
      wide
      sheet={
        desk && opened && <DeskSheet desk={desk} opened={opened} onClose={() => setOpened(undefined)} onDone={done} />
      }
    >
      {query.problem && <Trouble problem={query.problem} retry={refresh} />}
      {!desk && query.loading && <Loading />}
      {desk && (
        <View className='desk'>
          <View className='desk-side'>
            <DeskHead desk={desk} />
            <CodeCard desk={desk} />
            <View className='desk-deeds'>
              <Button kind='plain' onPress={() => setOpened({ kind: 'walk-in' })}>
                {deskWords.walkIn}
              </Button>
              <Button kind='plain' busy={read.busy} onPress={scan}>
                {process.env.TARO_ENV === 'weapp' ? deskWords.scan : deskWords.type}
              </Button>
            </View>
          </View>
          <View>
            <Field bare label={deskWords.search} hint={deskWords.search} value={words} onChange={setWords} />
            <View className='desk-chips'>
              {whiches.map((each) => (
                <Chip key={each} kind='radio' on={each === which} onPress={() => setWhich(each)}>
                  {deskWords[each]}
                </Chip>
              ))}
            </View>
            {problem && (
              <Trouble
                problem={problem}
                retry={() => void (admit.problem ? admit : read).again().then(refresh)}
                close={admit.problem ? admit.dismiss : read.dismiss}
              />
            )}
            {desk.parties.length === 0 && <Empty title={deskWords.empty} />}
            <DeskList
              parties={desk.parties.filter((party) => matches(party, words, which))}
              onAdmit={tap}
              onUndo={(checkIn, names) => setOpened({ kind: 'undo', checkIn, names })}
            />
          </View>
        </View>
      )}
    </Screen>
  )
}
