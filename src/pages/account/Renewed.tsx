import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Trouble } from '../../components/Trouble'
import { accountWords } from '../../text/account-words'

/** The wording has changed since one agreed: to be read, and agreed to anew. */
export function Renewed({ onAgreed }: { onAgreed(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = accountWords(elder)
  const agree = useAction(() => call.member.consent({ consent: true }))
  const go = async () => {
    if ((await agree.run(null)).ok) await onAgreed()
  }
  return (
    <Card>
      <View>{words.renewed}</View>
      <LinkRow label={words.readPrivacy} onPress={() => void Taro.navigateTo({ url: '/pages/member/privacy' })} />
      {agree.problem && <Trouble problem={agree.problem} retry={go} close={agree.dismiss} />}
      <View className='account-again'>
        <Button kind='plain' busy={agree.busy} onPress={go}>
          {words.agreeAgain}
        </Button>
      </View>
    </Card>
  )
}
