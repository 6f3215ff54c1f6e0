import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useConfirm } from '../../components/Confirm'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { Plan } from '../../domain/activity-draft'
import { lacksOf } from '../../domain/activity-lack'
import type { Category } from '../../domain/catalogue'
import { discardConfirm, editorWords, lackWords, publishConfirm } from '../../text/editor-words'
import { CoverField } from './CoverField'
import { EditorSignUp } from './EditorSignUp'
import { EditorWhat } from './EditorWhat'
import { EditorWhen } from './EditorWhen'
import { EditorWhom } from './EditorWhom'
import { Preview } from './Preview'
import { usePlan } from './usePlan'

interface EditorProps {
  id: string
  begin: Plan | undefined
  load: boolean
  categories: readonly Category[]
}

/** The form and, beside it or by a tap, the page as residents will see it; what is written is kept by itself. */
export function Editor({ id, begin, load, categories }: EditorProps) {
  const now = useNow(60_000)
  const work = usePlan(id, begin, load)
  const { page, plan, change } = work
  const places = useQuery('places', () => call.activity.places({}))
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const [looking, setLooking] = useState(false)
  const [asked, setAsked] = useState(false)
  const [question, ask] = useConfirm()
  const published = page !== undefined && (page.state === 'open' || page.state === 'cancelled')
  const act = useAction(async (intent, deed: 'publish' | 'ask' | 'discard' | 'amend') => {
    const named = { intent, activity: id, version: work.version() }
    if (deed === 'publish') return call.activity.publish(named)
    if (deed === 'ask') return call.activity.ask(named)
    if (deed === 'discard') return call.activity.discard(named)
    const { title, description, category, bands, bring } = plan as Plan
    return call.activity.amend({ ...named, title, description, category, bands, bring })
  })

  const lacks = plan && !published ? lacksOf(plan, now) : []
  const wrong = (field: keyof Plan) => {
    const lack = asked ? lacks.find((each) => each.field === field) : undefined
    return lack ? lackWords(lack) : null
  }
  const title = plan?.title ?? editorWords.nameless
  const finish = async () => {
    setAsked(true)
    if (lacks.length > 0 || !(await work.save())) return
    if (page && !page.publishes) {
      if ((await act.run('ask')).ok) await work.refresh()
    } else if (await ask(publishConfirm(title))) {
      if (!(await act.run('publish')).ok) return
      void Taro.showToast({ title: editorWords.published, icon: 'none' })
      void Taro.redirectTo({ url: `/staff/activity/roster?id=${id}` })
    }
  }
  const amend = async () => {
    if (!(await act.run('amend')).ok) return
    void Taro.showToast({ title: editorWords.amended, icon: 'none' })
    await work.refresh()
  }
  const discard = async () => {
    if (!(await ask(discardConfirm(title)))) return
    if ((await act.run('discard')).ok) void Taro.navigateBack()
  }

  const problem = work.problem ?? act.problem
  const again = { retry: () => void (work.problem ? work.save() : act.again()), refresh: () => void refreshAll() }
  const refreshAll = async () => {
    act.dismiss()
    await work.refresh()
  }
  const putAway = () => {
    work.dismiss()
    act.dismiss()
  }
  const part = plan && { plan, change, wrong }
  return (
    <Screen
      title={load ? editorWords.title : editorWords.newTitle}
      wide
      sheet={question}
      action={
        plan && (
          <View className='editor-actions'>
            <View className='editor-look'>
              <Button kind='plain' onPress={() => setLooking(!looking)}>
                {looking ? editorWords.backToEdit : editorWords.preview}
              </Button>
            </View>
            {published ? (
              <Button busy={act.busy} disabled={!work.dirty || page.state === 'cancelled'} onPress={amend}>
                {editorWords.save}
              </Button>
            ) : (
              <Button busy={act.busy} onPress={finish}>
                {page && !page.publishes ? editorWords.ask : editorWords.publish}
              </Button>
            )}
          </View>
        )
      }
    >
      {problem && <Trouble problem={problem} {...again} close={putAway} />}
      {!plan && !problem && <Loading />}
      {part && (
        <View className={looking ? 'editor editor-looking' : 'editor'}>
          <View className='editor-form'>
            <View className='soft editor-kept' {...spokenAs('status')}>
              {published ? editorWords.publishedHint : keptWords(work)}
            </View>
            {page?.askedAt && !page.publishes && <View className='editor-asked'>{editorWords.asked}</View>}
            {asked && lacks.length > 0 && (
              <View className='roster-over' {...spokenAs('alert')}>
                {lacks.map(lackWords).join('；')}
              </View>
            )}
            <EditorWhat {...part} categories={categories} />
            <CoverField id={id} category={part.plan.category} there={page !== undefined} onBefore={work.save} />
            {!published && <EditorWhen {...part} places={places.value ?? []} now={now} />}
            <EditorWhom {...part} published={published} />
            {!published && <EditorSignUp {...part} buildings={centre.value?.centre.buildings ?? []} now={now} />}
            {published && (
              <Button kind='plain' onPress={() => Taro.navigateTo({ url: `/staff/activity/roster?id=${id}` })}>
                {editorWords.openList}
              </Button>
            )}
            {!published && page && (
              <Button kind='danger' onPress={discard}>
                {editorWords.discard}
              </Button>
            )}
          </View>
          <View className='editor-preview'>
            <View className='soft'>{editorWords.seen}</View>
            <Preview plan={part.plan} organiser={page?.organiser ?? ''} now={now} />
          </View>
        </View>
      )}
    </Screen>
  )
}

const keptWords = ({ saving, dirty, page }: { saving: boolean; dirty: boolean; page: unknown }): string => {
  if (saving) return editorWords.saving
  return dirty || !page ? editorWords.unsaved : editorWords.saved
}
