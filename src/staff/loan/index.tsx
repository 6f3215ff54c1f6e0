import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { DeskLoan, DeskThing } from '../../domain/loan-page'
import { loanDeskWords as words } from '../../text/loan-desk-words'
import '../../text/attendance-refusals'
import '../../text/loan-refusals'
import '../../text/staff-refusals'
import { LoanRow } from './LoanRow'
import { LoanSheet } from './LoanSheet'
import type { Opened } from './opened'
import { partOf, type Part, parts } from './part'
import { ThingRow } from './ThingRow'
import './loan.css'

/** The desk: who comes for something, who has something, what is late, and every kind of thing; one tap for each deed. */
export default function LoanDesk() {
  const now = useNow()
  // Names of others are not for a phone to remember.
  const desk = useQuery('loan.desk', () => call.loan.desk({}), false)
  const [part, setPart] = useState<Part>('come')
  const [sought, setSought] = useState('')
  const [opened, setOpened] = useState<Opened>()
  const [only, setOnly] = useState<{ name: string; loans: string[] }>()
  const handOut = useAction((intent, { thing, id }: DeskLoan) => call.loan.handOut({ intent, thing, loan: id }))
  const read = useAction((_, code: string) => call.loan.scan({ code }))
  const settled = async (answer: { ok: boolean } | undefined, toast: string) => {
    if (!answer?.ok) return
    setOpened(undefined)
    await desk.refresh()
    void Taro.showToast({ title: toast, icon: 'none' })
  }
  const readCode = async (code: string) => {
    const answer = await read.run(code)
    if (!answer.ok) return
    setOpened(undefined)
    setOnly({ name: answer.value.name, loans: answer.value.things.flatMap(({ loans }) => loans.map(({ id }) => id)) })
  }
  const scan = async () => {
    if (process.env.TARO_ENV !== 'weapp') return setOpened({ kind: 'code' })
    const found = await Taro.scanCode({}).catch(() => undefined)
    if (found) await readCode(found.result)
  }
  const things = desk.value?.things ?? []
  const rows = only
    ? rowsOf(things).filter(({ loan }) => only.loans.includes(loan.id))
    : rowsOf(things).filter(({ thing, loan }) => partOf(loan) === part && matches(thing, loan, sought))
  const listed = things.filter(({ name }) => name.includes(sought.trim()))
  return (
    <Screen
      title={words.title}
      wide
      sheet={
        opened && (
          <LoanSheet
            opened={opened}
            reading={read.busy}
            onCode={readCode}
            onClose={() => setOpened(undefined)}
            onDone={settled}
          />
        )
      }
    >
      {desk.problem && <Trouble problem={desk.problem} retry={desk.refresh} />}
      {!desk.value && desk.loading && <Loading />}
      {desk.value && (
        <View>
          <View className='loans-deeds'>
            <Button kind='plain' busy={read.busy} onPress={scan}>
              {process.env.TARO_ENV === 'weapp' ? words.scan : words.type}
            </Button>
            <Button kind='plain' onPress={() => setOpened({ kind: 'thing' })}>
              {words.add}
            </Button>
          </View>
          {only ? (
            <View className='loans-only'>
              <View className='subheading' {...spokenAs('status')}>
                {only.name}
              </View>
              <Chip kind='button' onPress={() => setOnly(undefined)}>
                {words.whole}
              </Chip>
            </View>
          ) : (
            <View>
              <Field bare label={words.search} hint={words.search} value={sought} maxLength={12} onChange={setSought} />
              <View className='loans-chips' {...spokenAs('radiogroup')}>
                {parts.map((each) => (
                  <Chip key={each} kind='radio' on={each === part} onPress={() => setPart(each)}>
                    {countWords(each, things)}
                  </Chip>
                ))}
              </View>
            </View>
          )}
          {[handOut, read].map(
            ({ problem, dismiss, again }, n) =>
              problem && (
                <Trouble
                  key={n}
                  problem={problem}
                  retry={() => void again().then(desk.refresh)}
                  refresh={() => void desk.refresh()}
                  close={dismiss}
                />
              ),
          )}
          {(only || part !== 'things') && rows.length === 0 && <Empty title={emptyOf[only ? 'out' : part]} />}
          {(only || part !== 'things') &&
            rows.map(({ thing, loan }) => (
              <LoanRow
                key={loan.id}
                thing={thing}
                loan={loan}
                now={now}
                busy={handOut.busy}
                contacts={desk.value?.contacts ?? false}
                onHandOut={async () => settled(await handOut.run(loan), words.handed)}
                onTakeBack={() => setOpened({ kind: 'back', thing, loan })}
              />
            ))}
          {!only && part === 'things' && listed.length === 0 && <Empty title={words.emptyThings} />}
          {!only &&
            part === 'things' &&
            listed.map((thing) => <ThingRow key={thing.id} thing={thing} onOpen={setOpened} onDone={settled} />)}
        </View>
      )}
    </Screen>
  )
}

const emptyOf: Record<Part, string> = {
  late: words.emptyLate,
  come: words.emptyCome,
  out: words.emptyOut,
  things: words.emptyThings,
}

const rowsOf = (things: readonly DeskThing[]) =>
  things
    .flatMap((thing) => thing.loans.map((loan) => ({ thing, loan })))
    .sort((a, b) => (a.loan.dueAt ?? a.loan.keptUntil ?? 0) - (b.loan.dueAt ?? b.loan.keptUntil ?? 0))

function countWords(part: Part, things: readonly DeskThing[]): string {
  const many = part === 'things' ? things.length : rowsOf(things).filter(({ loan }) => partOf(loan) === part).length
  return `${words.parts[part]} ${many}`
}

function matches(thing: DeskThing, loan: DeskLoan, words: string): boolean {
  const sought = words.trim()
  return sought === '' || [thing.name, loan.name, loan.of, loan.building].some((each) => each?.includes(sought))
}
