import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { OfferPage } from '../../domain/need-page'
import { placeWords } from '../../text/need-reasons'
import '../../text/need-refusals'
import { needWords, stateWords } from '../../text/need-words'
import { whenWords } from '../../text/when-words'
import { Answered } from '../Answered'
import { HelpableCard } from './HelpableCard'
import './need.css'

/** My offer: how it stands, and whom it could help. */
export default function OwnOffer() {
  const id = useRouter().params.id ?? ''
  const words = needWords(useDisplay().elder)
  const page = useQuery(`offer.${id}`, () => call.offer.open({ offer: id }), false)
  const [sheet, ask] = useConfirm()
  return (
    <Screen title={words.offerOwn} sheet={sheet}>
      <Answered query={page} waiting={<Loading cards={3} />}>
        {(offer) => (
          <View>
            <Head offer={offer} />
            <Turns offer={offer} ask={ask} onDone={page.refresh} />
            {offer.state === 'open' && offer.sight === 'square' && (
              <View>
                <View className='subheading need-part' {...spokenAs('heading')}>
                  {words.helpable}
                </View>
                {offer.helpable.length === 0 && <View className='soft'>{words.noHelpable}</View>}
                {offer.helpable.map((each) => (
                  <HelpableCard key={each.need} offer={id} helpable={each} onDone={page.refresh} />
                ))}
              </View>
            )}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

function Head({ offer }: { offer: OfferPage }) {
  const words = needWords(useDisplay().elder)
  const now = useNow()
  const { meaning } = offer
  return (
    <Card>
      <View className='need-line'>
        <Tag>{meaning.label}</Tag>
        <Tag tone={offer.state === 'open' ? 'amber' : 'plain'}>{stateWords[offer.state]}</Tag>
      </View>
      <View className='need-text need-large'>{offer.text}</View>
      {offer.sight === 'waiting' && <View className='soft'>{words.waitingSight}</View>}
      <Row label={words.whenAsk}>{whenWords(meaning.when)}</Row>
      <Row label={words.whereAsk}>{meaning.places.map((place) => placeWords[place]).join('、')}</Row>
      <View className='soft'>{words.room(offer.room, offer.capacity)}</View>
      {offer.state !== 'ended' && <View className='soft'>{words.expires(offer.expiresAt, now)}</View>}
    </Card>
  )
}

interface TurnsProps {
  offer: OfferPage
  ask: ReturnType<typeof useConfirm>[1]
  onDone(): Promise<void>
}

function Turns({ offer, ask, onDone }: TurnsProps) {
  const words = needWords(useDisplay().elder)
  const turn = useAction((intent, input: { to: 'pause' | 'resume' | 'extend' | 'end' }) =>
    call.offer.turn({ intent, offer: offer.id, ...input }),
  )
  const press = (to: 'pause' | 'resume' | 'extend' | 'end') => async () => {
    if (to === 'end' && !(await ask(words.offerEndConfirm))) return
    if ((await turn.run({ to })).ok) await onDone()
  }
  const open = offer.state !== 'ended'
  return (
    <View>
      {turn.problem && (
        <Trouble
          problem={turn.problem}
          retry={() => void turn.again()}
          refresh={() => void onDone()}
          close={turn.dismiss}
        />
      )}
      <View className='need-answers'>
        {offer.state === 'open' && (
          <Button kind='plain' busy={turn.busy} onPress={press('pause')}>
            {words.pause}
          </Button>
        )}
        {offer.state === 'paused' && (
          <Button busy={turn.busy} onPress={press('resume')}>
            {words.resume}
          </Button>
        )}
        <Button kind='plain' busy={turn.busy} onPress={press('extend')}>
          {words.extend}
        </Button>
        {open && (
          <Button kind='danger' busy={turn.busy} onPress={press('end')}>
            {words.end}
          </Button>
        )}
      </View>
    </View>
  )
}
