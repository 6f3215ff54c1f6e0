import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { mostChosen, type SurveyPage } from '../../domain/survey'
import '../../text/need-refusals'
import { needWords } from '../../text/need-words'
import { Answered } from '../Answered'
import { toggled } from './wish'
import './need.css'

/** Once a year, one answer a household: what it needs most, and what it could bring. */
export default function Survey() {
  const words = needWords(useDisplay().elder)
  const page = useQuery('need.survey', () => call.need.survey({}), false)
  return (
    <Screen title={page.value ? words.surveyTitle(page.value.year) : words.survey}>
      <Answered query={page} waiting={<Loading cards={2} />}>
        {(survey) => <Form key={survey.year} survey={survey} onDone={page.refresh} />}
      </Answered>
    </Screen>
  )
}

function Form({ survey, onDone }: { survey: SurveyPage; onDone(): Promise<void> }) {
  const words = needWords(useDisplay().elder)
  const [needs, setNeeds] = useState(survey.mine?.needs ?? [])
  const [brings, setBrings] = useState(survey.mine?.brings ?? [])
  const [done, setDone] = useState(false)
  const fill = useAction((intent, input: { needs: string[]; brings: string[] }) =>
    call.need.answerSurvey({ intent, ...input }),
  )
  const send = async () => {
    if (!(await fill.run({ needs, brings })).ok) return
    setDone(true)
    await onDone()
  }
  return (
    <View>
      <View>{words.surveyLead}</View>
      {survey.mine && !done && <View className='soft'>{words.surveyMine}</View>}
      <Chosen label={words.surveyNeeds} survey={survey} chosen={needs} onChange={setNeeds} />
      <Chosen label={words.surveyBrings} survey={survey} chosen={brings} onChange={setBrings} />
      {fill.problem && <Trouble problem={fill.problem} retry={send} close={fill.dismiss} />}
      {done && (
        <View className='need-why' {...spokenAs('status')}>
          {words.surveyDone}
        </View>
      )}
      <View className='need-answers'>
        <Button busy={fill.busy} disabled={needs.length + brings.length === 0} onPress={send}>
          {words.surveySend}
        </Button>
      </View>
    </View>
  )
}

interface ChosenProps {
  label: string
  survey: SurveyPage
  chosen: string[]
  onChange(chosen: string[]): void
}

function Chosen({ label, survey, chosen, onChange }: ChosenProps) {
  return (
    <View>
      <View className='subheading need-part' {...spokenAs('heading')}>
        {label}
      </View>
      <View className='need-chips'>
        {survey.categories.map(({ code, name }) => {
          const on = chosen.includes(code)
          return (
            <Chip
              key={code}
              on={on}
              disabled={!on && chosen.length >= mostChosen}
              onPress={() => onChange(toggled(chosen, code))}
            >
              {name}
            </Chip>
          )
        })}
      </View>
    </View>
  )
}
