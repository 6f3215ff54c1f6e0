import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Choice, type Option } from '../../components/Choice'
import { Lines } from '../../components/Lines'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { type Series, seriesEnds } from '../../domain/order'
import type { OrderPage } from '../../domain/order-page'
import { deskWords as words } from '../../text/order-desk-words'

interface GuideSheetProps {
  page: OrderPage
  onClose(): void
  onDone(): Promise<void>
}

/** It is answered elsewhere: where, in words that the resident reads. */
export function GuideSheet({ page, onClose, onDone }: GuideSheetProps) {
  const [text, setText] = useState('')
  const [series, setSeries] = useState<Series>('goes-on')
  const guide = useAction((intent, where: string) =>
    call.order.guide({ intent, order: page.id, text: where, series: page.weekly ? series : null }),
  )
  const said = text.trim().replace(/\s+/g, ' ')
  const run = async () => {
    if ((await guide.run(said)).ok) await onDone()
  }
  return (
    <Sheet title={words.guide} onClose={onClose}>
      <Lines label={words.guideText} hint={words.guideHint} value={text} maxLength={100} onChange={setText} />
      {page.weekly && (
        <Choice
          label={words.guideSeries}
          value={series}
          options={seriesEnds.map((each): Option<Series> => ({ value: each, label: words.series[each] }))}
          onChange={(each) => setSeries(each)}
        />
      )}
      {guide.problem && <Trouble problem={guide.problem} retry={() => void guide.again()} close={guide.dismiss} />}
      <Button busy={guide.busy} disabled={said.length < 2} onPress={run}>
        {page.kept ? words.guideKept : words.guideDo}
      </Button>
    </Sheet>
  )
}
