import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Chip } from '../../components/Chip'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { deskWords as words } from '../../text/need-desk-words'
import '../../text/need-refusals'
import '../../text/staff-refusals'
import { NeedRow } from './NeedRow'
import { OfferRow } from './OfferRow'
import './desk.css'

const tabs = ['due', 'mine', 'words', 'offers'] as const

/** What waits for staff: each with who answers for it and until when. */
export default function NeedDesk() {
  const now = useNow()
  const [show, setShow] = useState<(typeof tabs)[number]>('due')
  const [done, setDone] = useState(false)
  // What people asked for is not for a phone to remember.
  const queue = useQuery(`need.queue.${show}`, () => call.need.queue({ show }), false)
  const after = async () => {
    setDone(true)
    await queue.refresh()
  }
  const { value } = queue
  return (
    <Screen title={words.title} wide>
      <LinkRow label={words.picture} onPress={() => void Taro.navigateTo({ url: '/staff/need/picture' })} />
      <View className='desk-chips'>
        {tabs.map((tab) => (
          <Chip key={tab} kind='radio' on={tab === show} onPress={() => setShow(tab)}>
            {words.tabs[tab]}
          </Chip>
        ))}
      </View>
      {done && (
        <View className='soft' {...spokenAs('status')}>
          {words.done}
        </View>
      )}
      {queue.problem && <Trouble problem={queue.problem} retry={queue.refresh} />}
      {!value && queue.loading && <Loading cards={3} />}
      {value && value.needs.length + value.offers.length === 0 && <Empty title={words.empty[show]} />}
      {value?.needs.map((need) => (
        <NeedRow key={need.id} need={need} now={now} onDone={after} />
      ))}
      {value?.offers.map((offer) => (
        <OfferRow key={offer.id} offer={offer} now={now} onDone={after} />
      ))}
    </Screen>
  )
}
