import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { TypedCode } from '../../components/TypedCode'
import { useNow } from '../../components/useNow'
import { proofLength, printedCode, type VerifiedProof } from '../../domain/proof'
import { monthName, proofWords as words } from '../../text/service-words'
import { dayWords } from '../../text/time'
import './proof.css'

/** A number as it is typed, or as it stands in the code on the paper: an address, or "LLV.<centre>.<number>". */
function bare(text: string): string {
  const number = /[?&]id=([^&]+)/.exec(text)?.[1] ?? text.split('.').at(-1) ?? ''
  return number.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

const isNumber = (text: string): boolean => bare(text).length === proofLength

/** Anyone who holds a proof in their hands checks it here, without signing in. */
export default function Verify() {
  const { id = '' } = useRouter().params
  const [proof, setProof] = useState<VerifiedProof & { code: string }>()
  const act = useAction((_, asked: string) => call.proof.verify({ code: asked }))
  const check = async (text: string) => {
    setProof(undefined)
    if (!isNumber(text)) return false
    const answer = await act.run(bare(text))
    if (answer.ok) setProof({ ...answer.value, code: bare(text) })
    return false
  }
  // Scanned from the paper, the number is here already.
  const first = useRef(id !== '')
  useEffect(() => {
    if (first.current) void check(id)
    first.current = false
  })
  return (
    <Screen title={words.verifyTitle}>
      <View className='proof-lead'>{words.verifyLead}</View>
      <TypedCode
        words={{
          scan: words.scan,
          label: words.code,
          hint: words.codeHint,
          wrong: words.codeWrong,
          send: words.verify,
        }}
        busy={act.busy}
        initial={id}
        maxLength={20}
        pictures
        shownAs={bare}
        isCode={isNumber}
        onCode={check}
      />
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      {proof && <Genuine proof={proof} />}
    </Screen>
  )
}

function Genuine({ proof }: { proof: VerifiedProof & { code: string } }) {
  const now = useNow()
  const { from, until } = proof
  return (
    <View>
      <View className='proof-genuine' {...spokenAs('status')}>
        {words.genuine}
      </View>
      <Row label={words.code}>{printedCode(proof.code)}</Row>
      <Row label={words.issuedBy}>{proof.centre}</Row>
      <Row label={words.whose}>{proof.name}</Row>
      <Row label={words.period}>{from === until ? monthName(from) : `${monthName(from)}至 ${monthName(until)}`}</Row>
      <Row label={words.total}>{words.minutesOf(proof.minutes)}</Row>
      <Row label={words.times}>{words.timesOf(proof.services)}</Row>
      <Row label={words.issued}>{dayWords(proof.issuedAt, now)}</Row>
      {proof.changed && <View className='proof-lead'>{words.changed}</View>}
      <View className='soft proof-lead'>{words.compare}</View>
    </View>
  )
}
