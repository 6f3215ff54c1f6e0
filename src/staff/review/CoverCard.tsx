import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Picture } from '../../components/Picture'
import { Trouble } from '../../components/Trouble'
import type { WaitingCover } from '../../domain/cover-upload'
import { boardWords as words } from '../../text/rating-words'

/** A picture that only staff see until a person has passed it. */
export function CoverCard({ item, onDone }: { item: WaitingCover; onDone(): Promise<void> }) {
  const { activity, file, title, organiser, address } = item
  const act = useAction((_, pass: boolean) => call.activity.judgeCover({ activity, file, pass }))
  const decide = async (pass: boolean) => {
    if ((await act.run(pass)).ok) await onDone()
  }
  return (
    <View className='review-card'>
      <Card>
        <View className='soft'>
          {title}，{organiser}
        </View>
        {address && (
          <View className='review-picture'>
            <Picture src={address} words={words.pictureAria(title)} />
          </View>
        )}
        {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={onDone} />}
        <View className='review-chips'>
          <Button busy={act.busy} onPress={() => decide(true)}>
            {words.pass}
          </Button>
          <Button kind='plain' busy={act.busy} onPress={() => decide(false)}>
            {words.drawn}
          </Button>
        </View>
      </Card>
    </View>
  )
}
