import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { forgetSeen } from '../../cloud/memory'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { eraseWord } from '../../domain/account'
import { accountWords } from '../../text/account-words'
import './account.css'

/** The way out: what will be gone, and a word to write, so that nobody takes it by a slip. */
export default function Erase() {
  const { elder } = useDisplay()
  const words = accountWords(elder)
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(false)
  const erase = useAction(() => call.member.erase({ confirm: eraseWord }))
  const sure = typed.trim() === eraseWord
  const go = async () => {
    setShown(true)
    if (!sure || !(await erase.run(null)).ok) return
    forgetSeen()
    void Taro.showToast({ title: words.erased, icon: 'none' })
    void Taro.switchTab({ url: '/pages/home/index' })
  }
  return (
    <Screen title={words.eraseTitle}>
      <View className='account-lead account-what'>{words.eraseLead}</View>
      {words.eraseWhat.map((line) => (
        <View key={line} className='account-gone'>
          {line}
        </View>
      ))}
      <Field
        label={words.eraseType(eraseWord)}
        hint={eraseWord}
        value={typed}
        maxLength={4}
        error={shown && !sure ? words.eraseWrong(eraseWord) : null}
        onChange={setTyped}
      />
      {erase.problem && <Trouble problem={erase.problem} retry={go} close={erase.dismiss} />}
      <Button kind='danger' busy={erase.busy} onPress={go}>
        {words.eraseDo}
      </Button>
    </Screen>
  )
}
