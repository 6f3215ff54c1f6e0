import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { VolunteerRow } from '../../domain/shift-page'
import { skillWords } from '../../text/skill-words'
import { countWords, staffWords as words } from '../../text/volunteer-staff-words'
import { stateWords } from '../../text/volunteer-option-words'
import '../../text/volunteer-refusals'
import { Care } from './Care'
import { Teams } from './Teams'
import { dot } from '../../text/spacing'
import './volunteer.css'

const shows = ['people', 'care', 'teams'] as const

/** Who serves: whoever waits to be looked at first; whom to say a word to; the teams. */
export default function Volunteers() {
  const [show, setShow] = useState<(typeof shows)[number]>('people')
  const board = useQuery('volunteers', () => call.volunteer.list({}), false)
  return (
    <Screen title={words.title} wide>
      <LinkRow label={words.shifts} onPress={() => void Taro.navigateTo({ url: '/staff/volunteer/shifts' })} />
      <View className='duty-chips'>
        {shows.map((each) => (
          <Chip key={each} kind='radio' on={each === show} onPress={() => setShow(each)}>
            {words.shows[each]}
          </Chip>
        ))}
      </View>
      {board.problem && <Trouble problem={board.problem} retry={board.refresh} />}
      {!board.value && board.loading && <Loading />}
      {show === 'people' && board.value && (
        <View>
          <View className='soft'>{countWords(board.value.counts)}</View>
          {board.value.rows.length === 0 && <Empty title={words.none} next={words.noneText} />}
          <View className='duty-grid'>
            {board.value.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </View>
        </View>
      )}
      {show === 'care' && <Care />}
      {show === 'teams' && board.value && <Teams teams={board.value.teams} onChanged={board.refresh} />}
    </Screen>
  )
}

const most = 3

function Row({ row }: { row: VolunteerRow }) {
  const skills = row.skills.slice(0, most).map((skill) => skillWords[skill])
  const about = [row.team, ...skills].filter((part) => part !== null).join(dot)
  return (
    <Card
      label={`${row.name}，${stateWords[row.state]}，${about}`}
      onPress={() => void Taro.navigateTo({ url: `/staff/volunteer/person?id=${row.id}` })}
    >
      <View className='duty-title'>{row.name}</View>
      {about !== '' && <View className='soft'>{about}</View>}
      <View className='duty-tags'>
        <Tag tone={row.state === 'active' ? 'jade' : row.state === 'applied' ? 'red' : 'amber'}>
          {stateWords[row.state]}
        </Tag>
        {row.documents > 0 && <Tag tone='amber'>{words.documents(row.documents)}</Tag>}
      </View>
    </Card>
  )
}
