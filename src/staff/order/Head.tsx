import { View } from '@tarojs/components'
import { Parts } from '../../components/Parts'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Tag } from '../../components/Tag'
import { isClosed } from '../../domain/order'
import type { OrderPage } from '../../domain/order-page'
import { bandWords } from '../../text/bands'
import { quietStep, seriesWords } from '../../text/order-deed-words'
import { deskWords as words } from '../../text/order-desk-words'
import { agreedWords } from '../../text/order-item-words'
import { isSought, standingWords, wantsWords } from '../../text/order-state-words'
import { rangeWords } from '../../text/time'

/** What is not done well, in the words of who said so, as long as it is being seen to. */
function complaintOf({ state, steps }: OrderPage): string | null {
  if (state !== 'complained') return null
  const step = steps.filter(({ kind }) => kind === 'complained').at(-1)
  return step ? (step.text ?? (step.quiet ? quietStep : null)) : null
}

/** Why it is for the social workers only, and what they do first. */
function keptWords({ parts, may, crisis }: OrderPage): string {
  if (!parts.includes('desk')) return words.hidden
  if (!may.includes('pass')) return words.locked
  return crisis ? words.crisisFirst : words.staffFirst
}

/** What an order is, where it stands, and what of it must not be overlooked. */
export function Head({ page, now }: { page: OrderPage; now: number }) {
  const standing = standingWords(page, false, now)
  const complaint = complaintOf(page)
  const whom = [page.who.name, page.who.self ? null : words.kin, bandWords(page.who.band)]
  // Whoever goes to a home looks for its door.
  const doorless = page.settled && page.home && !page.hasRoom && !isClosed(page.state)
  const where = [page.building, doorless ? words.noRoom : null].filter((each) => each !== null)
  const comes = page.takers.length > 0 ? page.takers.map(({ name }) => name).join('、') : (page.asked ?? words.nobody)
  const pair = page.settled && page.need > 1 && isSought(page.state, page.takers.length)
  const lacks = pair ? page.need - page.takers.length : 0
  return (
    <View>
      <View className='heading' {...spokenAs('heading')}>
        {page.title}
      </View>
      <View className='desk-tags desk-note'>
        {page.crisis && <Tag tone='red'>{words.crisisTag}</Tag>}
        <Tag>{standing.title}</Tag>
        {page.late && <Tag tone='amber'>{words.views.overdue}</Tag>}
        {page.staffOnly && <Tag tone='red'>{words.staffTag}</Tag>}
        {page.weekly && <Tag tone='plain'>{words.card.weekly}</Tag>}
        {page.kept && <Tag tone='plain'>{words.cardTag}</Tag>}
      </View>
      {standing.owner && <View className='desk-note'>{[standing.owner, standing.due].filter(Boolean).join('，')}</View>}
      {page.series && <View className='desk-note'>{standing.series ?? seriesWords(page.series, false)}</View>}
      {complaint && (
        <View className='desk-warn'>
          <View className='desk-title'>{words.complaint}</View>
          <View className='desk-words'>{complaint}</View>
        </View>
      )}
      {page.left && <View className='desk-warn'>{words.left}</View>}
      {page.state === 'scheduled' && page.here > 0 && <View className='desk-warn'>{standing.next}</View>}
      <Row label={words.facts.whom}>
        <Parts of={whom} />
      </Row>
      {page.kept && <Row label={words.facts.reach}>{words.reach[page.reach]}</Row>}
      {(page.slot || !page.crisis) && (
        <Row label={words.facts.when}>
          {page.slot ? rangeWords(page.slot.startsAt, page.slot.endsAt, now) : wantsWords(page.wants, now)}
        </Row>
      )}
      {where.length > 0 && (
        <Row label={words.facts.where}>
          <Parts of={where} />
        </Row>
      )}
      {page.agreed && <Row label={words.facts.agreed}>{agreedWords[page.agreed]}</Row>}
      {page.words !== null && (
        <Row label={words.facts.words}>
          <View className='desk-words'>{page.words}</View>
        </Row>
      )}
      <Row label={words.facts.takers}>
        <View>{comes}</View>
        {lacks > 0 && <View className='soft'>{words.lacks(page.need, lacks)}</View>}
      </Row>
      {page.sent !== null && <Row label={words.facts.sent}>{page.sent}</Row>}
      {page.contact !== null && <Row label={words.facts.contact}>{page.contact}</Row>}
      {page.staffOnly && <View className='desk-warn'>{keptWords(page)}</View>}
    </View>
  )
}
