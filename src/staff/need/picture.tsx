import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import type { PicturePage } from '../../domain/need-picture'
import { cellName, deskWords as words, whyWords } from '../../text/need-desk-words'
import '../../text/staff-refusals'
import { Bars } from './Bars'
import './desk.css'

/** What is asked and what is brought, as pictures whose numbers stand beside them. */
export default function NeedPicture() {
  const page = useQuery('need.picture', () => call.need.picture({}), false)
  const { value } = page
  return (
    <Screen title={words.pictureTitle} wide>
      {page.problem && <Trouble problem={page.problem} retry={page.refresh} />}
      {!value && page.loading && <Loading cards={3} />}
      {value && <Pictures page={value} />}
    </Screen>
  )
}

const Title = ({ children }: { children: string }) => (
  <View className='subheading desk-part' {...spokenAs('heading')}>
    {children}
  </View>
)

function Pictures({ page }: { page: PicturePage }) {
  const { picture } = page
  const names = new Map([...page.categories, ...page.buildings].map(({ code, name }) => [code, name]))
  return (
    <View>
      <View>{words.pictureLead}</View>
      <View className='soft'>{words.hiddenNote}</View>
      <Title>{words.days}</Title>
      <Card>
        {picture.days.middle === null ? (
          <View>{words.few}</View>
        ) : (
          <View>
            <View>{words.middle(picture.days.middle)}</View>
            {picture.days.slow !== null && <View>{words.slow(picture.days.slow)}</View>}
            {picture.days.inTime !== null && <View>{words.inTime(picture.days.inTime)}</View>}
          </View>
        )}
      </Card>
      <Title>{words.gaps}</Title>
      {picture.gaps.length === 0 && <View className='soft'>{words.noGaps}</View>}
      {picture.gaps.slice(0, 8).map(({ of, asking, bringing }) => (
        <Row key={of} label={cellName(of, names)}>
          {words.gap(asking, bringing)}
        </Row>
      ))}
      <Title>{words.unmet}</Title>
      {picture.unmet.map(({ why, count }) => (
        <Row key={why} label={whyWords(why)}>
          {count ?? words.hidden}
        </Row>
      ))}
      <Title>{words.byCategory}</Title>
      <View className='soft'>{words.householdsHeard(picture.households)}</View>
      <Bars cells={picture.byCategory} names={names} />
      <Title>{words.byBuilding}</Title>
      <Bars cells={picture.byBuilding} names={names} />
      <Title>{words.byBand}</Title>
      <Bars cells={picture.byBand} names={names} />
    </View>
  )
}
