import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { SeatRing } from '../../components/SeatRing'
import type { Composer } from '../../domain/menu-page'
import {
  composerWords as words,
  couldWords,
  editionWords,
  enoughWords,
  servedWords,
  unpublishedWords,
} from '../../text/menu-staff-words'

interface ComposerHeadProps {
  page: Composer
  now: number
  onMinimum(): void
}

/** How far the menu is: categories against the least that it takes, as places around a plate; and what waits. */
export function ComposerHead({ page, now, onMinimum }: ComposerHeadProps) {
  const names = page.could.map((code) => page.categories.find((each) => each.code === code)?.name ?? code)
  return (
    <Card>
      <View className='composer-head'>
        <View className='composer-head-words'>
          <View className='composer-enough'>{enoughWords(page)}</View>
          {names.length > 0 && <View>{couldWords(names)}</View>}
          <View className='soft'>{unpublishedWords(page.unpublished)}</View>
          <View className='soft'>{editionWords(page.published, now)}</View>
        </View>
        <SeatRing
          capacity={page.minimum}
          taken={Math.min(page.served, page.minimum)}
          number={String(page.served)}
          label='类'
          words={servedWords(page)}
        />
      </View>
      {page.publishes && (
        <View className='composer-minimum'>
          <Button kind='plain' label={`${words.minimum}：${page.minimum}`} onPress={onMinimum}>
            {`${words.minimum}：${page.minimum}`}
          </Button>
        </View>
      )}
    </Card>
  )
}
