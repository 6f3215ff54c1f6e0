import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Lines } from '../../components/Lines'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { noticeInput } from '../../domain/activity-change'
import { changeWords, toldWords } from '../../text/board-words'
import { shortMomentWords } from '../../text/time'
import type { DeedSheet } from './deed-sheet'

/** A few words to everyone on the list, and what was written to them before. */
export function NoticeSheet({ page, people, onClose, onDone }: DeedSheet) {
  const [text, setText] = useState('')
  const [shown, setShown] = useState(false)
  const act = useAction((intent, words: string) =>
    call.activity.notify({ intent, activity: page.activity.id, text: words }),
  )
  // A notice is one paragraph.
  const written = text.replace(/\s+/g, ' ').trim()
  const right = v.is(noticeInput.entries.text, written)
  const go = async () => {
    setShown(true)
    if (!right || !(await act.run(written)).ok) return
    void Taro.showToast({ title: changeWords.noticed, icon: 'none' })
    await onDone()
  }
  return (
    <Sheet title={changeWords.notice} onClose={onClose}>
      <Lines
        label={changeWords.noticeText}
        hint={changeWords.noticeHint}
        value={text}
        error={shown && !right ? changeWords.noticeShort : null}
        maxLength={120}
        onChange={setText}
      />
      <View className='roster-over'>{toldWords(people)}</View>
      {act.problem && <Trouble problem={act.problem} retry={go} close={act.dismiss} />}
      <Button busy={act.busy} disabled={people === 0} onPress={go}>
        {changeWords.noticeDo}
      </Button>
      {page.notices.length > 0 && <View className='subheading editor-heading'>{changeWords.sent}</View>}
      {page.notices.map((notice) => (
        <View key={`${notice.at} ${notice.text}`} className='notice-sent'>
          <View>{notice.text}</View>
          <View className='soft'>{shortMomentWords(notice.at, Date.now())}</View>
        </View>
      ))}
    </Sheet>
  )
}
