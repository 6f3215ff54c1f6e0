import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import type { RatingPage } from '../../domain/rating'
import { childFaces, faceWords, ratingWords } from '../../text/rating-words'
import type { RatingPerson } from './ballot'

interface SaidProps {
  page: RatingPage
  person: RatingPerson
  now: number
  ask(question: ConfirmQuestion): Promise<boolean>
  onChange(): void
  onDone(): Promise<void>
}

/** What was said for one person, and what may still be done about it. */
export function Said({ page, person, now, ask, onChange, onDone }: SaidProps) {
  const { elder } = useDisplay()
  const words = ratingWords(elder)
  const act = useAction((intent, what: 'text' | 'score') =>
    call.rating.withdraw({ intent, activity: page.activity.id, person: person.id, what }),
  )
  const { mine } = person
  const face = (person.child ? childFaces : faceWords).find(({ score }) => score === mine?.overall)
  const take = async (what: 'text' | 'score') => {
    const [title, text, ok] =
      what === 'text'
        ? [words.takeTextTitle, words.takeTextText, words.takeText]
        : [words.takeTitle, words.takeText2, words.takeAll]
    if (!(await ask({ title, text, ok, cancel: words.keep }))) return
    const answer = await act.run(what)
    if (answer.ok) await onDone()
  }
  return (
    <View {...spokenAs('status')}>
      <View className='subheading'>{mine ? words.thanks : words.given}</View>
      {mine && face && <View>{elder ? face.plain : face.label}</View>}
      {mine?.comment && <View className='rating-comment'>{mine.comment}</View>}
      {mine?.comment && !mine.shown && <View className='soft'>{words.waitsCheck}</View>}
      {mine && <View className='soft'>{page.private ? words.private : words.anonymous}</View>}
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <View className='rating-deeds'>
        {mine && person.mayEdit && (
          <Button kind='plain' onPress={onChange}>
            {words.change}
          </Button>
        )}
        {mine && person.mayEdit && <View className='soft'>{words.changeOnce}</View>}
        {mine?.comment && (
          <Button kind='plain' onPress={() => take('text')}>
            {words.takeText}
          </Button>
        )}
        {mine && now < person.until && (
          <Button kind='plain' onPress={() => take('score')}>
            {words.takeAll}
          </Button>
        )}
        {!page.private && (
          <Button kind='plain' onPress={() => Taro.navigateTo({ url: `/pages/rating/summary?id=${page.activity.id}` })}>
            {words.see}
          </Button>
        )}
      </View>
    </View>
  )
}
