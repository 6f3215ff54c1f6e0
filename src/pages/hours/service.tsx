import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import type { ServicePage } from '../../domain/hours-page'
import { hoursWords, stepWords } from '../../text/service-words'
import { momentWords } from '../../text/time'
import { Answered } from '../Answered'
import { AppealSheet } from './AppealSheet'
import { Confirming } from './Confirming'
import { ServiceRow } from './ServiceRow'
import './hours.css'

/** One service with its whole story: nothing in it is ever rewritten, so everyone can read how it came to be. */
export default function Service() {
  const { id = '' } = useRouter().params
  const { elder } = useDisplay()
  const words = hoursWords(elder)
  const [appealing, setAppealing] = useState(false)
  const page = useQuery(`hours.${id}`, () => call.hours.service({ service: id }), false)
  const about = page.value?.decision
  const sheet = appealing && about && (
    <AppealSheet service={id} about={about} onClose={() => setAppealing(false)} onDone={page.refresh} />
  )
  return (
    <Screen title={words.title} sheet={sheet || undefined}>
      <Answered query={page} waiting={<Loading cards={2} />}>
        {(value) => <Story page={value} elder={elder} onAppeal={() => setAppealing(true)} onChanged={page.refresh} />}
      </Answered>
    </Screen>
  )
}

interface StoryProps {
  page: ServicePage
  elder: boolean
  onAppeal(): void
  onChanged(): Promise<void>
}

function Story({ page, elder, onAppeal, onChanged }: StoryProps) {
  const now = useNow()
  const words = hoursWords(elder)
  return (
    <View>
      {page.as === 'served' && page.state === 'awaiting' ? (
        <Confirming card={page} onDone={onChanged} />
      ) : (
        <ServiceRow card={page} now={now} />
      )}
      {page.as === 'own' && page.state === 'settled' && (
        <Button kind='plain' onPress={onAppeal}>
          {words.appeal}
        </Button>
      )}
      <View className='subheading hours-section' {...spokenAs('heading')}>
        {words.timeline}
      </View>
      {page.timeline.map((step) => (
        <View key={step.id} className='hours-step'>
          <View>{stepWords(step)}</View>
          <View className='soft'>{momentWords(step.at, now)}</View>
        </View>
      ))}
    </View>
  )
}
