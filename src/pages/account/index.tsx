import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import type { OwnAccount } from '../../domain/account'
import type { OwnTrace } from '../../domain/audit'
import { consentVersion } from '../../domain/consent'
import { maskedPhone, maskedRoom } from '../../domain/visibility'
import { accountWords, consentNames, traceNote, traceWords } from '../../text/account-words'
import { dayWords } from '../../text/time'
import { Answered } from '../Answered'
import { Renewed } from './Renewed'
import { dot } from '../../text/spacing'
import './account.css'

const open = (url: string) => () => void Taro.navigateTo({ url })

/** Everything of mine in one place: what I told, to what I agreed, who looked, and the way out. */
export default function Account() {
  const { elder } = useDisplay()
  const words = accountWords(elder)
  // Neither is for a phone to remember.
  const account = useQuery('account', () => call.member.account({}), false)
  const traces = useQuery('audit.mine', () => call.audit.mine({}), false)
  return (
    <Screen title={words.title}>
      <Answered query={account} waiting={<Loading cards={2} />}>
        {(value) => (
          <View>
            <View className='account-lead'>{words.lead}</View>
            {value.joined.version !== consentVersion && <Renewed onAgreed={account.refresh} />}
            <LinkRow label={words.household} note={words.householdNote} onPress={open('/pages/household/index')} />
            <LinkRow
              label={words.contact}
              note={contactNote(value) || words.contactNone}
              onPress={open('/pages/account/contact')}
            />
            <Section title={words.traces}>
              <Answered query={traces} waiting={<Loading cards={1} />}>
                {(found) => <Traces found={found} none={words.tracesNone} />}
              </Answered>
            </Section>
            <Section title={words.agreed}>
              <Agreed account={value} />
            </Section>
            <LinkRow label={words.erase} note={words.eraseNote} onPress={open('/pages/account/erase')} />
          </View>
        )}
      </Answered>
    </Screen>
  )
}

const contactNote = ({ phone, room }: OwnAccount): string =>
  [phone && maskedPhone(phone), room && maskedRoom(room)].filter(Boolean).join(dot)

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <View className='account-section'>
      <View className='subheading' {...spokenAs('heading')}>
        {title}
      </View>
      {children}
    </View>
  )
}

/** Who looked or did something, newest first. */
function Traces({ found, none }: { found: OwnTrace[]; none: string }) {
  const now = useNow()
  if (found.length === 0) return <View className='soft account-none'>{none}</View>
  return (
    <View>
      {found.map((trace) => (
        <View key={trace.id} className='account-line'>
          <View className='account-what'>{traceWords(trace)}</View>
          <View className='soft'>{traceNote(trace, now)}</View>
        </View>
      ))}
    </View>
  )
}

/** To what one agreed, and since when. */
function Agreed({ account }: { account: OwnAccount }) {
  const now = useNow()
  const lines = [
    { what: consentNames.joined, consent: account.joined },
    { what: consentNames.contact, consent: account.contactConsent },
    ...account.family.map(({ name, consent }) => ({ what: consentNames.family(name), consent })),
  ]
  return (
    <View>
      {lines.map(
        ({ what, consent }) =>
          consent && (
            <View key={what} className='account-line'>
              <View>{what}</View>
              <View className='soft'>{dayWords(consent.at, now)}</View>
            </View>
          ),
      )}
    </View>
  )
}
