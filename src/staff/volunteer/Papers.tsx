import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Picture } from '../../components/Picture'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { VolunteerPage } from '../../domain/shift-page'
import { personWords as words } from '../../text/volunteer-staff-words'
import { paperWords } from '../../text/volunteer-words'
import { ReasonSheet } from './Steps'

interface PapersProps {
  page: VolunteerPage
  onChanged(): Promise<void>
}

/** The certificates: looked at, and found good or not. */
export function Papers({ page, onChanged }: PapersProps) {
  const now = useNow()
  const [refusing, setRefusing] = useState<string>()
  const act = useAction((intent, said: { qualification: string; valid: boolean; reason: string | null }) =>
    call.volunteer.judgeQualification({ intent, volunteer: page.row.id, ...said }),
  )
  const judge = async (qualification: string, valid: boolean, reason: string | null) => {
    if (!(await act.run({ qualification, valid, reason })).ok) return
    setRefusing(undefined)
    await onChanged()
  }
  if (page.qualifications.length === 0) return null
  return (
    <View>
      <View className='subheading duty-heading' {...spokenAs('heading')}>
        {words.papers}
      </View>
      {page.qualifications.map((paper) => (
        <View key={paper.id} className='duty-line'>
          <View>{paper.name}</View>
          <View className='soft'>{paperWords(paper, now)}</View>
          {paper.address && (
            <View className='duty-paper'>
              <Picture src={paper.address} words={paper.name} />
            </View>
          )}
          {paper.state === 'waiting' && (
            <View className='duty-pair'>
              <Button busy={act.busy} onPress={() => judge(paper.id, true, null)}>
                {words.pass}
              </Button>
              <Button kind='plain' onPress={() => setRefusing(paper.id)}>
                {words.refuse}
              </Button>
            </View>
          )}
        </View>
      ))}
      {act.problem && !refusing && (
        <Trouble problem={act.problem} retry={() => void act.again()} refresh={onChanged} close={act.dismiss} />
      )}
      {refusing && (
        <ReasonSheet
          title={words.refuse}
          busy={act.busy}
          onClose={() => setRefusing(undefined)}
          onSend={(reason) => judge(refusing, false, reason)}
        >
          {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
        </ReasonSheet>
      )}
    </View>
  )
}
