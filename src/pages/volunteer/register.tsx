import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { FieldError } from '../../components/FieldError'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { goBack } from '../../components/ways'
import type { MyVolunteering } from '../../domain/shift-page'
import { pledgeItems, pledgeShort, volunteerWords } from '../../text/volunteer-words'
import '../../text/volunteer-refusals'
import { Answered } from '../Answered'
import { emptyProfile } from './profile'
import { ProfileForm } from './ProfileForm'
import './volunteer.css'

/** Registering as a volunteer, or saying something else of oneself: one screen, and one tap to send it. */
export default function Register() {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const query = useQuery('volunteering', () => call.volunteer.mine({}), false)
  if (query.value)
    return <Form key={query.value.volunteer ? 'known' : 'new'} page={query.value} onSaved={query.refresh} />
  return (
    <Screen title={words.register}>
      <Answered query={query} waiting={<Loading cards={2} />}>
        {() => null}
      </Answered>
    </Screen>
  )
}

function Form({ page, onSaved }: { page: MyVolunteering; onSaved(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const known = page.volunteer
  const registering = !known || known.state === 'left'
  const [profile, setProfile] = useState(known?.profile ?? emptyProfile)
  const [agreed, setAgreed] = useState(false)
  const [shown, setShown] = useState(false)
  const act = useAction((intent, said: typeof profile) =>
    registering ? call.volunteer.register({ intent, ...said, pledge: true }) : call.volunteer.update(said),
  )
  const timeless = profile.times.length === 0
  const send = async () => {
    setShown(true)
    if (timeless || (registering && !agreed)) return
    if (!(await act.run(profile)).ok) return
    void Taro.showToast({ title: words.saved, icon: 'none' })
    await onSaved()
    goBack()
  }
  return (
    <Screen
      title={registering ? words.register : words.edit}
      action={
        <View>
          <FieldError error={shown && registering && !agreed && words.pledgeNeeded} />
          {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
          <Button busy={act.busy} onPress={send}>
            {registering ? words.registerDo : words.saved}
          </Button>
        </View>
      }
    >
      <ProfileForm
        profile={profile}
        minor={page.minor}
        error={shown && timeless ? words.timesNeeded : null}
        onChange={setProfile}
      />
      {registering && <Pledge agreed={agreed} onAgree={() => setAgreed(!agreed)} />}
    </Screen>
  )
}

function Pledge({ agreed, onAgree }: { agreed: boolean; onAgree(): void }) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  return (
    <View className='serve-pledge'>
      <Text className='subheading'>{words.pledge}</Text>
      <View className='serve-promise'>{pledgeShort}</View>
      {pledgeItems.map((item) => (
        <View key={item} className='serve-item'>
          {item}
        </View>
      ))}
      <Chip on={agreed} onPress={onAgree}>
        {words.pledgeAgree}
      </Chip>
    </View>
  )
}
