import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import type { VolunteerPage } from '../../domain/shift-page'
import '../../text/hours-refusals'
import { personWords as words, staffWords } from '../../text/volunteer-staff-words'
import { ReasonSheet } from './Steps'

interface AwardsProps {
  page: VolunteerPage
  onChanged(): Promise<void>
}

/** A volunteer's honours: written down, and taken back where it was a mistake; both stay in the log. */
export function Awards({ page, onChanged }: AwardsProps) {
  const [title, setTitle] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [taking, setTaking] = useState<string>()
  const volunteer = page.row.id
  const add = useAction((intent, what: string) => call.hours.award({ intent, volunteer, title: what }))
  const back = useAction((intent, input: { award: string; reason: string }) =>
    call.hours.revoke({ intent, volunteer, ...input }),
  )
  const short = (title ?? '').trim().length < 2
  const saved = async () => {
    void Taro.showToast({ title: staffWords.saved, icon: 'none' })
    await onChanged()
  }
  const send = async () => {
    setTried(true)
    if (short || !(await add.run((title ?? '').trim())).ok) return
    setTitle(null)
    setTried(false)
    await saved()
  }
  const take = async (reason: string) => {
    if (!taking || !(await back.run({ award: taking, reason })).ok) return
    setTaking(undefined)
    await saved()
  }
  return (
    <View>
      <View className='subheading duty-heading' {...spokenAs('heading')}>
        {words.awards}
      </View>
      {page.awards.map((award) => (
        <View key={award.id} className='duty-person'>
          <View className='duty-grow'>{award.title}</View>
          <Button kind='plain' label={words.awardRevokeOf(award.title)} onPress={() => setTaking(award.id)}>
            {words.awardRevoke}
          </Button>
        </View>
      ))}
      {title !== null && (
        <Field
          label={words.awardName}
          hint={words.awardHint}
          maxLength={30}
          value={title}
          error={tried && short ? words.awardShort : null}
          onChange={setTitle}
          onDone={() => void send()}
        />
      )}
      {add.problem && <Trouble problem={add.problem} retry={() => void add.again()} close={add.dismiss} />}
      <View className='duty-pair'>
        <Button kind='plain' busy={add.busy} onPress={title === null ? () => setTitle('') : send}>
          {words.awardAdd}
        </Button>
      </View>
      {taking && (
        <ReasonSheet title={words.awardRevoke} busy={back.busy} onClose={() => setTaking(undefined)} onSend={take}>
          {back.problem && <Trouble problem={back.problem} retry={() => void back.again()} close={back.dismiss} />}
        </ReasonSheet>
      )}
    </View>
  )
}
