import { View } from '@tarojs/components'
import { FieldError } from '../../components/FieldError'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'
import { type CardBox, deskWords } from '../../text/order-desk-words'
import type { CardPart } from './card-form'

const words = deskWords.card

/** Which box was ticked; and where that may mean several things, which of them, by one more tap. */
export function CardBoxes({ card, error, onChange }: CardPart) {
  const box = deskWords.boxes.find(({ label }) => label === card.box)
  const tick = ({ label, items }: CardBox) => {
    const [only] = items.length === 1 ? items : []
    onChange({ box: label, kind: only?.label ?? null, item: only?.item ?? null, itemName: null })
  }
  return (
    <View>
      <View className='field' aria-label={words.pick} {...spokenAs('group')}>
        <View className='field-label'>{words.pick}</View>
        <View className='desk-chips'>
          {deskWords.boxes.map((each) => (
            <Chip key={each.label} kind='radio' on={card.box === each.label} onPress={() => tick(each)}>
              {each.label}
            </Chip>
          ))}
          <Chip
            kind='radio'
            on={card.box === null}
            onPress={() => onChange({ box: null, kind: null, item: null, itemName: null })}
          >
            {words.other}
          </Chip>
        </View>
      </View>
      {box && box.items.length > 1 && (
        <View className='field' aria-label={words.which(box.label)} {...spokenAs('group')}>
          <View className='field-label'>{words.which(box.label)}</View>
          <View className='desk-chips'>
            {box.items.map(({ label, item }) => (
              <Chip key={label} kind='radio' on={card.kind === label} onPress={() => onChange({ kind: label, item })}>
                {label}
              </Chip>
            ))}
          </View>
          <FieldError error={error} />
        </View>
      )}
    </View>
  )
}
