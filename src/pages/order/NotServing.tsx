import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Trouble } from '../../components/Trouble'
import type { VolunteerState } from '../../domain/volunteer'
import { outsideWords } from '../../text/order-outside-words'

const ways: Partial<Record<VolunteerState | 'stranger' | 'none', string>> = {
  stranger: '/pages/member/join',
  none: '/pages/volunteer/register',
  left: '/pages/volunteer/register',
  applied: '/pages/volunteer/index',
  training: '/pages/volunteer/index',
  suspended: '/pages/volunteer/index',
}

/** For whoever comes here and does not serve yet: what this is, where they stand, and what leads here. */
export function NotServing({ onServing }: { onServing(): Promise<void> }) {
  const { elder } = useDisplay()
  const own = useQuery('volunteering', () => call.volunteer.mine({}), false)
  const { value, problem, loading, refresh } = own
  const stranger = problem?.reason === 'not-joined-centre' || problem?.reason === 'not-signed-in'
  if (value === undefined && loading) return <Loading cards={1} />
  if (value === undefined && problem && !stranger) return <Trouble problem={problem} retry={() => void refresh()} />
  const state = stranger ? 'stranger' : (value?.volunteer?.state ?? 'none')
  const way = ways[state]
  const { title, next, act } = outsideWords(state, elder)
  return (
    <Empty title={title} next={next}>
      <Button onPress={() => (way ? void Taro.navigateTo({ url: way }) : onServing())}>{act}</Button>
    </Empty>
  )
}
