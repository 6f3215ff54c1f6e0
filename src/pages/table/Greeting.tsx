import { View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { useNow } from '../../components/useNow'
import type { OwnProfile } from '../../domain/member'
import { bandWords } from '../../text/bands'
import { greeting } from '../../text/home'
import { roleWords } from '../../text/member-words'
import { dot } from '../../text/spacing'

/** Who one is here, greeted by the hour. */
export function Greeting({ me }: { me: OwnProfile }) {
  const { elder } = useDisplay()
  const [whom] = greeting(useNow(300_000), me.name, elder)
  const roles = me.roles.filter((role) => role !== 'resident' && role !== 'family-proxy').map(roleWords)
  return (
    <View className='greeting'>
      <View className='heading' {...spokenAs('heading')}>
        {whom}
      </View>
      <View className='soft'>{[bandWords(me.band), ...roles].join(dot)}</View>
    </View>
  )
}
