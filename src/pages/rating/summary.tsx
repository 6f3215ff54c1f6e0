import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Empty } from '../../components/Empty'
import { Card } from '../../components/Card'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import type { RatingResult, RatingSummary } from '../../domain/rating-summary'
import { dimensionWords, summaryWords as words, tagWords } from '../../text/rating-words'
import { counted } from '../../text/spacing'
import { Answered } from '../Answered'
import './rating.css'

/** What those who came say of an activity; nothing before five of them have. */
export default function Summary() {
  const id = useRouter().params.id ?? ''
  const query = useQuery(`rating.summary.${id}`, () => call.rating.summary({ activity: id }))
  return (
    <Screen title={words.title}>
      <Answered query={query} waiting={<Loading cards={2} />}>
        {(result) => (
          <View>
            <View className='heading' {...spokenAs('heading')}>
              {result.title}
            </View>
            <View className='soft'>{result.organiser}</View>
            {result.summary ? <Sums result={result} sums={result.summary} /> : <Empty title={emptyOf(result)} />}
            {result.reply && (
              <View className='rating-part'>
                <Card>
                  <View className='subheading'>{words.reply}</View>
                  <View>{result.reply.text}</View>
                </Card>
              </View>
            )}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

const emptyOf = ({ present, least }: RatingResult): string => (present === null ? words.private : words.notYet(least))

function Sums({ result, sums }: { result: RatingResult; sums: RatingSummary }) {
  const [dislike, ok, like] = sums.children
  return (
    <View className='rating-part'>
      <Card>
        <View className='rating-mean'>{words.mean(sums.mean)}</View>
        <View className='soft'>
          {words.outOf}，{words.ratings(sums.ratings, result.present)}
        </View>
        {sums.few && <Tag tone='amber'>{words.few}</Tag>}
        {[5, 4, 3, 2, 1].map((grade) => (
          <Bar
            key={grade}
            label={words.share(grade, sums.counts[grade - 1] ?? 0)}
            part={sums.counts[grade - 1] ?? 0}
            of={sums.ratings}
          />
        ))}
      </Card>
      {sums.dimensions.length > 0 && (
        <View className='rating-part'>
          <View className='subheading'>{words.dimensions}</View>
          {sums.dimensions.map(({ dimension, mean }) => (
            <Bar key={dimension} label={`${dimensionWords[dimension].name} ${words.mean(mean)}`} part={mean} of={5} />
          ))}
        </View>
      )}
      {sums.tags.length > 0 && (
        <View className='rating-part'>
          <View className='subheading'>{words.tags}</View>
          <View className='rating-tags'>
            {sums.tags.map(({ tag, times }) => (
              <Tag key={tag} tone='plain'>{`${tagWords[tag]} ${counted(times, '人')}`}</Tag>
            ))}
          </View>
        </View>
      )}
      {like + ok + dislike > 0 && (
        <View className='rating-part'>
          <View className='subheading'>{words.children}</View>
          <View>{words.childrenCounts(like, ok, dislike)}</View>
        </View>
      )}
      {sums.comments.length > 0 && (
        <View className='rating-part'>
          <View className='subheading'>{words.comments}</View>
          {sums.comments.map(({ id, text, proxy }) => (
            <View key={id} className='rating-comment'>
              <View>{text}</View>
              <View className='soft'>{proxy ? `${words.someone}（${words.proxy}）` : words.someone}</View>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

/** How much of the whole, in words and as a bar. */
function Bar({ label, part, of }: { label: string; part: number; of: number }) {
  return (
    <View className='rating-bar'>
      <View className='rating-bar-words'>{label}</View>
      <View className='rating-bar-ground' aria-hidden='true'>
        <View className='rating-bar-part' style={{ width: `${Math.round((100 * part) / Math.max(1, of))}%` }} />
      </View>
    </View>
  )
}
