import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { Row } from '../../components/Row'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { contactLines, contactWords } from '../../text/contact-words'
import { rosterWords } from '../../text/roster-words'
import { isReason } from './reason'

interface ContactSheetProps {
  activity: string
  party: string
  names: string
  onClose(): void
}

/** How the holder of a party can be reached: masked at first; in full once a reason is written, which they will read. */
export function ContactSheet({ activity, party, names, onClose }: ContactSheetProps) {
  const masked = useQuery(`contact.${party}`, () => call.audit.contact({ activity, party }), false)
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const look = useAction((intent, why: string) => call.audit.reveal({ intent, activity, party, reason: why }))
  const [full, setFull] = useState<typeof masked.value>()
  const lines = contactLines(full ?? masked.value ?? { phone: null, room: null })
  const phone = full?.phone
  const show = async () => {
    setShown(true)
    if (!isReason(reason)) return
    const answer = await look.run(reason.trim())
    if (answer.ok) setFull(answer.value)
  }
  return (
    <Sheet title={contactWords.title(names)} onClose={onClose}>
      {masked.problem && <Trouble problem={masked.problem} retry={masked.refresh} close={onClose} />}
      {!masked.value && masked.loading && <Loading cards={1} />}
      {masked.value && lines.length === 0 && <View className='roster-confirm'>{contactWords.none}</View>}
      {lines.map(({ label, value }) => (
        <Row key={label} label={label}>
          {value}
        </Row>
      ))}
      {lines.length > 0 && (
        <View className='soft roster-confirm'>{full ? contactWords.recorded : contactWords.hidden}</View>
      )}
      {lines.length > 0 && !full && (
        <View>
          <Field
            label={rosterWords.reason}
            hint={contactWords.reasons[0]}
            value={reason}
            error={shown && !isReason(reason) ? rosterWords.reasonShort : null}
            maxLength={60}
            onChange={setReason}
          />
          <View className='roster-chips'>
            {contactWords.reasons.map((usual) => (
              <Chip key={usual} kind='radio' on={reason === usual} onPress={() => setReason(usual)}>
                {usual}
              </Chip>
            ))}
          </View>
          {look.problem && <Trouble problem={look.problem} retry={show} close={look.dismiss} />}
          <Button busy={look.busy} onPress={show}>
            {contactWords.show}
          </Button>
        </View>
      )}
      {phone && (
        <Button onPress={() => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}>
          {contactWords.call}
        </Button>
      )}
    </Sheet>
  )
}
