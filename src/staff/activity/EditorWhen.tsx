import { View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import type { KnownPlace } from '../../domain/activity-change'
import { day, startOfDay } from '../../domain/day'
import { editorWords, planLabels } from '../../text/editor-words'
import type { EditorPart } from './editor-part'
import { MomentField } from './MomentField'

interface EditorWhenProps extends EditorPart {
  places: readonly KnownPlace[]
  now: number
}

/** Places that stand ready to be tapped. */
const mostPlaces = 8

/** When and where it is. */
export function EditorWhen({ plan, change, wrong, places, now }: EditorWhenProps) {
  const { hints } = editorWords
  const tomorrow = startOfDay(now) + day
  const length = plan.startsAt !== null && plan.endsAt !== null ? plan.endsAt - plan.startsAt : null
  // The end moves with the start: whoever moves an hour's class to Friday does not want it to last three days.
  const start = (startsAt: number | null) =>
    change({
      startsAt,
      ...(startsAt !== null && length !== null && length > 0 && { endsAt: startsAt + length }),
    })
  return (
    <View>
      <View className='subheading editor-heading'>{editorWords.sections.when}</View>
      <MomentField
        label={planLabels.startsAt}
        value={plan.startsAt}
        near={tomorrow}
        error={wrong('startsAt')}
        onChange={start}
      />
      <MomentField
        label={planLabels.endsAt}
        value={plan.endsAt}
        near={plan.startsAt ?? tomorrow}
        error={wrong('endsAt')}
        onChange={(endsAt) => change({ endsAt })}
      />
      <Field
        label={planLabels.place}
        hint={hints.place}
        value={plan.place ?? ''}
        error={wrong('place')}
        maxLength={30}
        onChange={(place) => change({ place: place || null, placeId: null })}
      />
      <View className='roster-chips'>
        {places.slice(0, mostPlaces).map(({ id, name, note }) => (
          <Chip
            key={id}
            kind='radio'
            on={plan.place === name}
            onPress={() => change({ placeId: id, place: name, placeNote: note || null })}
          >
            {name}
          </Chip>
        ))}
      </View>
      <Field
        label={planLabels.placeNote}
        hint={hints.placeNote}
        value={plan.placeNote ?? ''}
        maxLength={60}
        onChange={(placeNote) => change({ placeNote: placeNote || null })}
      />
    </View>
  )
}
