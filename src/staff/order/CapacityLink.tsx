import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { LinkRow } from '../../components/LinkRow'
import { holds } from '../../domain/permission'
import { weekWords as words } from '../../text/provider-week-words'

/** The way to the capacity of the week, for who answers for the whole centre. */
export function CapacityLink() {
  const { value } = useQuery('member.me', () => call.member.me({}))
  if (!value || !holds(value.roles, 'verify-licence')) return null
  return (
    <LinkRow
      label={words.capacity}
      note={words.capacityHint}
      onPress={() => void Taro.navigateTo({ url: '/staff/provider/capacity' })}
    />
  )
}
