import { View } from '@tarojs/components'
import { useState } from 'react'
import { FieldError } from '../../components/FieldError'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { ageBands } from '../../domain/age'
import type { Building } from '../../domain/centre'
import { day, startOfDay } from '../../domain/day'
import { bandWords } from '../../text/bands'
import { editorWords, planLabels } from '../../text/editor-words'
import type { EditorPart } from './editor-part'
import { numberOf } from './editor-part'
import { MomentField } from './MomentField'
import { NumberField } from './NumberField'

interface EditorSignUpProps extends EditorPart {
  buildings: readonly Building[]
  now: number
}

const written = (number: number | null): string => (number === null ? '' : String(number))

/** How signing up goes: everything here may stay empty, and says what holds then. */
export function EditorSignUp({ plan, change, wrong, buildings, now }: EditorSignUpProps) {
  const set = [plan.opensAt, plan.closesAt, plan.firstUntil, plan.waitCapacity, plan.offerHours, plan.keepMinutes]
  const [open, setOpen] = useState(set.some((each) => each !== null))
  const { hints } = editorWords
  const estates = [...new Map(buildings.map(({ estate, estateName }) => [estate, estateName]))]
  const inEstate = (estate: string) => buildings.filter((each) => each.estate === estate).map(({ id }) => id)
  const toggleEstate = (estate: string) => {
    const ids = inEstate(estate)
    const on = ids.every((id) => plan.firstBuildings.includes(id))
    change({ firstBuildings: [...plan.firstBuildings.filter((id) => !ids.includes(id)), ...(on ? [] : ids)] })
  }
  if (!open)
    return (
      <View>
        <View className='subheading editor-heading'>{editorWords.sections.signUp}</View>
        <View className='soft editor-hint'>{editorWords.signUpAsUsual}</View>
        <Button kind='plain' onPress={() => setOpen(true)}>
          {editorWords.more}
        </Button>
      </View>
    )
  const tomorrow = startOfDay(now) + day
  return (
    <View>
      <View className='subheading editor-heading'>{editorWords.sections.signUp}</View>
      <MomentField
        label={planLabels.opensAt}
        value={plan.opensAt}
        near={tomorrow}
        hint={hints.opensAt}
        error={wrong('opensAt')}
        onChange={(opensAt) => change({ opensAt })}
      />
      <MomentField
        label={planLabels.closesAt}
        value={plan.closesAt}
        near={plan.startsAt ?? tomorrow}
        hint={hints.closesAt}
        error={wrong('closesAt')}
        onChange={(closesAt) => change({ closesAt })}
      />
      <NumberField
        label={planLabels.waitCapacity}
        value={written(plan.waitCapacity)}
        error={null}
        onChange={(text) => change({ waitCapacity: numberOf(text) })}
      />
      <View className='soft editor-hint'>{hints.waitCapacity}</View>
      <View className='field-label'>{planLabels.firstBands}</View>
      <View className='roster-chips'>
        {ageBands.map((band) => (
          <Chip
            key={band}
            on={plan.firstBands.includes(band)}
            onPress={() =>
              change({ firstBands: ageBands.filter((each) => (each === band) !== plan.firstBands.includes(each)) })
            }
          >
            {bandWords(band)}
          </Chip>
        ))}
        {estates.map(([estate, name]) => (
          <Chip
            key={estate}
            on={inEstate(estate).every((id) => plan.firstBuildings.includes(id))}
            onPress={() => toggleEstate(estate)}
          >
            {name}
          </Chip>
        ))}
      </View>
      <FieldError error={wrong('firstBands')} />
      <MomentField
        label={planLabels.firstUntil}
        value={plan.firstUntil}
        near={tomorrow}
        hint={editorWords.firstUntilHint}
        error={wrong('firstUntil')}
        onChange={(firstUntil) => change({ firstUntil })}
      />
      <NumberField
        label={planLabels.offerHours}
        value={written(plan.offerHours)}
        error={null}
        onChange={(text) => change({ offerHours: smaller(numberOf(text), 168) })}
      />
      <View className='soft editor-hint'>{hints.offerHours}</View>
      <NumberField
        label={planLabels.keepMinutes}
        value={written(plan.keepMinutes)}
        error={null}
        onChange={(text) => change({ keepMinutes: smaller(numberOf(text), 1440) })}
      />
      <View className='soft editor-hint'>{hints.keepMinutes}</View>
    </View>
  )
}

const smaller = (number: number | null, most: number): number | null =>
  number === null ? null : Math.min(number, most)
