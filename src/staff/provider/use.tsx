import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import type { ResourceCard, UsesPage } from '../../domain/resource'
import '../../text/menu-refusals'
import { amountWords, leftWords, resourceKinds, useWords as words } from '../../text/provider-words'
import { MoveSheet } from './MoveSheet'
import './provider.css'

type Open = { card: ResourceCard; draw?: string }

/** What one order or activity uses of what providers bring: their rooms, things and money. */
export default function Use() {
  const { params } = useRouter()
  const id = params.id ?? ''
  const noun = params.noun === 'order' ? 'order' : 'activity'
  const page = useQuery(`provider.uses.${noun}.${id}`, () => call.provider.uses({ noun, id }), false)
  const [open, setOpen] = useState<Open>()
  const { value } = page
  const close = () => setOpen(undefined)
  const changed = async () => {
    close()
    await page.refresh()
  }
  const sheet = open && value && (
    <MoveSheet
      card={open.card}
      deed={open.draw === undefined ? 'draw' : 'giveBack'}
      draw={open.draw}
      drawFor={{ noun, id, title: value.title }}
      onClose={close}
      onChanged={changed}
    />
  )
  return (
    <Screen title={words.title} wide sheet={sheet}>
      {page.problem && <Trouble problem={page.problem} retry={page.refresh} />}
      {!value && page.loading && <Loading cards={3} />}
      {value && (
        <View>
          <View className='heading' {...spokenAs('heading')}>
            {value.title}
          </View>
          <View className='soft'>{value.on ? words.hint : words.off}</View>
          <Heading>{words.drawn}</Heading>
          <Drawn page={value} onBack={(card, draw) => setOpen({ card, draw })} />
          {value.on && (
            <View>
              <Heading>{words.there}</Heading>
              <There page={value} onDraw={(card) => setOpen({ card })} />
            </View>
          )}
        </View>
      )}
    </Screen>
  )
}

function Drawn({ page, onBack }: { page: UsesPage; onBack(card: ResourceCard, draw: string): void }) {
  if (page.drawn.length === 0) return <View className='soft'>{words.nothing}</View>
  return (
    <View>
      {page.drawn.map((each) => {
        const found = page.there.find(({ card }) => card.id === each.resource)
        return (
          <View key={each.draw} className='provider-out'>
            <View className='provider-out-words'>{`${each.name} ${amountWords(each.amount, each)}`}</View>
            {found && (
              <Button kind='plain' label={`${words.back}：${each.name}`} onPress={() => onBack(found.card, each.draw)}>
                {words.back}
              </Button>
            )}
          </View>
        )
      })}
    </View>
  )
}

function There({ page, onDraw }: { page: UsesPage; onDraw(card: ResourceCard): void }) {
  if (page.there.length === 0) return <Empty title={words.none} next={words.noneNext} />
  return (
    <View className='provider-resources'>
      {page.there.map(({ card, provider }) => (
        <Card key={card.id}>
          <View className='provider-licence'>
            <View className='provider-licence-name'>{card.name}</View>
            <Tag tone='plain'>{resourceKinds[card.kind]}</Tag>
          </View>
          <View className='soft'>{provider}</View>
          <View className='provider-out'>
            <View className='provider-out-words'>{leftWords(card)}</View>
            <Button
              kind='plain'
              disabled={card.left === 0}
              label={`${words.draw}：${card.name}`}
              onPress={() => onDraw(card)}
            >
              {words.draw}
            </Button>
          </View>
        </Card>
      ))}
    </View>
  )
}

function Heading({ children }: { children: string }) {
  return (
    <View className='subheading provider-part' {...spokenAs('heading')}>
      {children}
    </View>
  )
}
