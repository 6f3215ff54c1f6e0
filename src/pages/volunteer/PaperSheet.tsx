import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { choosePicture } from '../../cloud/picture'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { Skill } from '../../domain/skill'
import { momentOf } from '../../text/moment-words'
import { paperForm, volunteerWords } from '../../text/volunteer-words'
import { Skills } from './Skills'

/** A certificate to be looked at: its name, until when, what it proves, and a picture. */
export function PaperSheet({ onClose, onDone }: { onClose(): void; onDone(): Promise<void> }) {
  const { elder } = useDisplay()
  const [name, setName] = useState('')
  const [until, setUntil] = useState('')
  const [skill, setSkill] = useState<Skill | null>(null)
  const [shown, setShown] = useState(false)
  const act = useAction(
    (intent, said: { name: string; skill: Skill | null; expiresAt: number | null; image: string }) =>
      call.volunteer.addQualification({ intent, ...said }),
  )
  const expiresAt = until.trim() === '' ? null : momentOf(until, '23:59')
  const short = name.trim().length < 2
  const wrong = until.trim() !== '' && expiresAt === null
  const send = async () => {
    setShown(true)
    if (short || wrong) return
    const image = await choosePicture()
    if (image && (await act.run({ name: name.trim(), skill, expiresAt, image })).ok) await onDone()
  }
  return (
    <Sheet title={volunteerWords(elder).addPaper} onClose={onClose}>
      <Field
        label={paperForm.name}
        hint={paperForm.nameHint}
        value={name}
        maxLength={20}
        error={shown && short ? paperForm.nameShort : null}
        onChange={setName}
      />
      <Field
        label={paperForm.expires}
        hint={paperForm.expiresHint}
        value={until}
        maxLength={12}
        error={shown && wrong ? paperForm.expiresWrong : null}
        onChange={setUntil}
      />
      <Skills
        label={paperForm.skill}
        chosen={skill ? [skill] : []}
        onChange={(skills) => setSkill(skills.at(-1) ?? null)}
      />
      <View className='soft'>{paperForm.note}</View>
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <Button busy={act.busy} onPress={send}>
        {paperForm.photo}
      </Button>
    </Sheet>
  )
}
