import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Row } from '../../components/Row'
import type { IntroductionPage } from '../../domain/introduction'
import { needWords } from '../../text/need-words'

/** Who the other one is, and how to reach them, as far as they let it be seen. */
export function Known({ other }: { other: NonNullable<IntroductionPage['other']> }) {
  const words = needWords(useDisplay().elder)
  const { name, phone } = other
  return (
    <Card>
      <Row label={words.other}>{name}</Row>
      <Row label={words.phone}>{phone ?? words.noPhone}</Row>
      {phone && (
        <View className='need-answers'>
          <Button onPress={() => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}>
            {words.dial}
          </Button>
        </View>
      )}
    </Card>
  )
}
