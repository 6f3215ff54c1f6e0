import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { choosePicture } from '../../cloud/picture'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Cover } from '../../components/Cover'
import { Trouble } from '../../components/Trouble'
import { coverOf } from '../../domain/cover'
import { editorWords } from '../../text/editor-words'

interface CoverFieldProps {
  id: string
  category: string | null
  /** Makes sure that there is something to put a picture on. */
  onBefore(): Promise<boolean>
  /** Whether there is something already. */
  there: boolean
}

type Deed = { image: string } | { file: string; pass: boolean }

/** The cover: drawn for the category, or a picture, which others see once a person has passed it. */
export function CoverField({ id, category, onBefore, there }: CoverFieldProps) {
  const page = useQuery(
    `cover.${id}.${there}`,
    async () => (there ? call.activity.cover({ activity: id }) : { ok: true, value: { cover: null, judges: false } }),
    false,
  )
  const act = useAction((intent, deed: Deed) =>
    'image' in deed
      ? call.activity.setCover({ intent, activity: id, image: deed.image })
      : call.activity.judgeCover({ activity: id, ...deed }),
  )
  const { cover = null, judges = false } = page.value ?? {}
  const run = async (deed: Deed) => {
    if ((await act.run(deed)).ok) await page.refresh()
  }
  const choose = async () => {
    const image = await choosePicture()
    if (image && (await onBefore())) await run({ image })
  }
  return (
    <View className='field'>
      <View className='field-label'>{editorWords.cover}</View>
      <Cover {...coverOf(category)} image={cover?.address ?? null} />
      {cover && !cover.passed && <View className='roster-over'>{editorWords.coverWaits}</View>}
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <View className='board-actions'>
        <Button kind='plain' busy={act.busy} onPress={choose}>
          {cover ? editorWords.coverAnother : editorWords.coverUpload}
        </Button>
        {cover && judges && !cover.passed && (
          <Button kind='plain' busy={act.busy} onPress={() => run({ file: cover.file, pass: true })}>
            {editorWords.coverPass}
          </Button>
        )}
        {cover && judges && (
          <Button kind='plain' busy={act.busy} onPress={() => run({ file: cover.file, pass: false })}>
            {editorWords.coverDrawn}
          </Button>
        )}
      </View>
    </View>
  )
}
