import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { mostFamily, type OwnRelative } from '../../domain/member'
import { bandWords } from '../../text/bands'
import { memberWords, relationWords } from '../../text/member-words'
import { words as allWords, emptyWords } from '../../text/words'
import { FamilySheet } from './FamilySheet'
import { LinkRow } from '../../components/LinkRow'
import { dot } from '../../text/spacing'
import '../../text/member-refusals'
import './particulars.css'

/** The people I sign up for: a child, a parent. */
export default function Family() {
  const { elder } = useDisplay()
  const words = memberWords(elder)
  const me = useQuery('me', () => call.member.me({}))
  // Births are not for a phone to remember.
  const account = useQuery('account', () => call.member.account({}), false)
  const [open, setOpen] = useState<OwnRelative | 'new'>()
  const family = me.value?.family ?? []
  const empty = emptyWords('family', elder)
  const problem = me.problem ?? (me.value === null ? ({ reason: 'not-joined-centre' } as const) : undefined)
  const done = async (toast: string) => {
    setOpen(undefined)
    void Taro.showToast({ title: toast, icon: 'none' })
    await Promise.all([me.refresh(), account.refresh()])
  }

  return (
    <Screen
      title={words.family}
      action={
        me.value &&
        family.length > 0 &&
        family.length < mostFamily && <Button onPress={() => setOpen('new')}>{allWords(elder).addFamily}</Button>
      }
      sheet={
        open && (
          <FamilySheet
            // A birth that comes late fills the form anew; of someone new there is none to come, and nothing is lost.
            key={open !== 'new' && account.value ? 'known' : 'asked'}
            person={open === 'new' ? undefined : open}
            birth={open === 'new' ? null : account.value?.family.find(({ id }) => id === open.id)?.birth}
            onClose={() => setOpen(undefined)}
            onDone={done}
          />
        )
      }
    >
      {problem && <Trouble problem={problem} retry={me.refresh} />}
      {me.value === undefined && me.loading && <Loading cards={2} />}
      {me.value && family.length === 0 && (
        <Empty title={empty.title} next={empty.text}>
          <Button onPress={() => setOpen('new')}>{empty.button}</Button>
        </Empty>
      )}
      {family.length > 0 && <View className='particulars-lead'>{words.familyLead}</View>}
      {family.map((person) => (
        <LinkRow
          key={person.id}
          label={person.name}
          note={`${relationWords(person.relation)}${dot}${bandWords(person.band)}`}
          onPress={() => setOpen(person)}
        />
      ))}
    </Screen>
  )
}
