import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import type { ConfirmQuestion } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { QualificationRow } from '../../domain/shift-page'
import { paperForm, paperWords, removePaperConfirm, volunteerWords } from '../../text/volunteer-words'
import { PaperSheet } from './PaperSheet'

interface PapersProps {
  papers: readonly QualificationRow[]
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

/** My certificates: whether each holds, another one to add, one to take away. */
export function Papers({ papers, ask, onChanged }: PapersProps) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const now = useNow()
  const [adding, setAdding] = useState(false)
  const remove = useAction((_, qualification: string) => call.volunteer.removeQualification({ qualification }))
  const take = async (id: string) => {
    if ((await ask(removePaperConfirm)) && (await remove.run(id)).ok) await onChanged()
  }
  const done = async () => {
    setAdding(false)
    await onChanged()
  }
  return (
    <View>
      <View className='subheading serve-heading' {...spokenAs('heading')}>
        {words.papers}
      </View>
      {papers.map((paper) => (
        <View key={paper.id} className='serve-paper'>
          <View className='serve-grow'>
            <View>{paper.name}</View>
            <View className='soft'>{paperWords(paper, now)}</View>
          </View>
          <Button
            kind='plain'
            label={`${paperForm.remove}：${paper.name}`}
            busy={remove.busy}
            onPress={() => take(paper.id)}
          >
            {paperForm.remove}
          </Button>
        </View>
      ))}
      {remove.problem && <Trouble problem={remove.problem} retry={() => void remove.again()} close={remove.dismiss} />}
      <View className='serve-deeds'>
        <Button kind='plain' onPress={() => setAdding(true)}>
          {words.addPaper}
        </Button>
      </View>
      {adding && <PaperSheet onClose={() => setAdding(false)} onDone={done} />}
    </View>
  )
}
