import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { chanceId } from '../../cloud/chance'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { holds } from '../../domain/permission'
import { weekWords } from '../../text/provider-week-words'
import { providerWords as words, rowNote } from '../../text/provider-words'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** Who provides what is on the menu: one's own, or everyone of the centre. */
export default function Providers() {
  const list = useQuery('provider.list', () => call.provider.list({}))
  const me = useQuery('member.me', () => call.member.me({}))
  const { value } = list
  // Only those who reach the whole centre register others.
  const registers = me.value !== undefined && me.value !== null && holds(me.value.roles, 'verify-licence')
  return (
    <Screen
      title={words.title}
      wide
      action={registers && <Button onPress={go(`/staff/provider/page?new=${chanceId(12)}`)}>{words.new}</Button>}
    >
      {list.problem && <Trouble problem={list.problem} retry={list.refresh} />}
      {!value && list.loading && <Loading cards={4} />}
      {registers && <LinkRow label={weekWords.capacity} onPress={go('/staff/provider/capacity')} />}
      <View>
        {value?.map((row) => (
          <LinkRow
            key={row.key}
            label={row.name}
            note={rowNote(row)}
            onPress={go(`/staff/provider/page?key=${row.key}`)}
          />
        ))}
      </View>
      {value?.length === 0 && <Empty {...words.nobody} />}
    </Screen>
  )
}
