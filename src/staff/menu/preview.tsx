import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { ComposedEntry } from '../../domain/menu-page'
import { composerWords as words, modeChoices, placeChoices, standingLabel } from '../../text/menu-staff-words'
import { dot } from '../../text/spacing'
import './menu.css'

/** What is composed, as residents would read it: without what is out of its season. */
export default function PreviewMenu() {
  const composer = useQuery('menu.compose', () => call.menu.compose({}))
  const { value } = composer
  const shown = value?.entries.filter(({ standing }) => standing !== 'over') ?? []
  return (
    <Screen title={words.preview} wide>
      {composer.problem && <Trouble problem={composer.problem} retry={composer.refresh} />}
      {!value && composer.loading && <Loading cards={5} />}
      {value && <View className='soft'>{words.seen}</View>}
      {value?.categories
        .filter(({ code }) => shown.some(({ service }) => service.category === code))
        .map(({ code, name }) => (
          <View key={code}>
            <View className='subheading composer-part' {...spokenAs('heading')}>
              {name}
            </View>
            <View className='composer-categories'>
              {shown
                .filter(({ service }) => service.category === code)
                .map((entry) => (
                  <Line key={entry.code} entry={entry} />
                ))}
            </View>
          </View>
        ))}
    </Screen>
  )
}

function Line({ entry: { service, standing, when, price } }: { entry: ComposedEntry }) {
  const label = standingLabel[standing]
  return (
    <Card>
      <View className='composer-line'>{service.name}</View>
      <View>{service.description}</View>
      <View className='soft'>
        {placeChoices[service.place]}
        {dot}
        {modeChoices[service.mode]}
      </View>
      {when && <View className='soft'>{when}</View>}
      {price && <View className='soft'>{price}</View>}
      {label && <Tag tone='amber'>{label}</Tag>}
    </Card>
  )
}
