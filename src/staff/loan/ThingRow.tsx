import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Chip } from '../../components/Chip'
import { Trouble } from '../../components/Trouble'
import type { DeskThing } from '../../domain/loan-page'
import { loanDeskWords as words, stockWords } from '../../text/loan-desk-words'
import type { Opened } from './opened'

interface ThingRowProps {
  thing: DeskThing
  onOpen(opened: Opened): void
  onDone(answer: { ok: boolean } | undefined, toast: string): Promise<void>
}

/** One kind of thing: how many there are, and what the desk may do about it. */
export function ThingRow({ thing, onOpen, onDone }: ThingRowProps) {
  const mended = useAction((intent) => call.loan.mended({ intent, thing: thing.id, pieces: 1 }))
  return (
    <View className='loans-row'>
      <View className='loans-words'>
        <View className='loans-name'>{thing.name}</View>
        <View className='soft'>{stockWords(thing)}</View>
        {mended.problem && (
          <Trouble
            problem={mended.problem}
            retry={async () => onDone(await mended.again(), words.mended)}
            close={mended.dismiss}
          />
        )}
        <View className='loans-chips'>
          {thing.open && thing.free > 0 && (
            <Chip kind='button' label={`${thing.name}，${words.lend}`} onPress={() => onOpen({ kind: 'lend', thing })}>
              {words.lend}
            </Chip>
          )}
          {thing.mending > 0 && (
            <Chip
              kind='button'
              label={`${thing.name}，${words.mend}`}
              onPress={async () => onDone(await mended.run(null), words.mended)}
            >
              {words.mend}
            </Chip>
          )}
          <Chip kind='button' label={`${thing.name}，${words.edit}`} onPress={() => onOpen({ kind: 'thing', thing })}>
            {words.edit}
          </Chip>
        </View>
      </View>
    </View>
  )
}
