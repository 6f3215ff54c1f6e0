import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { isSixDigits, TypedCode } from '../../components/TypedCode'
import type { ServiceCard } from '../../domain/hours'
import { clockWordsOf } from '../../text/service-words'
import { clockWords } from '../../text/time'
import { Answered } from '../Answered'
import './hours.css'

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
  const here = service?.state === 'on'
  const act = useAction((intent, code: string) =>
    here ? call.hours.checkOut({ intent, shift, code }) : call.hours.checkIn({ intent, shift, code }),
  )
  const send = async (code: string) => {
    if (!(await act.run(code)).ok) return false
    await onChanged()
    return true
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
      <TypedCode
        words={{
          scan: words.scan,
          label: words.digits,
          hint: words.digitsHint,
          wrong: words.digitsWrong,
          send: here ? words.out : words.in,
        }}
        busy={act.busy}
        digits
        maxLength={7}
        isCode={isSixDigits}
        onCode={send}
      />
    </View>
  )
}
