import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { type ConfirmQuestion, useConfirm } from '../../components/Confirm'
import { FieldError } from '../../components/FieldError'
import { Chip } from '../../components/Chip'
import { Lines } from '../../components/Lines'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { When } from '../../components/When'
import { isMinor } from '../../domain/age'
import type { Building } from '../../domain/centre'
import { guardians, reaches } from '../../domain/order'
import { deskWords } from '../../text/order-desk-words'
import { guardianWords, itemWords } from '../../text/order-item-words'
import '../../text/order-refusals'
import { CardBoxes } from './CardBoxes'
import { CardPlaced, seeOrder } from './CardPlaced'
import { CardUrgent } from './CardUrgent'
import { CardWho } from './CardWho'
import { blank, type Card, inputOf, saidOn, titleOf } from './card-form'
import { ItemSearch } from './ItemSearch'
import './order.css'

const words = deskWords.card

/** A paper card is entered in a few taps, in the order in which it is written. */
export default function EnterCard() {
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const [question, ask] = useConfirm()
  const [sheet, setSheet] = useState<ReactNode>(null)
  const [cards, setCards] = useState(0)
  const next = () => {
    setSheet(null)
    setCards((before) => before + 1)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const placed = (order: string, card: Card) => setSheet(<CardPlaced order={order} of={titleOf(card)} onNext={next} />)
  return (
    <Screen title={deskWords.cardTitle} sheet={question || sheet}>
      {centre.problem && <Trouble problem={centre.problem} retry={() => void centre.refresh()} />}
      {!centre.value && centre.loading && <Loading cards={3} />}
      {centre.value && (
        <Form key={cards} buildings={centre.value.centre.buildings} ask={ask} onSheet={setSheet} onPlaced={placed} />
      )}
    </Screen>
  )
}

interface FormProps {
  buildings: readonly Building[]
  ask(question: ConfirmQuestion): Promise<boolean>
  /** What rises over the whole screen, or nothing any more. */
  onSheet(sheet: ReactNode): void
  onPlaced(order: string, card: Card): void
}

type Urgent = Parameters<typeof call.order.placeFor>[0]['urgent']

function Form({ buildings, ask, onSheet, onPlaced }: FormProps) {
  const [now] = useState(() => Date.now())
  const [card, setCard] = useState(blank)
  const [tried, setTried] = useState(false)
  const change = (more: Partial<Card>) => setCard((before) => ({ ...before, ...more }))
  const said = saidOn(card)
  const place = useAction((intent, input: ReturnType<typeof inputOf> & { urgent: Urgent }) =>
    call.order.placeFor({ intent, ...input }),
  )
  const nothing = card.item === null && said === null
  const unsaid = card.box !== null && card.kind === null
  const ready = card.name.trim() !== '' && !nothing && !unsaid && card.consent
  const after = (answer: Awaited<ReturnType<typeof place.again>>, urgent: Urgent = 'none') => {
    if (!answer) return
    if (!answer.ok) {
      if (answer.reason !== 'order-emergency') return
      place.dismiss()
      return onSheet(
        <CardUrgent ask={answer.ask} numbers={answer.numbers} onAnswer={send} onClose={() => onSheet(null)} />,
      )
    }
    // Whoever is to be called at once is called before the next card.
    if (urgent === 'call-me') seeOrder(answer.value.order)
    else onPlaced(answer.value.order, card)
  }
  const send = async (urgent: Urgent): Promise<void> => {
    setTried(true)
    if (!ready || card.reach === null) return
    const weekly = card.weekly && urgent !== 'call-me'
    after(await place.run({ ...inputOf(card, card.reach), weekly, urgent }), urgent)
  }
  return (
    <View>
      <View className='soft desk-note'>{words.lead}</View>
      <CardBoxes card={card} onChange={change} error={tried && unsaid ? words.whichMissing : null} />
      <ItemSearch
        label={words.findItem}
        said=''
        chosen={card.item !== null && card.itemName !== null ? { code: card.item, name: card.itemName } : null}
        onChoose={(item) => change({ box: null, kind: null, item: item?.code ?? null, itemName: item?.name ?? null })}
      />
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
        ask={ask}
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
        <FieldError error={tried && card.reach === null && words.reachMissing} />
      </View>
      {isMinor(card.band) && (
        <View className='field'>
          <View className='field-label'>{itemWords(false).agreedLabel}</View>
          <View className='desk-chips'>
            {guardians
              .filter((each) => each !== 'holder')
              .map((each) => (
                <Chip key={each} kind='radio' on={card.agreed === each} onPress={() => change({ agreed: each })}>
                  {guardianWords[each]}
                </Chip>
              ))}
          </View>
        </View>
      )}
      <When label={words.when} now={now} open value={card.wants} onChange={(wants) => change({ wants })} />
      <View className='desk-chips desk-note'>
        <Chip on={card.weekly} onPress={() => change({ weekly: !card.weekly })}>
          {words.weekly}
        </Chip>
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
      {place.problem && (
        <Trouble problem={place.problem} retry={async () => after(await place.again())} close={place.dismiss} />
      )}
      <Button busy={place.busy} onPress={() => send('none')}>
        {words.place}
      </Button>
    </View>
  )
}
