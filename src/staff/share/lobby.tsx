import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call } from '../../cloud/call'
import { centreNow } from '../../cloud/centre'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Loading } from '../../components/Loading'
import { QrCode } from '../../components/QrCode'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { buildingDoor } from '../../domain/door'
import { shareWords } from '../../text/share-words'
import { codeFor } from './code'
import { linkTo } from './picture'
import './share.css'

/** The code of one building: in WeChat the mini-program's own, elsewhere the page's address. */
function LobbyCode({ building, words }: { building: string; words: string }) {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => void codeFor(null, buildingDoor(building)).then(setCode), [building])
  if (code) return <Image className='share-code' mode='aspectFit' src={code} aria-label={words} />
  return <QrCode text={linkTo(`/pages/home/index?c=${centreNow()}&d=${buildingDoor(building)}`)} words={words} />
}

/** A sheet for each building's lobby, one to a page: every one is a door of its own. */
export default function Lobby() {
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const { value } = centre
  return (
    <Screen
      title={shareWords.lobbyTitle}
      wide
      action={
        value && process.env.TARO_ENV === 'h5' && <Button onPress={() => window.print()}>{shareWords.printAll}</Button>
      }
    >
      {centre.problem && <Trouble problem={centre.problem} retry={centre.refresh} />}
      {!value && centre.loading && <Loading cards={1} />}
      <View className='soft share-note'>{shareWords.lobbyNote}</View>
      <View className='share-sheets printed'>
        {value?.centre.buildings.map(({ id, name }) => (
          <View key={id} className='share-sheet'>
            <View className='share-kicker'>{value.centre.name}</View>
            <View className='share-lead'>{shareWords.lobbyLead}</View>
            <LobbyCode building={id} words={`${name}，${shareWords.lobbyScan}`} />
            <View className='share-scan'>{shareWords.lobbyScan}</View>
            <View className='share-steps'>
              {shareWords.lobbySteps.map((step) => (
                <View key={step}>{step}</View>
              ))}
            </View>
            <View className='share-small'>{shareWords.lobbyHelp}</View>
            <View className='share-small'>{shareWords.lobbyWarning}</View>
            <View className='share-building'>{name}</View>
          </View>
        ))}
      </View>
    </Screen>
  )
}
