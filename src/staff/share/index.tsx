import { Image, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '../../cloud/call'
import { centreNow } from '../../cloud/centre'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import type { ActivityPage } from '../../domain/activity'
import { posterDoor } from '../../domain/door'
import { bandsWords } from '../../text/bands'
import { shareWords } from '../../text/share-words'
import { rangeWords } from '../../text/time'
import { codeFor } from './code'
import type { Poster } from './drawing'
import { linkTo, pictureOf, save } from './picture'
import './share.css'

/** The poster of one activity: to look at, to save, to print. */
export default function SharePoster() {
  const id = useRouter().params.id ?? ''
  const page = useQuery(`activity.open.${id}`, () => call.activity.open({ activity: id }))
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const [picture, setPicture] = useState<string | null>()
  const activity = page.value
  const kicker = centre.value?.centre.name
  useEffect(() => {
    if (!activity || !kicker) return
    void codeFor(activity.id, posterDoor)
      .then((code) => pictureOf(posterOf(activity, kicker), code))
      .then(setPicture, () => setPicture(null))
  }, [activity, kicker])
  const keep = async () => {
    if (!picture || !activity) return
    const saved = await save(picture, activity.title)
    void Taro.showToast({ title: saved ? shareWords.saved : shareWords.notSaved, icon: 'none' })
  }
  const problem = page.problem ?? centre.problem
  return (
    <Screen
      title={shareWords.title}
      action={
        picture && (
          <View className='share-deeds'>
            <Button onPress={keep}>{shareWords.save}</Button>
            {process.env.TARO_ENV === 'h5' && (
              <Button kind='plain' onPress={() => window.print()}>
                {shareWords.print}
              </Button>
            )}
          </View>
        )
      }
    >
      {problem && <Trouble problem={problem} retry={() => void page.refresh()} />}
      {picture === undefined && !problem && <Loading cards={1} />}
      {picture === null && <View>{shareWords.cannot}</View>}
      {picture && activity && (
        <Image
          className='share-poster printed'
          mode='widthFix'
          src={picture}
          {...(process.env.TARO_ENV === 'h5'
            ? { nativeProps: { alt: shareWords.posterAria(activity.title) } }
            : { 'aria-label': shareWords.posterAria(activity.title) })}
        />
      )}
    </Screen>
  )
}

function posterOf(page: ActivityPage, kicker: string): Poster {
  const plain = (text: string) => text.replace(/[\u2060]/g, '').replace(/\u00a0/g, ' ')
  return {
    kicker,
    title: page.title,
    lines: [
      plain(rangeWords(page.startsAt, page.endsAt, page.startsAt - 7 * 24 * 3_600_000)),
      page.place.name,
      plain(bandsWords(page.bands)),
      `${shareWords.seats(page.seats.capacity)}，${shareWords.free}`,
    ],
    scan: shareWords.scan,
    help: shareWords.help,
    link: linkTo(`/pages/activity/index?c=${centreNow()}&id=${page.id}&d=${posterDoor}`),
  }
}
