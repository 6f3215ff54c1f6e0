import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { openPdf } from '../../cloud/pdf'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { monthOf } from '../../domain/ledger'
import { type OwnProof, printedCode, type ProofFile } from '../../domain/proof'
import { proofWords as words } from '../../text/service-words'
import { dayWords } from '../../text/time'
import { Answered } from '../Answered'
import { MonthField } from './MonthField'
import './proof.css'

const open = async ({ code, pdf }: ProofFile) => {
  const title = (await openPdf(`linli-${code}`, pdf)) ? words.opened : words.failed
  void Taro.showToast({ title, icon: 'none' })
}

/** A proof of one's service, made at once; and those that were made before. */
export default function Proof() {
  const thisMonth = monthOf(useNow())
  const [name, setName] = useState('')
  const [from, setFrom] = useState(`${thisMonth.slice(0, 4)}-01`)
  const [until, setUntil] = useState(thisMonth)
  const [tried, setTried] = useState(false)
  const mine = useQuery('proof.mine', () => call.proof.mine({}), false)
  const act = useAction((intent, input: { name: string; from: string; until: string }) =>
    call.proof.issue({ intent, ...input }),
  )
  const wrong = name.trim().length === 0
  const issue = async () => {
    setTried(true)
    if (wrong) return
    const answer = await act.run({ name: name.trim(), from, until })
    if (!answer.ok) return
    await open(answer.value)
    await mine.refresh()
  }
  const choose = (which: 'from' | 'until') => (month: string) => {
    if (which === 'from' || month < from) setFrom(month)
    if (which === 'until' || month > until) setUntil(month)
  }
  return (
    <Screen title={words.title}>
      <View className='proof-lead'>{words.lead}</View>
      <Card>
        <Field
          label={words.name}
          hint={words.nameHint}
          maxLength={20}
          value={name}
          error={tried && wrong ? words.nameWrong : null}
          onChange={setName}
        />
        <MonthField label={words.from} value={from} until={thisMonth} onChange={choose('from')} />
        <MonthField label={words.until} value={until} until={thisMonth} onChange={choose('until')} />
        {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
        <Button busy={act.busy} onPress={issue}>
          {words.issue}
        </Button>
      </Card>
      <View className='subheading proof-section' {...spokenAs('heading')}>
        {words.mine}
      </View>
      <Answered query={mine} waiting={<Loading cards={1} />}>
        {(proofs) => (
          <View>
            {proofs.length === 0 && <View className='soft'>{words.none}</View>}
            {proofs.map((proof) => (
              <Issued key={proof.code} proof={proof} />
            ))}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

function Issued({ proof }: { proof: OwnProof }) {
  const now = useNow()
  const act = useAction((_, code: string) => call.proof.file({ code }))
  const fetchAndOpen = async () => {
    const answer = await act.run(proof.code)
    if (answer.ok) await open(answer.value)
  }
  return (
    <Card>
      <View>{words.line(proof.from, proof.until, proof.minutes)}</View>
      <View className='soft'>{`${words.code} ${printedCode(proof.code)}`}</View>
      <View className='soft'>{dayWords(proof.issuedAt, now)}</View>
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <View className='proof-deed'>
        <Button kind='plain' busy={act.busy} onPress={fetchAndOpen}>
          {words.open}
        </Button>
      </View>
    </Card>
  )
}
