import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from './Button'
import { Card } from './Card'
import { Field } from './Field'
import './TypedCode.css'

/** Where there is a camera that reads codes. */
const canScan = process.env.TARO_ENV === 'weapp'

interface TypedCodeProps {
  words: { scan: string; label: string; hint: string; wrong: string; send: string }
  busy: boolean
  /** What stands in the field at first. */
  initial?: string
  /** Digits only: then the phone shows its number keys. */
  digits?: boolean
  maxLength: number
  /** Pictures that were taken before are read as well, not only what is before the camera. */
  pictures?: boolean
  /** What was scanned on the way here: then nothing is scanned anew. */
  scanned?: string | undefined
  /** How what was scanned stands in the field; it does not where nothing is said. */
  shownAs?(scanned: string): string
  /** Whether what was typed has the form of a code. */
  isCode(typed: string): boolean
  /** Answers whether the field is to be empty again. */
  onCode(code: string): Promise<boolean>
}

/** A code, scanned where the phone can, or typed: what is no code is said beside the field, and not sent. */
export function TypedCode({
  words,
  busy,
  initial = '',
  digits,
  maxLength,
  pictures,
  scanned,
  shownAs,
  isCode,
  onCode,
}: TypedCodeProps) {
  const [text, setText] = useState(initial)
  const [tried, setTried] = useState(initial !== '')
  const send = async (code: string) => {
    if (!(await onCode(code))) return
    setText('')
    setTried(false)
  }
  const scan = async () => {
    if (scanned !== undefined) return send(scanned)
    const found = await Taro.scanCode(pictures ? {} : { onlyFromCamera: true }).catch(() => undefined)
    if (!found) return
    if (shownAs) {
      setText(shownAs(found.result))
      setTried(true)
    }
    await send(found.result)
  }
  const type = async () => {
    setTried(true)
    if (isCode(text)) await send(text)
  }
  return (
    <Card>
      {canScan && (
        <View className='typed-code-scan'>
          <Button busy={busy} onPress={scan}>
            {words.scan}
          </Button>
        </View>
      )}
      <Field
        label={words.label}
        hint={words.hint}
        {...(digits && { digits })}
        maxLength={maxLength}
        value={text}
        error={tried && !isCode(text) ? words.wrong : null}
        onChange={setText}
        onDone={() => void type()}
      />
      <Button kind={canScan ? 'plain' : 'primary'} busy={busy} onPress={type}>
        {words.send}
      </Button>
    </Card>
  )
}

/** Six digits, however they are parted. */
export const isSixDigits = (typed: string): boolean => /^\d{6}$/.test(typed.replace(/\s/g, ''))
