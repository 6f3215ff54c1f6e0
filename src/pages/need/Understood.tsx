import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Choice } from '../../components/Choice'
import { useDisplay } from '../../components/display'
import { Trouble } from '../../components/Trouble'
import { type AgeBand, ageBands } from '../../domain/age'
import { meetingPlaces } from '../../domain/matching/posting'
import type { Reading } from '../../domain/need-page'
import { bandWords } from '../../text/bands'
import { placeWords } from '../../text/need-reasons'
import { needWords } from '../../text/need-words'
import { WhenChips } from './WhenChips'
import { correctionOf, toggled, type Wish, wishOf } from './wish'

interface UnderstoodProps {
  kind: 'need' | 'offer'
  text: string
  reading: Reading
  /** Whether what is meant was chosen on the menu, so that it stays what it is. */
  fromMenu: boolean
}

/** What was understood, each part a tap to correct; and under which name neighbours see it. */
export function Understood({ kind, text, reading, fromMenu }: UnderstoodProps) {
  const words = needWords(useDisplay().elder)
  const need = kind === 'need'
  const [wish, setWish] = useState(() => wishOf(reading, kind, fromMenu))
  const [shown, setShown] = useState<'name' | 'neighbour'>('neighbour')
  const [quiet, setQuiet] = useState(false)
  const [bands, setBands] = useState<AgeBand[]>([])
  const [capacity, setCapacity] = useState('1')
  const change = (more: Partial<Omit<Wish, 'touched'>>) =>
    setWish((before) => ({
      ...before,
      ...more,
      touched: { ...before.touched, ...Object.fromEntries(Object.keys(more).map((field) => [field, true])) },
    }))
  const post = useAction(async (intent, asked: { wish: Wish; shown: 'name' | 'neighbour'; quiet: boolean }) => {
    const correction = correctionOf(asked.wish)
    if (need) return call.need.post({ intent, text, ...correction, shown: asked.shown, quiet: asked.quiet })
    const { concept, when } = correction
    const places = asked.wish.touched.places ? asked.wish.places : null
    return call.offer.post({
      intent,
      text,
      concept,
      when,
      places,
      bands,
      capacity: Number(capacity),
      shown: asked.shown,
    })
  })
  const send = async () => {
    const answer = await post.run({ wish, shown, quiet })
    if (answer.ok) void Taro.redirectTo({ url: `/pages/need/${need ? 'index' : 'offer'}?id=${answer.value.id}` })
  }
  const delicate = need && reading.care !== 'open'
  return (
    <View>
      {delicate ? (
        <View className='need-part'>{words.staffOnly}</View>
      ) : (
        <View className='soft need-part'>{words.understood}</View>
      )}
      <What reading={reading} wish={wish} onChange={change} />
      <WhenChips when={wish.when} onChange={(when) => change({ when })} />
      {need && (
        <View className='need-chips'>
          <Chip on={wish.weekly} onPress={() => change({ weekly: !wish.weekly })}>
            {words.weekly}
          </Chip>
        </View>
      )}
      <View className='field-label'>{words.whereAsk}</View>
      <View className='need-chips'>
        {meetingPlaces.map((place) => (
          <Chip
            key={place}
            kind={need ? 'radio' : 'checkbox'}
            on={wish.places.includes(place)}
            onPress={() => change({ places: need ? [place] : toggled(wish.places, place) })}
          >
            {placeWords[place]}
          </Chip>
        ))}
      </View>
      <View className='field-label'>{need ? words.whomAsk : words.forBands}</View>
      <View className='need-chips'>
        {ageBands.map((band) => (
          <Chip
            key={band}
            kind={need ? 'radio' : 'checkbox'}
            on={need ? wish.band === band : bands.includes(band)}
            onPress={() => (need ? change({ band }) : setBands(toggled(bands, band)))}
          >
            {bandWords(band)}
          </Chip>
        ))}
      </View>
      {!need && (
        <Choice
          label={words.capacity}
          columns={3}
          options={['1', '2', '5'].map((value) => ({ value, label: words.persons(Number(value)) }))}
          value={capacity}
          onChange={setCapacity}
        />
      )}
      {!delicate && (
        <Choice
          label={words.shown}
          columns={2}
          options={[
            { value: 'neighbour', label: words.neighbour },
            { value: 'name', label: words.myName },
          ]}
          value={shown}
          onChange={(value) => setShown(value === 'name' ? 'name' : 'neighbour')}
        />
      )}
      {need && !delicate && (
        <Choice
          label={words.quiet}
          columns={2}
          options={[
            { value: 'no', label: words.forNeighbours },
            { value: 'yes', label: words.quiet, note: words.quietNote },
          ]}
          value={quiet ? 'yes' : 'no'}
          onChange={(value) => setQuiet(value === 'yes')}
        />
      )}
      {post.problem && <Trouble problem={post.problem} retry={send} close={post.dismiss} />}
      <View className='need-answers'>
        <Button busy={post.busy} disabled={wish.places.length === 0} onPress={send}>
          {need ? words.postNeed : words.postOffer}
        </Button>
      </View>
    </View>
  )
}

/** What it is about: what was understood first, then what else may be meant. */
function What({ reading, wish, onChange }: { reading: Reading; wish: Wish; onChange(more: Partial<Wish>): void }) {
  const words = needWords(useDisplay().elder)
  const first = reading.concept === null ? [] : [{ concept: reading.concept, label: reading.label ?? '' }]
  return (
    <View>
      <View className='field-label'>{words.what}</View>
      <View className='need-chips'>
        {[...first, ...reading.others].map(({ concept, label }) => (
          <Chip
            key={concept}
            kind='radio'
            on={wish.concept?.code === concept}
            onPress={() => onChange({ concept: { code: concept, label } })}
          >
            {label}
          </Chip>
        ))}
      </View>
    </View>
  )
}
