import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import type { Deed } from '../../domain/order-deed'
import type { OrderPage } from '../../domain/order-page'
import { deskWords as words } from '../../text/order-desk-words'
import { settleWords } from '../../text/order-settle-words'

/** What asks for more than a tap, on a sheet. */
export type Lying = 'settle' | 'assign' | 'guide' | 'address' | 'phone' | 'rate' | 'weekly'

/** What the order's own page has a form for; of someone without a phone staff fill it in. */
const forThem: readonly Deed[] = ['schedule', 'move', 'photo', 'correct', 'missedByProvider', 'complain']

const toOwnPage = ({ id }: OrderPage): void => void Taro.navigateTo({ url: `/pages/order/index?id=${id}` })

interface WaysProps {
  page: OrderPage
  busy: boolean
  onDo(deed: Deed, passed?: boolean): Promise<void>
  onLay(lying: Lying): void
}

/** Every way on that there is now, the likeliest first. */
export function Ways({ page, busy, onDo, onLay }: WaysProps) {
  const may = (deed: Deed) => page.may.includes(deed)
  const own = page.parts.includes('holder')
  const passed = (
    <Button kind={page.crisis ? 'plain' : 'primary'} busy={busy} onPress={() => onDo('pass')}>
      {words.pass}
    </Button>
  )
  // Whoever is to be called at once is called before anything else.
  const phone = may('phone') && page.hasPhone && (
    <Button kind={page.crisis ? 'primary' : 'plain'} onPress={() => onLay('phone')}>
      {words.phone}
    </Button>
  )
  const door = may('address') && page.hasRoom && (
    <Button kind='plain' onPress={() => onLay('address')}>
      {words.address}
    </Button>
  )
  const settle = may('settle') && !page.settled && (
    <>
      <View className='soft'>{settleWords.why}</View>
      <Button kind={may('pass') ? 'plain' : 'primary'} onPress={() => onLay('settle')}>
        {settleWords.do}
      </Button>
    </>
  )
  return (
    <View className='desk-buttons desk-ways'>
      {page.crisis && phone}
      {page.crisis && door}
      {may('pass') && !page.crisis && passed}
      {!page.crisis && settle}
      {may('putUp') && page.words !== null && (
        <Button kind={page.state === 'triage' ? 'primary' : 'plain'} busy={busy} onPress={() => onDo('putUp', true)}>
          {words.putUpWords}
        </Button>
      )}
      {may('putUp') && (
        <Button
          kind={page.words === null && page.state === 'triage' ? 'primary' : 'plain'}
          busy={busy}
          onPress={() => onDo('putUp', false)}
        >
          {words.putUpOnly(page.words !== null)}
        </Button>
      )}
      {may('redo') && (
        <Button busy={busy} onPress={() => onDo('redo')}>
          {words.redo}
        </Button>
      )}
      {may('assign') && (
        <Button
          kind={
            may('putUp') || may('redo') || (may('pass') && !page.crisis) || (page.crisis && page.hasPhone)
              ? 'plain'
              : 'primary'
          }
          onPress={() => onLay('assign')}
        >
          {page.staffOnly ? words.assignStaff : words.assign}
        </Button>
      )}
      {/* Whoever is in danger is called before anything is looked through. */}
      {may('pass') && page.crisis && passed}
      {page.crisis && settle}
      {may('settle') && page.settled && (
        <Button kind='plain' onPress={() => onLay('settle')}>
          {settleWords.again}
        </Button>
      )}
      {may('end') && !page.parts.includes('taker') && (
        <Button kind='plain' busy={busy} onPress={() => onDo('end')}>
          {words.endFor}
        </Button>
      )}
      {may('confirm') && !own && page.counts ? <View className='desk-note'>{words.counts(page.counts)}</View> : null}
      {may('confirm') && !own && (
        <Button kind={may('redo') ? 'plain' : 'primary'} busy={busy} onPress={() => onDo('confirm')}>
          {page.state === 'complained' ? words.settle : words.confirmFor}
        </Button>
      )}
      {may('rate') && !own && (
        <Button kind='plain' onPress={() => onLay('rate')}>
          {words.rateFor}
        </Button>
      )}
      {may('guide') && (
        <Button kind='plain' onPress={() => onLay('guide')}>
          {words.guide}
        </Button>
      )}
      {!page.crisis && door}
      {!page.crisis && phone}
      {may('send') && (
        <Button kind='plain' onPress={() => toOwnPage(page)}>
          {words.sendFor}
        </Button>
      )}
      {forThem.some(may) && (
        <Button kind='plain' onPress={() => toOwnPage(page)}>
          {words.otherFor}
        </Button>
      )}
      {may('cancel') && (
        <Button kind='danger' busy={busy} onPress={() => onDo('cancel')}>
          {words.cancelFor}
        </Button>
      )}
    </View>
  )
}
