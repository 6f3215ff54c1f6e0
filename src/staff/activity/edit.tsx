import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '../../cloud/call'
import { chanceId } from '../../cloud/chance'
import { useQuery } from '../../cloud/useQuery'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { copyOf, emptyPlan, type Plan, planFrom } from '../../domain/activity-draft'
import { day, startOfDay } from '../../domain/day'
import { editorWords } from '../../text/editor-words'
import '../../text/staff-refusals'
import { Editor } from './Editor'
import './roster.css'
import './editor.css'

const hour = 60 * 60 * 1000

/**
 * Writes an activity: a new one, one of before once more (`copy`), one from the menu (`item` of `category`), or one that
 * is there already (`id`). A new one has its id from the beginning, so that it is saved once.
 */
export default function EditActivity() {
  const { id, copy, item, category } = useRouter().params
  const [own] = useState(() => id ?? chanceId(12))
  const [begin, setBegin] = useState<Plan | undefined>(id || copy || item ? undefined : emptyPlan)
  const [missing, setMissing] = useState<Parameters<typeof Trouble>[0]['problem']>()
  const catalogue = useQuery(`catalogue.${category ?? ''}`, () =>
    call.activity.catalogue({ category: category ?? null }),
  )

  useEffect(() => {
    if (!copy) return
    void call.activity.draft({ activity: copy }).then((answer) => {
      if (answer.ok) setBegin(copyOf(answer.value.plan, Date.now()))
      else setMissing(answer)
    })
  }, [copy])
  const chosen = item ? catalogue.value?.items.find(({ code }) => code === item) : undefined
  const plan = begin ?? (chosen && planFrom(chosen, startOfDay(Date.now()) + 7 * day + 10 * hour))

  const problem = missing ?? (plan || id ? undefined : catalogue.problem)
  const categories = catalogue.value?.categories ?? []
  if (id || plan) return <Editor id={own} begin={plan} load={id !== undefined} categories={categories} />
  return (
    <Screen title={editorWords.newTitle} wide>
      {problem ? <Trouble problem={problem} retry={() => void Taro.navigateBack()} /> : <Loading />}
    </Screen>
  )
}
