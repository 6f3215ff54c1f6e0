import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import type { ServiceCard } from '../../domain/hours'
import { clockWordsOf } from '../../text/service-words'
import { clockWords } from '../../text/time'
import { Answered } from '../Answered'
import './hours.css'

const canScan = process.env.TARO_ENV === 'weapp'

/** On a shift: I am here, and I am going; each time by the code that is shown where one serves. */
export default function Clock() {
  const { id = '' } = useRouter().params
  const { elder } = useDisplay()
  const words = clockWordsOf(elder)
  const page = useQuery('hours.mine', () => call.hours.mine({}))
  return (
    <Screen title={words.title}>
      <Answered query={page} waiting={<Loading cards={1} />}>
        {({ services }) => (
          <Standing
            shift={id}
            service={services.find(({ about }) => about === id)}
            elder={elder}
            onChanged={page.refresh}
          />
        )}
      </Answered>
    </Screen>
  )
}

interface StandingProps {
  shift: string
  /** What is on record of me here; nothing before I came. */
  service: ServiceCard | undefined
  elder: boolean
  onChanged(): Promise<void>
}

function Standing({ shift, service, elder, onChanged }: StandingProps) {
  const words = clockWordsOf(elder)
  const [digits, setDigits] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const here = service?.state === 'on'
  const act = useAction((intent, code: string) =>
    here ? call.hours.checkOut({ intent, shift, code }) : call.hours.checkIn({ intent, shift, code }),
  )
  const send = async (code: string) => {
    if (!(await act.run(code)).ok) return
    setDigits('')
    await onChanged()
  }
  const scan = async () => {
    const found = await Taro.scanCode({ onlyFromCamera: true }).catch(() => undefined)
    if (found) await send(found.result)
  }
  const type = async () => {
    const six = /^\d{6}$/.test(digits.replace(/\s/g, ''))
    setWrong(six ? null : words.digitsWrong)
    if (six) await send(digits)
  }
  if (service && !here)
    return (
      <View className='hours-side' {...spokenAs('status')}>
        {words.went(service.measured)}
      </View>
    )
  return (
    <View>
      <View className='hours-note' {...spokenAs('status')}>
        {here ? words.came(clockWords(service.from)) : words.before}
      </View>
      {here && <View className='soft hours-note'>{words.during}</View>}
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <Card>
        {canScan && (
          <Button busy={act.busy} onPress={scan}>
            {words.scan}
          </Button>
        )}
        <Field
          label={words.digits}
          hint={words.digitsHint}
          digits
          maxLength={7}
          value={digits}
          error={wrong}
          onChange={setDigits}
          onDone={() => void type()}
        />
        <Button kind={canScan ? 'plain' : 'primary'} busy={act.busy} onPress={type}>
          {here ? words.out : words.in}
        </Button>
      </Card>
    </View>
  )
}
