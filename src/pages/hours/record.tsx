import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import type { VolunteerRecord } from '../../domain/record'
import { feedbackWords, recordWords } from '../../text/record-words'
import { sourceWords } from '../../text/service-words'
import { skillWords } from '../../text/skill-words'
import { dayWords } from '../../text/time'
import { languageWords, stateWords, trainingWords } from '../../text/volunteer-option-words'
import { Answered } from '../Answered'
import './hours.css'

const open = (url: string) => () => Taro.navigateTo({ url })

/** My record as a volunteer: who I am there, what I served, what I learnt, honours, and what the other side said. */
export default function Record() {
  const { elder } = useDisplay()
  const words = recordWords(elder)
  const page = useQuery('hours.record', () => call.hours.record({}), false)
  return (
    <Screen title={words.title}>
      <Answered query={page} waiting={<Loading cards={3} />}>
        {(record) => <Parts record={record} elder={elder} />}
      </Answered>
    </Screen>
  )
}

function Parts({ record, elder }: { record: VolunteerRecord; elder: boolean }) {
  const words = recordWords(elder)
  const { volunteer, feedback } = record
  const said = feedbackWords(feedback)
  return (
    <View>
      <View className='soft hours-note'>{words.lead}</View>
      <Row label={words.name}>{record.name}</Row>
      {volunteer ? <Who volunteer={volunteer} elder={elder} /> : <Unregistered elder={elder} />}
      <Section title={words.total}>
        <Row label={words.sum}>{words.minutes(record.minutes)}</Row>
        {record.sums.map(({ source, services, minutes }) => (
          <Row key={source} label={sourceWords[source]}>
            {words.times(services, minutes)}
          </Row>
        ))}
        {record.along > 0 && <Row label={words.along}>{words.alongTimes(record.along)}</Row>}
      </Section>
      {volunteer && <Learnt volunteer={volunteer} elder={elder} />}
      <Section title={words.feedback}>
        {said.length === 0 && <View className='soft'>{words.noFeedback}</View>}
        {said.map((each) => (
          <View key={each} className='hours-step'>
            {each}
          </View>
        ))}
      </Section>
      {record.minutes > 0 && (
        <LinkRow label={words.proof} note={words.proofNote} onPress={open('/pages/proof/index')} />
      )}
    </View>
  )
}

type Known = NonNullable<VolunteerRecord['volunteer']>

function Who({ volunteer: { state, since, profile }, elder }: { volunteer: Known; elder: boolean }) {
  const now = useNow()
  const words = recordWords(elder)
  const skills = [...profile.skills.map((skill) => skillWords[skill]), ...(profile.words ? [profile.words] : [])]
  return (
    <View>
      <Row label={words.state}>{stateWords[state]}</Row>
      <Row label={words.since}>{dayWords(since, now)}</Row>
      {skills.length > 0 && <Row label={words.skills}>{skills.join('、')}</Row>}
      {profile.languages.length > 0 && (
        <Row label={words.languages}>{profile.languages.map((each) => languageWords[each]).join('、')}</Row>
      )}
    </View>
  )
}

function Unregistered({ elder }: { elder: boolean }) {
  const words = recordWords(elder)
  return (
    <View className='hours-deeds'>
      <View className='soft'>{words.notVolunteer}</View>
      <Button kind='plain' onPress={open('/pages/volunteer/register')}>
        {words.register}
      </Button>
    </View>
  )
}

function Learnt({ volunteer: { trainings, awards }, elder }: { volunteer: Known; elder: boolean }) {
  const now = useNow()
  const words = recordWords(elder)
  return (
    <View>
      <Section title={words.trainings}>
        {trainings.length === 0 && <View className='soft'>{words.noTrainings}</View>}
        {trainings.map(({ topic, at }) => (
          <Row key={topic} label={trainingWords[topic]}>
            {dayWords(at, now)}
          </Row>
        ))}
      </Section>
      <Section title={words.awards}>
        {awards.length === 0 && <View className='soft'>{words.noAwards}</View>}
        {awards.map(({ id, title, at }) => (
          <Row key={id} label={title}>
            {dayWords(at, now)}
          </Row>
        ))}
      </Section>
    </View>
  )
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <View>
    <View className='subheading hours-section' {...spokenAs('heading')}>
      {title}
    </View>
    {children}
  </View>
)
