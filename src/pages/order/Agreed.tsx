import { View } from '@tarojs/components'
import { FieldError } from '../../components/FieldError'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { type Guardian, guardians } from '../../domain/order'
import { guardianWords, itemWords } from '../../text/order-item-words'

interface AgreedProps {
  /** Whether it is for the child of who orders it, who may then be the one who agrees. */
  own: boolean
  value: Guardian | null
  wrong: boolean
  onChange(agreed: Guardian): void
}

/** Who of a child's guardians agreed, by one tap. */
export function Agreed({ own, value, wrong, onChange }: AgreedProps) {
  const { elder } = useDisplay()
  const words = itemWords(elder)
  return (
    <View className='field' aria-label={words.agreedLabel} {...spokenAs('group')}>
      <View className='field-label'>{words.agreedLabel}</View>
      <View className='order-chips'>
        {guardians
          .filter((each) => own || each !== 'holder')
          .map((each) => (
            <Chip key={each} kind='radio' on={value === each} onPress={() => onChange(each)}>
              {guardianWords[each]}
            </Chip>
          ))}
      </View>
      <FieldError error={wrong && words.agreedMissing} />
    </View>
  )
}
