import { View } from '@tarojs/components'
import { useState } from 'react'
import { FieldError } from '../../components/FieldError'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Trouble } from '../../components/Trouble'
import type { Dimension, RatingPage } from '../../domain/rating'
import { childFaces, dimensionWords, faceWords, ratingWords } from '../../text/rating-words'
import { askedOf, ballotOf, overallOf, type RatingPerson, toldOf } from './ballot'
import { Extras } from './Extras'
import { Faces } from './Faces'

interface RatingFormProps {
  page: RatingPage
  person: RatingPerson
  onDone(): Promise<void>
}

/** How it was, for one person who came: faces first, whatever else one likes to say folded away. */
export function RatingForm({ page, person, onDone }: RatingFormProps) {
  const { elder } = useDisplay()
  const words = ratingWords(elder)
  const [ballot, setBallot] = useState(() => ballotOf(person))
  const [missing, setMissing] = useState(false)
  const change = person.mine !== null
  const act = useAction((intent, told: ReturnType<typeof toldOf>) =>
    (change ? call.rating.edit : call.rating.rate)({ intent, activity: page.activity.id, ...told }),
  )
  // With plain wording there are two questions at most, as for private services; the whole follows from them.
  const short = elder || page.private
  const overall = overallOf(page, person, ballot, short)
  const send = async () => {
    setMissing(overall === null)
    if (overall === null) return
    const answer = await act.run(toldOf(person, ballot, overall))
    if (answer.ok) await onDone()
  }
  const faces = (person.child ? childFaces : faceWords).map(({ plain, ...face }) => ({
    ...face,
    label: elder ? plain : face.label,
  }))
  const question = (of: Dimension) => {
    const { question: ordinary, elder: plain, levels } = dimensionWords[of]
    const meant = faceWords.map(({ score, speak }) => {
      const label = levels[5 - score] ?? ''
      return { score, label, speak: `${speak.split('，')[0]}，${label}` }
    })
    const score = (given: number) => setBallot({ ...ballot, scores: { ...ballot.scores, [of]: given } })
    return (
      <Faces
        key={of}
        question={elder ? plain : ordinary}
        faces={meant}
        value={ballot.scores[of] ?? null}
        worded={elder}
        onChange={score}
      />
    )
  }
  return (
    <View>
      {(person.child || !short) && (
        <Faces
          question={person.child ? words.child : words.overall}
          faces={faces}
          value={ballot.overall}
          worded={elder || person.child}
          onChange={(given) => setBallot({ ...ballot, overall: given })}
        />
      )}
      {!person.child && askedOf(page).required.map(question)}
      {!person.child && !page.private && (
        <Extras page={page} ballot={ballot} overall={overall} question={question} onChange={setBallot} />
      )}
      <FieldError error={missing && overall === null && words.missing} />
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <View className='rating-part'>
        <Button busy={act.busy} onPress={send}>
          {words.send}
        </Button>
      </View>
      <View className='soft rating-part'>{page.private ? words.private : words.anonymous}</View>
    </View>
  )
}
