import { View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Tag } from '../../components/Tag'
import type { ItemPage } from '../../domain/menu-page'
import type { ProviderGlance } from '../../domain/provider'
import { hoursLines } from '../../text/open-hours'
import { closedWords, itemFacts, itemWords, kindWords, licenceWords, nextSteps } from '../../text/menu-words'

/** Who does it, when and where, what is kept to so that everyone is safe, and what happens after the tap. */
export function ItemFacts({ page }: { page: ItemPage }) {
  const { elder } = useDisplay()
  const words = itemWords(elder)
  return (
    <View>
      <Heading>{words.who}</Heading>
      {page.providers.map((provider) => (
        <Who key={provider.key} provider={provider} closed={words.closed} hours={words.hours} />
      ))}
      {page.providers.length === 0 && <View className='soft'>{words.nobody}</View>}
      <Heading>{words.facts}</Heading>
      {itemFacts(page, elder).map(([label, value]) => (
        <Row key={label} label={label}>
          {value}
        </Row>
      ))}
      {page.rules.length > 0 && <Heading>{words.rules}</Heading>}
      {page.rules.map((rule) => (
        <View key={rule} className='menu-rule'>
          {rule}
        </View>
      ))}
      <Heading>{words.next}</Heading>
      {nextSteps(page, elder).map((step, index) => (
        <View key={step} className='menu-step'>
          <View className='menu-step-number'>{index + 1}</View>
          <View>{step}</View>
        </View>
      ))}
    </View>
  )
}

function Heading({ children }: { children: string }) {
  return (
    <View className='subheading menu-part' {...spokenAs('heading')}>
      {children}
    </View>
  )
}

function Who({ provider, closed, hours }: { provider: ProviderGlance; closed: string; hours: string }) {
  return (
    <View className='menu-who'>
      <View className='menu-who-name'>
        {provider.name} <Tag tone='plain'>{kindWords[provider.kind]}</Tag>
      </View>
      <View className='soft'>{provider.about}</View>
      {provider.licences.map((licence) => (
        <View key={licence.name} className='soft'>
          {licenceWords(licence)}
        </View>
      ))}
      {hoursLines(provider.hours).length > 0 && (
        <View className='soft'>
          {hours}
          {hoursLines(provider.hours).join('；')}
        </View>
      )}
      {provider.closed.length > 0 && (
        <View className='soft'>
          {closed}
          {closedWords(provider.closed)}
        </View>
      )}
    </View>
  )
}
