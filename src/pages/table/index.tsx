import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { keptSince } from '../../text/frame'
import { memberWords } from '../../text/member-words'
import { clockWords } from '../../text/time'
import { Greeting } from './Greeting'
import { MemberLinks } from './MemberLinks'
import { Table } from './Table'
import { ToRate } from './ToRate'
import './index.css'

/** My table: what I and mine go to and wait for, and the ways to everything of one's own. */
export default function Mine() {
  const { elder } = useDisplay()
  const words = memberWords(elder)
  const me = useQuery('me', () => call.member.me({}))
  const table = useQuery('activity.mine', () => call.activity.mine({}))
  const over = useQuery('activity.past', () => call.activity.past({}))
  const unread = useQuery('message.unread', () => call.message.unread({}), false)
  const [question, ask] = useConfirm()
  const problem = me.problem ?? (me.value ? table.problem : undefined)
  const again = () => {
    void me.refresh()
    void table.refresh()
  }

  return (
    <Screen title={words.mine} tab='member' sheet={question}>
      {problem && <Trouble problem={problem} retry={again} />}
      {problem && table.at !== undefined && <View className='soft'>{keptSince(clockWords(table.at))}</View>}
      {me.value === undefined && me.loading && <Loading />}
      {me.value === null && (
        <Empty title={words.joinTitle} next={words.joinLead}>
          <Button onPress={() => Taro.navigateTo({ url: '/pages/member/join' })}>{words.meet}</Button>
        </Empty>
      )}
      {me.value && <Greeting me={me.value} />}
      {me.value && table.value && <Table table={table.value} ask={ask} onChanged={table.refresh} />}
      {me.value && <ToRate entries={over.value ?? []} />}
      {me.value && !table.value && table.loading && <Loading cards={2} />}
      {me.value !== undefined && <MemberLinks me={me.value} unread={unread.value ?? 0} />}
    </Screen>
  )
}
