import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { Choice } from '../../components/Choice'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import type { RatingPage } from '../../domain/rating'
import { ratingWords } from '../../text/rating-words'
import { rangeWords } from '../../text/time'
import { Answered } from '../Answered'
import { RatingForm } from './RatingForm'
import { Said } from './Said'
import './rating.css'

/** Those who came say how it was: for themselves and for those they act for, each once. */
export default function Rating() {
  const id = useRouter().params.id ?? ''
  const { elder } = useDisplay()
  const words = ratingWords(elder)
  const now = useNow()
  const page = useQuery(`rating.${id}`, () => call.rating.open({ activity: id }), false)
  const [chosen, setChosen] = useState<string>()
  const [changing, setChanging] = useState(false)
  const [sheet, ask] = useConfirm()
  const done = async () => {
    await page.refresh()
    setChanging(false)
  }
  return (
    <Screen title={words.title} sheet={sheet}>
      <Answered query={page} waiting={<Loading cards={2} />}>
        {(shown) => {
          const person = shown.people.find((each) => each.id === chosen) ?? firstOf(shown)
          const no = whyNot(shown, words)
          return (
            <View>
              <View className='heading' {...spokenAs('heading')}>
                {shown.activity.title}
              </View>
              <View className='soft'>{rangeWords(shown.activity.startsAt, shown.activity.endsAt, now)}</View>
              {no && <Empty title={no} {...(no === words.nothing && { next: words.nothingNext })} />}
              {!no && shown.people.length > 1 && (
                <View className='rating-person'>
                  <Choice
                    label={words.whom}
                    columns={2}
                    options={shown.people.map((each) => ({
                      value: each.id,
                      label: each.proxy ? each.name : words.self,
                      ...(each.rated ? { note: words.given } : each.proxy && { note: words.proxy }),
                    }))}
                    value={person?.id ?? null}
                    onChange={(each) => {
                      setChosen(each)
                      setChanging(false)
                    }}
                  />
                </View>
              )}
              {!no && person && (
                <View className='rating-person'>
                  <Card>
                    {person.rated && !changing ? (
                      <Said
                        page={shown}
                        person={person}
                        now={now}
                        ask={ask}
                        onChange={() => setChanging(true)}
                        onDone={done}
                      />
                    ) : now >= person.until ? (
                      <View className='soft'>{words.over}</View>
                    ) : (
                      <RatingForm key={`${person.id} ${elder}`} page={shown} person={person} onDone={done} />
                    )}
                  </Card>
                </View>
              )}
            </View>
          )
        }}
      </Answered>
    </Screen>
  )
}

/** Whoever of them has not rated yet comes first. */
const firstOf = ({ people }: RatingPage) => people.find((person) => !person.rated) ?? people[0]

/** Why nobody of theirs may rate here, in a sentence; nothing where somebody may. */
function whyNot(page: RatingPage, words: ReturnType<typeof ratingWords>): string | undefined {
  if (page.ownWork) return words.own
  if (!page.ended) return words.early
  return page.people.length === 0 ? words.nothing : undefined
}
