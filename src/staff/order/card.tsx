import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Lines } from '../../components/Lines'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import type { Building } from '../../domain/centre'
import { reaches } from '../../domain/order'
import { deskWords } from '../../text/order-desk-words'
import '../../text/order-refusals'
import { CardBoxes } from './CardBoxes'
import { CardWho } from './CardWho'
import { blank, type Card, saidOn } from './card-form'
import './order.css'

const words = deskWords.card

/** A paper card is entered in a few taps, in the order in which it is written. */
export default function EnterCard() {
  const centre = useQuery('centre.open', () => call.centre.open({}))
  return (
    <Screen title={deskWords.cardTitle} wide>
      {centre.problem && <Trouble problem={centre.problem} retry={() => void centre.refresh()} />}
      {!centre.value && centre.loading && <Loading cards={3} />}
      {centre.value && <Form buildings={centre.value.centre.buildings} />}
    </Screen>
  )
}

function Form({ buildings }: { buildings: readonly Building[] }) {
  const [card, setCard] = useState(blank)
  const [tried, setTried] = useState(false)
  const change = (more: Partial<Card>) => setCard((before) => ({ ...before, ...more }))
  const said = saidOn(card)
  const place = useAction((intent, { box: _box, kind: _kind, consent: _consent, words: _words, ...asked }: Card) =>
    call.order.placeFor({
      intent,
      ...asked,
      name: asked.name.trim(),
      words: said,
      room: card.room.trim() || null,
      wants: null,
      weekly: false,
      urgent: 'none',
      consent: true,
    }),
  )
  const nothing = card.item === null && said === null
  const unsaid = card.box !== null && card.kind === null
  const ready = card.name.trim() !== '' && !nothing && !unsaid && card.consent
  const send = async () => {
    setTried(true)
    if (!ready) return
    const answer = await place.run(card)
    if (!answer.ok) return
    void Taro.showToast({ title: words.placed, icon: 'none' })
    void Taro.redirectTo({ url: `/staff/order/order?id=${answer.value.order}` })
  }
  return (
    <View>
      <View className='soft desk-note'>{words.lead}</View>
      <CardBoxes card={card} onChange={change} error={tried && unsaid ? words.whichMissing : null} />
      <Lines
        label={words.words}
        value={card.words}
        error={tried && nothing ? words.nothing : null}
        maxLength={200}
        onChange={(written) => change({ words: written })}
      />
      <CardWho
        card={card}
        buildings={buildings}
        error={tried && card.name.trim() === '' ? words.nameMissing : null}
        onChange={change}
      />
      <View className='field'>
        <View className='field-label'>{words.reach}</View>
        <View className='desk-chips'>
          {reaches
            .filter((each) => each !== 'app')
            .map((each) => (
              <Chip key={each} kind='radio' on={card.reach === each} onPress={() => change({ reach: each })}>
                {deskWords.reach[each]}
              </Chip>
            ))}
        </View>
      </View>
      <View className='desk-chips desk-note'>
        <Chip on={card.consent} onPress={() => change({ consent: !card.consent })}>
          {words.consent}
        </Chip>
      </View>
      {tried && !card.consent && (
        <View className='field-error desk-note' {...spokenAs('alert')}>
          {words.consentMissing}
        </View>
      )}
      {place.problem && <Trouble problem={place.problem} retry={() => void place.again()} close={place.dismiss} />}
      <Button busy={place.busy} onPress={send}>
        {words.place}
      </Button>
    </View>
  )
}
