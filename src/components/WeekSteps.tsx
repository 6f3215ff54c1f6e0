import { Text, View } from '@tarojs/components'
import { Chip } from './Chip'
import { spokenAs } from './press'
import './WeekSteps.css'

interface WeekStepsProps {
  /** How the week that is shown is called, and the two steps. */
  label: string
  before: string
  after: string
  onBefore?(): void
  onAfter?(): void
}

/** Which week is shown, and a step to the one before and to the one after, where there is one. */
export function WeekSteps({ label, before, after, onBefore, onAfter }: WeekStepsProps) {
  return (
    <View className='week-steps'>
      <Chip kind='button' disabled={!onBefore} onPress={() => onBefore?.()}>
        {before}
      </Chip>
      <Text className='week-steps-label' {...spokenAs('status')}>
        {label}
      </Text>
      <Chip kind='button' disabled={!onAfter} onPress={() => onAfter?.()}>
        {after}
      </Chip>
    </View>
  )
}
