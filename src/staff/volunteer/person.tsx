import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { VolunteerPage } from '../../domain/shift-page'
import { bandWords } from '../../text/bands'
import { skillWords } from '../../text/skill-words'
import { momentWords } from '../../text/time'
import { logWords, personWords as words } from '../../text/volunteer-staff-words'
import {
  languageWords,
  placeWords,
  quickTimes,
  stateWords,
  trainingWords,
  weekTimeWords,
  whomWords,
} from '../../text/volunteer-option-words'
import '../../text/volunteer-refusals'
import type { WeekTime } from '../../domain/volunteer'
import { Awards } from './Awards'
import { Papers } from './Papers'
import { Steps } from './Steps'
import { TeamChoice } from './TeamChoice'
import './volunteer.css'

/** One volunteer: what they said, how they stand, and what staff can do. */
export default function Person() {
  const id = useRouter().params.id ?? ''
  const query = useQuery(`volunteer.${id}`, () => call.volunteer.person({ volunteer: id }), false)
  const page = query.value
  return (
    <Screen title={words.title} wide>
      {query.problem && <Trouble problem={query.problem} retry={query.refresh} />}
      {!page && query.loading && <Loading />}
      {page && (
        <View>
          <View className='heading'>{page.row.name}</View>
          <View className='duty-tags'>
            <Tag tone={page.row.state === 'active' ? 'jade' : 'amber'}>{stateWords[page.row.state]}</Tag>
            {page.minor && <Tag tone='red'>{words.minor}</Tag>}
          </View>
          {page.minor && !page.guardian && <View className='duty-warning'>{words.noGuardian}</View>}
          <Steps page={page} onChanged={query.refresh} />
          <Said page={page} />
          <TeamChoice page={page} onChanged={query.refresh} />
          <Papers page={page} onChanged={query.refresh} />
          <Awards page={page} onChanged={query.refresh} />
          <Log page={page} />
        </View>
      )}
    </Screen>
  )
}

/** "平日上午、周六下午": whole stretches by their short names, and what is left of it day by day. */
function timesWords(times: readonly WeekTime[]): string {
  const whole = quickTimes.filter((quick) => quick.times.every((time) => times.includes(time)))
  const rest = times.filter((time) => !whole.some((quick) => quick.times.includes(time)))
  return [...whole.map(({ label }) => label), ...rest.map(weekTimeWords)].join('、')
}

function Said({ page: { profile, row } }: { page: VolunteerPage }) {
  const skills = [...profile.skills.map((skill) => skillWords[skill]), ...(profile.words ? [profile.words] : [])]
  const wishes = [
    ...profile.places.map((place) => placeWords[place]),
    ...profile.withWhom.map((whom) => whomWords[whom]),
    ...profile.languages.map((language) => languageWords[language]),
  ]
  return (
    <View>
      {skills.length > 0 && <Row label={words.skills}>{skills.join('、')}</Row>}
      <Row label={words.times}>
        {timesWords(profile.times)}，{words.hours(profile.weekHours)}
      </Row>
      <Row label={words.wishes}>
        {wishes.join('、')}，{bandWords(row.band)}
      </Row>
    </View>
  )
}

function Log({ page: { log, trained } }: { page: VolunteerPage }) {
  const now = useNow()
  return (
    <View>
      <View className='subheading duty-heading' {...spokenAs('heading')}>
        {words.log}
      </View>
      {trained.length > 0 && <View className='soft'>{trained.map((topic) => trainingWords[topic]).join('、')}</View>}
      {log.map((event) => (
        <View key={`${event.at} ${event.kind}`} className='duty-line'>
          <View>{logWords[event.kind] ?? event.kind}</View>
          <View className='soft'>
            {momentWords(event.at, now)}
            {event.reason ? `，${event.reason}` : ''}
          </View>
        </View>
      ))}
    </View>
  )
}
