import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Trouble } from '../../components/Trouble'
import type { Composer } from '../../domain/menu-page'
import { droppedWords as words } from '../../text/menu-staff-words'

interface DroppedProps {
  page: Composer
  refresh(): Promise<void>
}

/** What was taken off the draft while residents still read it: it can be paused until that is published. */
export function Dropped({ page, refresh }: DroppedProps) {
  const pause = useAction((intent, { code, paused }: { code: string; paused: boolean }) =>
    call.menu.pause({ intent, code, paused }),
  )
  if (page.dropped.length === 0) return null
  return (
    <Card>
      <View className='subheading'>{words.title}</View>
      <View className='soft'>{words.note}</View>
      {pause.problem && <Trouble problem={pause.problem} refresh={refresh} close={pause.dismiss} />}
      {page.dropped.map(({ code, name, paused }) => (
        <Button
          key={code}
          kind='plain'
          busy={pause.busy}
          onPress={async () => {
            await pause.run({ code, paused: !paused })
            await refresh()
          }}
        >
          {paused ? words.resume(name) : words.pause(name)}
        </Button>
      ))}
    </Card>
  )
}
