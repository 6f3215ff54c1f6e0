import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { spokenAs } from '../../components/press'
import { useNow } from '../../components/useNow'
import type { MineList, MineRow } from '../../domain/need-page'
import { introductionStates, needWords, stateWords } from '../../text/need-words'
import { shortMomentWords } from '../../text/time'
import { dot } from '../../text/spacing'

const go = (page: string, id: string) => () => void Taro.navigateTo({ url: `/pages/need/${page}?id=${id}` })

/** What I asked for and want too, what I can do, and whom I was made acquainted with: what waits for me first. */
export function Mine({ list }: { list: MineList }) {
  const words = needWords(useDisplay().elder)
  const { needs, offers, introductions } = list
  if (needs.length + offers.length + introductions.length === 0)
    return <Empty title={words.emptyMine} next={words.emptyMineNext} />
  const waiting = [...introductions].sort((one, other) => Number(other.forMe) - Number(one.forMe))
  return (
    <View>
      {waiting.length > 0 && <Part title={words.introductionTitle} />}
      {waiting.map(({ id, label, state, forMe }) => (
        <LinkRow
          key={id}
          label={label}
          note={forMe ? words.forMe : introductionStates[state]}
          onPress={go('introduction', id)}
        />
      ))}
      {needs.length > 0 && <Part title={words.needTitle} />}
      {needs.map((row) => (
        <Line key={row.id} row={row} page='index' />
      ))}
      {offers.length > 0 && <Part title={words.offerTitle} />}
      {offers.map((row) => (
        <Line key={row.id} row={row} page='offer' />
      ))}
    </View>
  )
}

const Part = ({ title }: { title: string }) => (
  <View className='subheading need-part' {...spokenAs('heading')}>
    {title}
  </View>
)

function Line({ row, page }: { row: MineRow; page: string }) {
  const words = needWords(useDisplay().elder)
  const now = useNow()
  const due = row.dueAt !== null && row.own ? `，${words.until} ${shortMomentWords(row.dueAt, now)}` : ''
  const state = row.sight === 'waiting' ? words.waitingSight : `${stateWords[row.state]}${due}`
  const mine = row.own ? state : row.activity ? words.activity : words.wanted
  return <LinkRow label={row.label} note={`${mine}${dot}${row.text}`} onPress={go(page, row.id)} />
}
