import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { centreNow } from '../../cloud/centre'
import { pulled, useQuery } from '../../cloud/useQuery'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import type { GroupPage } from '../../domain/group-page'
import { bandsWords } from '../../text/bands'
import { groupWords, membersWords, namesWords, placesWords } from '../../text/group-words'
import { ActivityCard } from '../ActivityCard'
import { Answered } from '../Answered'
import { Join } from './Join'
import { OwnPlaces } from './OwnPlaces'

/** One group: how mine stand in it, when and where it meets, who is in it, what comes next; and joining. */
export function GroupView({ id }: { id: string }) {
  const { elder } = useDisplay()
  const words = groupWords(elder)
  const page = useQuery(`group.open.${id}`, () => call.group.open({ group: id }))
  usePullDownRefresh(() => void pulled(page.refresh))
  const [question, ask] = useConfirm()
  useShareAppMessage(() => ({
    title: page.value?.name ?? words.title,
    path: `/pages/group/index?c=${centreNow()}&id=${id}`,
  }))
  return (
    <Screen
      title={words.title}
      sheet={question}
      action={page.value?.open && <Join page={page.value} onJoined={page.refresh} />}
    >
      <Answered query={page} waiting={<Loading cards={2} />}>
        {(group) => (
          <View>
            <View className='heading' {...spokenAs('heading')}>
              {group.name}
            </View>
            <View className='group-intro'>{group.open ? group.about : words.ended}</View>
            <OwnPlaces page={group} ask={ask} onChanged={page.refresh} />
            <Facts page={group} />
          </View>
        )}
      </Answered>
    </Screen>
  )
}

function Facts({ page }: { page: GroupPage }) {
  const { elder } = useDisplay()
  const words = groupWords(elder)
  const now = Date.now()
  return (
    <View>
      <Row label={words.meets}>{page.meets}</Row>
      <Row label={words.place}>{page.place}</Row>
      <Row label={words.leads}>{page.leads}</Row>
      <Row label={words.members}>
        <View>{membersWords(page)}</View>
        <View className='soft'>{placesWords(page)}</View>
        {page.names && page.names.length > 0 && <View className='soft'>{namesWords(page.names)}</View>}
      </Row>
      <View className='soft group-who'>
        <View>{bandsWords(page.bands)}</View>
        {page.private && <View>{words.private}</View>}
      </View>
      <View className='subheading group-part' {...spokenAs('heading')}>
        {words.meetings}
      </View>
      {page.meetings.map((card) => (
        <ActivityCard key={card.id} card={card} now={now} />
      ))}
      {page.meetings.length === 0 && <View className='soft'>{words.noMeetings}</View>}
      {page.manages && (
        <LinkRow
          label={words.manage}
          onPress={() => void Taro.navigateTo({ url: `/staff/group/index?id=${page.id}` })}
        />
      )}
    </View>
  )
}
