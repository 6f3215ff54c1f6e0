import { Text, View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { memberWords } from '../../text/member-words'
import { privacy } from '../../text/privacy'
import './privacy.css'

/** How people's particulars are treated, to be read by anyone at any time. */
export default function Privacy() {
  const { elder } = useDisplay()
  return (
    <Screen title={memberWords(elder).privacyTitle}>
      <View className='heading' {...spokenAs('heading')}>
        {privacy.title}
      </View>
      <View className='privacy-lead'>{elder ? privacy.elder : privacy.short}</View>
      <View className='subheading' {...spokenAs('heading')}>
        {privacy.kept.title}
      </View>
      {privacy.kept.items.map(({ what, why, keep }) => (
        <View key={what} className='privacy-kept'>
          <Text className='privacy-what'>{what}</Text>
          <View>{why}</View>
          <View className='soft'>{keep}</View>
        </View>
      ))}
      {privacy.sections.map(({ title, list }) => (
        <View key={title} className='privacy-section'>
          <View className='subheading' {...spokenAs('heading')}>
            {title}
          </View>
          {list.map((line) => (
            <View key={line} className='privacy-line'>
              {line}
            </View>
          ))}
        </View>
      ))}
    </Screen>
  )
}
