import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useConfirm } from '../../components/Confirm'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { type ProviderPage, roleFor } from '../../domain/provider'
import { hoursLines } from '../../text/open-hours'
import '../../text/menu-refusals'
import { dateWords, providerKinds, providerWords as words, serviceNote, timesWords } from '../../text/provider-words'
import { Licences } from './Licences'
import type { OpenSheet } from './open-sheet'
import { People } from './People'
import { ProviderSheet } from './ProviderSheet'
import { Resources } from './Resources'
import { weekWords } from '../../text/provider-week-words'
import { Week } from './Week'
import './provider.css'

/** One provider: who they are and when they work, their licences, what they have on the menu, what they bring. */
export default function ProviderDetail() {
  const { params } = useRouter()
  const fresh = params.new
  const key = params.key ?? fresh ?? ''
  const page = useQuery(`provider.page.${key}`, () => call.provider.page({ provider: key }), false)
  const now = useNow()
  const [sheet, setSheet] = useState<OpenSheet | undefined>(fresh === undefined ? undefined : { kind: 'profile' })
  const [question, ask] = useConfirm()
  const { value } = page
  const close = () => setSheet(undefined)
  const changed = async () => {
    close()
    await page.refresh()
  }
  const missing = fresh !== undefined && page.problem?.reason === 'not-found'
  const over = sheet && (
    <ProviderSheet
      open={sheet}
      provider={key}
      page={value}
      onClose={close}
      onRefresh={page.refresh}
      onChanged={changed}
    />
  )
  return (
    <Screen title={value?.name ?? words.title} wide sheet={question || over}>
      {page.problem && !missing && <Trouble problem={page.problem} retry={page.refresh} />}
      {missing && !sheet && <Button onPress={() => setSheet({ kind: 'profile' })}>{words.new}</Button>}
      {!value && page.loading && <Loading cards={4} />}
      {value && (
        <View>
          <Profile page={value} now={now} />
          <Button kind='plain' onPress={() => setSheet({ kind: 'profile' })}>
            {words.edit}
          </Button>
          <Heading>{weekWords.title}</Heading>
          <Week provider={value.key} now={now} desk={value.checks} />
          {roleFor(value.kind) !== null && (
            <View>
              <Heading>{words.people}</Heading>
              <People page={value} ask={ask} onAdd={() => setSheet({ kind: 'person' })} onChanged={changed} />
            </View>
          )}
          <Heading>{words.licences}</Heading>
          <Licences page={value} ask={ask} onSheet={setSheet} onChanged={changed} />
          <Heading>{words.services}</Heading>
          {value.services.map((service) => (
            <Row key={service.code} label={service.name}>
              {serviceNote(service)}
            </Row>
          ))}
          {value.services.length === 0 && <View className='soft'>{words.noServices}</View>}
          <Heading>{words.resources}</Heading>
          <View className='soft'>{words.resourcesHint}</View>
          <Resources cards={value.resources} now={now} onSheet={setSheet} />
          <Button kind='plain' onPress={() => setSheet({ kind: 'bring' })}>
            {words.bring}
          </Button>
        </View>
      )}
    </Screen>
  )
}

function Heading({ children }: { children: string }) {
  return (
    <View className='subheading provider-part' {...spokenAs('heading')}>
      {children}
    </View>
  )
}

function Profile({ page, now }: { page: ProviderPage; now: number }) {
  const closed = page.closed.filter((day) => day > now - 24 * 60 * 60 * 1000)
  return (
    <View className='provider-profile'>
      <View>
        {page.about} <Tag tone='plain'>{providerKinds[page.kind]}</Tag>
      </View>
      <Row label={words.works}>
        {hoursLines(page.hours).map((line) => (
          <View key={line}>{line}</View>
        ))}
      </Row>
      {closed.length > 0 && <Row label={words.shut}>{closed.map(dateWords).join('、')}</Row>}
      {page.weekly !== null && <Row label={words.atMost}>{timesWords(page.weekly)}</Row>}
    </View>
  )
}
