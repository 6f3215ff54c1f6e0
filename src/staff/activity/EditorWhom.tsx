import { View } from '@tarojs/components'
import { FieldError } from '../../components/FieldError'
import { Chip } from '../../components/Chip'
import { type AgeBand, ageBands } from '../../domain/age'
import { bandWords } from '../../text/bands'
import { editorWords, planLabels } from '../../text/editor-words'
import type { EditorPart } from './editor-part'
import { numberOf } from './editor-part'
import { NumberField } from './NumberField'

/** For whom it is and how many may come. Once it is published only the bands are changed here. */
export function EditorWhom({ plan, change, wrong, published }: EditorPart & { published: boolean }) {
  const toggle = (band: AgeBand) =>
    change({ bands: ageBands.filter((each) => (each === band) !== plan.bands.includes(each)) })
  return (
    <View>
      <View className='subheading editor-heading'>{editorWords.sections.whom}</View>
      <View className='field-label'>{planLabels.bands}</View>
      <View className='roster-chips'>
        {ageBands.map((band) => (
          <Chip key={band} on={plan.bands.includes(band)} onPress={() => toggle(band)}>
            {bandWords(band)}
          </Chip>
        ))}
      </View>
      <FieldError error={wrong('bands')} />
      {!published && (
        <View>
          <NumberField
            label={planLabels.capacity}
            value={plan.capacity === null ? '' : String(plan.capacity)}
            error={wrong('capacity')}
            onChange={(text) => change({ capacity: numberOf(text) })}
          />
          <View className='roster-chips'>
            <Chip on={plan.private} onPress={() => change({ private: !plan.private })}>
              {editorWords.private}
            </Chip>
          </View>
        </View>
      )}
    </View>
  )
}
