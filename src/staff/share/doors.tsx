import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { shareWords } from '../../text/share-words'
import { dot } from '../../text/spacing'
import './share.css'

const spans = [7, 30, 90] as const

/** Which door brought whom: a bar and its numbers for each, the busiest first. */
export default function Doors() {
  const [days, setDays] = useState<(typeof spans)[number]>(30)
  const query = useQuery(`doors.${days}`, () => call.centre.doors({ days }), false)
  const doors = [...(query.value ?? [])].sort((a, b) => b.views - a.views || b.signedUp - a.signedUp)
  const most = Math.max(1, ...doors.map(({ views }) => views))
  const used = doors.filter(({ views, signedUp }) => views + signedUp > 0)
  return (
    <Screen title={shareWords.doorsTitle} wide>
      <View className='soft share-note'>{shareWords.doorsNote}</View>
      <View className='share-chips'>
        {spans.map((each) => (
          <Chip key={each} kind='radio' on={each === days} onPress={() => setDays(each)}>
            {shareWords.days[each]}
          </Chip>
        ))}
      </View>
      {query.problem && <Trouble problem={query.problem} retry={query.refresh} />}
      {!query.value && query.loading && <Loading />}
      {query.value && used.length === 0 && <Empty title={shareWords.empty} />}
      {used.map(({ id, name, views, signedUp, came }) => (
        <Card key={id}>
          <View className='share-door'>{name}</View>
          <View className='share-bar' aria-hidden='true'>
            <View className='share-bar-full' style={{ width: `${Math.round((100 * views) / most)}%` }} />
          </View>
          <View>
            {shareWords.views(views)}
            {dot}
            {shareWords.signedUp(signedUp)}
            {dot}
            {shareWords.came(came)}
          </View>
        </Card>
      ))}
    </Screen>
  )
}
