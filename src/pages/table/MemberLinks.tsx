import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { DisplaySheet } from '../../components/DisplaySheet'
import { useDisplay } from '../../components/display'
import type { OwnProfile } from '../../domain/member'
import { holds } from '../../domain/permission'
import { frame } from '../../text/frame'
import { familyNote, memberWords, unreadNote } from '../../text/member-words'
import { LinkRow } from '../../components/LinkRow'

const open = (url: string) => () => void Taro.navigateTo({ url })

/** The ways to one's family, one's own particulars, the look of things, and for staff to their side. */
export function MemberLinks({ me, unread }: { me: OwnProfile | null; unread: number }) {
  const { elder } = useDisplay()
  const [choosing, setChoosing] = useState(false)
  const words = memberWords(elder)
  return (
    <View className='links'>
      {me && holds(me.roles, 'see-attendee-names') && (
        <LinkRow label={words.staffSide} note={words.staffNote} onPress={open('/staff/activity/index')} />
      )}
      {me && <LinkRow label={words.inbox} note={unreadNote(unread)} onPress={open('/pages/message/index')} />}
      {me && <LinkRow label={words.ordered} onPress={open('/pages/order/mine')} />}
      {me && holds(me.roles, 'take-shift') && <LinkRow label={words.work} onPress={open('/pages/order/work')} />}
      {me && <LinkRow label={words.borrowed} onPress={open('/pages/loan/mine')} />}
      {me && <LinkRow label={words.booked} onPress={open('/pages/booking/mine')} />}
      <LinkRow label={words.groups} onPress={open('/pages/group/index')} />
      {me && <LinkRow label={words.volunteering} onPress={open('/pages/volunteer/index')} />}
      {me && <LinkRow label={words.hours} note={words.hoursNote} onPress={open('/pages/hours/index')} />}
      {me && <LinkRow label={words.past} onPress={open('/pages/message/past')} />}
      {me && (
        <LinkRow
          label={words.family}
          note={familyNote(me.family.map(({ name }) => name))}
          onPress={open('/pages/member/family')}
        />
      )}
      {me && <LinkRow label={words.profile} onPress={open('/pages/member/profile')} />}
      {me && <LinkRow label={words.account} note={words.accountNote} onPress={open('/pages/account/index')} />}
      <LinkRow label={frame(elder).displayLabel} onPress={() => setChoosing(true)} />
      <LinkRow label={words.verifyProof} onPress={open('/pages/proof/verify')} />
      <LinkRow label={words.readPrivacy} onPress={open('/pages/member/privacy')} />
      {choosing && <DisplaySheet onClose={() => setChoosing(false)} />}
    </View>
  )
}
