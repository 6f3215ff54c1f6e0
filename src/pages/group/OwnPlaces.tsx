import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Trouble } from '../../components/Trouble'
import type { GroupPage, OwnPlace } from '../../domain/group-page'
import { groupWords, standingWords } from '../../text/group-words'

interface OwnProps {
  page: GroupPage
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

/** How each of mine stands in the group, with the way out of it. */
export function OwnPlaces({ page, ask, onChanged }: OwnProps) {
  const { elder } = useDisplay()
  const words = groupWords(elder)
  const leave = useAction((intent, place: string) => call.group.leave({ intent, group: page.id, place }))
  const done = async (answer: { ok: boolean } | undefined) => {
    if (!answer?.ok) return
    void Taro.showToast({ title: words.left, icon: 'none' })
    await onChanged()
  }
  const go = async ({ id, state, person }: OwnPlace) => {
    if (state === 'in' && !(await ask(words.leaveQuestion(page.name, person.name)))) return
    await done(await leave.run(id))
  }
  return (
    <View>
      {leave.problem && (
        <Trouble
          problem={leave.problem}
          retry={async () => done(await leave.again())}
          refresh={() => void onChanged()}
          close={leave.dismiss}
        />
      )}
      {page.mine.map((place) => (
        <Card key={place.id}>
          <View className='group-own'>
            <View>{standingWords(place)}</View>
            <Button kind='plain' busy={leave.busy} onPress={() => go(place)}>
              {place.state === 'in' ? words.leave : words.leaveWait}
            </Button>
          </View>
        </Card>
      ))}
    </View>
  )
}
