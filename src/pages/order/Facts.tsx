import { View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import { Parts } from '../../components/Parts'
import { Row } from '../../components/Row'
import { isClosed } from '../../domain/order'
import type { OrderPage } from '../../domain/order-page'
import { bandWords } from '../../text/bands'
import { sendWords } from '../../text/order-send-words'
import { orderWords } from '../../text/order-words'
import { wantsWords } from '../../text/order-state-words'
import { rangeWords } from '../../text/time'

/** What an order is: for whom, when, where, what was said, who comes. */
export function Facts({ page, now }: { page: OrderPage; now: number }) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const { facts } = words
  const whom = [page.who.name, page.who.self ? words.self : words.kin, bandWords(page.who.band)]
  const missing = page.settled && page.home && !page.hasRoom && !isClosed(page.state) && page.parts.includes('holder')
  const where = [page.building, page.hasRoom ? words.hasRoom : missing ? words.noRoom : null]
  return (
    <View>
      <Row label={facts.whom}>
        <Parts of={whom} />
      </Row>
      {/* Whoever is in danger is asked for no time. */}
      {(page.slot || !page.crisis) && (
        <Row label={facts.when}>
          <View className='order-whole'>
            {page.slot ? rangeWords(page.slot.startsAt, page.slot.endsAt, now) : wantsWords(page.wants, now)}
          </View>
        </Row>
      )}
      {where.some((each) => each !== null) && (
        <Row label={facts.where}>
          <Parts of={where} />
        </Row>
      )}
      {page.words !== null && (
        <Row label={facts.words}>
          <View className='order-words'>{page.words}</View>
        </Row>
      )}
      {page.state !== 'guided' && (
        <Row label={facts.takers}>
          {page.takers.length > 0 ? page.takers.map(({ name }) => name).join('、') : (page.asked ?? words.nobodyYet)}
        </Row>
      )}
      {page.sent !== null && <Row label={facts.sent}>{page.sent}</Row>}
      {page.contact !== null && <Row label={facts.contact}>{page.contact}</Row>}
      {page.settled && page.home && page.need > 1 && !isClosed(page.state) && (
        <View className='soft order-hint'>{words.pair}</View>
      )}
      {page.may.includes('send') && page.home && page.need > 1 && page.sent === null && (
        <View className='order-hint'>{sendWords(elder).first}</View>
      )}
    </View>
  )
}
