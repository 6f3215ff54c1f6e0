import { Text, View } from '@tarojs/components'
import { pressable, spokenAs } from '../../components/press'

interface Face {
  score: number
  label: string
  speak: string
}

interface FacesProps {
  question: string
  faces: readonly Face[]
  value: number | null
  /** Whether each face carries its words; otherwise only the chosen one's stand below. */
  worded: boolean
  onChange(score: number): void
}

/** A question that is answered by one of some faces, best first. Each says aloud what it means. */
export function Faces({ question, faces, value, worded, onChange }: FacesProps) {
  const chosen = faces.find(({ score }) => score === value)
  const mood = (score: number) => (faces.length === 3 ? [1, 3, 5][score - 1] : score)
  return (
    <View className='faces' aria-label={question} {...spokenAs('radiogroup')}>
      <Text className='field-label'>{question}</Text>
      <View className={worded ? 'faces-list' : 'faces-row'}>
        {faces.map(({ score, label, speak }) => (
          <View
            key={score}
            className={score === value ? 'face face-on' : 'face'}
            {...pressable({ label: speak, role: 'radio', on: score === value, onPress: () => onChange(score) })}
          >
            <View className={`face-plate mood-${mood(score)}`} aria-hidden='true'>
              <View className='face-eyes' />
              <View className='face-mouth' />
            </View>
            {worded && <Text>{label}</Text>}
            {worded && <Text className='face-tick'>{score === value ? '✓' : ''}</Text>}
          </View>
        ))}
      </View>
      {!worded && <View className='soft faces-said'>{chosen ? `${chosen.label} ✓` : '\u00a0'}</View>}
    </View>
  )
}
