import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Trouble } from '../../components/Trouble'
import type { MyVolunteering } from '../../domain/shift-page'
import { leaveConfirm, standingWords, volunteerWords } from '../../text/volunteer-words'

interface StandingCardProps {
  standing: NonNullable<MyVolunteering['volunteer']>
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

/** How I stand, and what I can do about it: rest, come back, leave. */
export function StandingCard({ standing, ask, onChanged }: StandingCardProps) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const { title, text } = standingWords(standing)
  const act = useAction((intent, step: 'rest' | 'resume' | 'leave') => call.volunteer.step({ intent, step }))
  const run = async (step: 'rest' | 'resume' | 'leave') => {
    if (step === 'leave' && !(await ask(leaveConfirm))) return
    if ((await act.run(step)).ok) await onChanged()
  }
  return (
    <Card>
      <Text className='subheading'>{title}</Text>
      <View>{text}</View>
      {act.problem && (
        <Trouble problem={act.problem} retry={() => void act.again()} refresh={onChanged} close={act.dismiss} />
      )}
      <View className='serve-deeds'>
        {standing.state === 'active' && (
          <Button kind='plain' busy={act.busy} onPress={() => run('rest')}>
            {words.rest}
          </Button>
        )}
        {standing.state === 'resting' && (
          <Button busy={act.busy} onPress={() => run('resume')}>
            {words.resume}
          </Button>
        )}
        <Button kind='plain' onPress={() => Taro.navigateTo({ url: '/pages/volunteer/register' })}>
          {words.edit}
        </Button>
        {standing.state !== 'suspended' && (
          <Button kind='danger' busy={act.busy} onPress={() => run('leave')}>
            {words.leave}
          </Button>
        )}
      </View>
    </Card>
  )
}
