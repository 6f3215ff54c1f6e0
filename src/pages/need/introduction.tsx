import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import type { IntroductionPage } from '../../domain/introduction'
import { reasonsWords } from '../../text/need-reasons'
import '../../text/need-refusals'
import { introductionStates, needWords } from '../../text/need-words'
import { Answered } from '../Answered'
import { Feel } from './Feel'
import { Gave } from './Gave'
import { Known } from './Known'
import { Steps } from './Steps'
import './need.css'

/** Two neighbours who may help each other: who they are is told once both have said yes. */
export default function Introduction() {
  const id = useRouter().params.id ?? ''
  const words = needWords(useDisplay().elder)
  const page = useQuery(`introduction.${id}`, () => call.introduction.open({ introduction: id }), false)
  const [sheet, ask] = useConfirm()
  return (
    <Screen title={words.introductionTitle} sheet={sheet}>
      <Answered query={page} waiting={<Loading cards={2} />}>
        {(shown) => (
          <View>
            <Both page={shown} />
            {shown.other && <Known other={shown.other} />}
            <Steps page={shown} ask={ask} onDone={page.refresh} />
            {shown.time && <Gave page={shown} time={shown.time} onDone={page.refresh} />}
            {shown.state === 'done' && <Feel page={shown} onDone={page.refresh} />}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

function Both({ page }: { page: IntroductionPage }) {
  const words = needWords(useDisplay().elder)
  return (
    <Card>
      <View className='need-line'>
        <Tag>{page.need.label}</Tag>
        {page.need.weekly && <Tag tone='plain'>{words.weekly}</Tag>}
        <Tag tone='amber'>{introductionStates[page.state]}</Tag>
      </View>
      <View className='field-label need-part'>{words.theirNeed}</View>
      <View className='need-text'>{page.need.text ?? page.need.label}</View>
      <View className='field-label need-part'>{words.theirOffer}</View>
      <View className='need-text'>{page.offer.text ?? page.offer.label}</View>
      <View className='field-label need-part'>{words.why}</View>
      <View className='need-why'>{reasonsWords(page.reasons)}</View>
    </Card>
  )
}
