import { View } from '@tarojs/components'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import type { OrderPage } from '../../domain/order-page'
import { deskWords as words } from '../../text/order-desk-words'
import { quietStep, stepWords } from '../../text/order-deed-words'
import { shortMomentWords } from '../../text/time'

/** What became of an order, the latest first. */
export function Log({ page, now }: { page: OrderPage; now: number }) {
  return (
    <View>
      <View className='subheading desk-part' {...spokenAs('heading')}>
        {words.log}
      </View>
      {[...page.steps].reverse().map((step) => (
        <Row key={step.id} label={shortMomentWords(step.at, now)}>
          {[stepWords(step, now), step.text ?? (step.quiet ? quietStep : null)].filter(Boolean).join('：')}
        </Row>
      ))}
    </View>
  )
}
