import { View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { needWords } from '../../text/need-words'

interface SharePhoneProps {
  on: boolean
  onChange(on: boolean): void
}

/** Whether the other one may see my phone once both agreed: not before I say so, and what follows from either. */
export function SharePhone({ on, onChange }: SharePhoneProps) {
  const words = needWords(useDisplay().elder)
  return (
    <View>
      <Chip on={on} onPress={() => onChange(!on)}>
        {words.share}
      </Chip>
      <View className='soft' {...spokenAs('status')}>
        {on ? words.shareOn : words.shareOff}
      </View>
    </View>
  )
}
