import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { AgeBand } from '../../domain/age'
import { type Birth, bandAt } from '../../domain/birth'
import { needsBirth, type OwnRelative, type Relation, relations, relativeInput } from '../../domain/member'
import { draftErrors, memberWords, relationWords, removeFamilyConfirm } from '../../text/member-words'
import { toasts } from '../../text/words'
import { BirthFields } from './BirthFields'
import { birthIn, draftOfBirth, isBirthWrong } from './draft'
import { BandChoice } from './Particulars'

interface FamilySheetProps {
  /** Whom to change; nothing to add someone. */
  person?: OwnRelative
  birth?: Birth | null
  onClose(): void
  onDone(toast: string): Promise<void>
}

type Told = v.InferOutput<typeof relativeInput>

const relationOptions = relations.map((value) => ({ value, label: relationWords(value) }))

/**
 * One of the family: who they are to me, how they are called, how old; and the agreement, as their guardian or as they
 * gave it. Removing asks once more, on the same sheet.
 */
export function FamilySheet({ person, birth: known, onClose, onDone }: FamilySheetProps) {
  const { elder } = useDisplay()
  const words = memberWords(elder)
  const [relation, setRelation] = useState<Relation | null>(person?.relation ?? null)
  const [name, setName] = useState(person?.name ?? '')
  const [band, setBand] = useState<AgeBand | null>(person?.band ?? null)
  const [born, setBorn] = useState(draftOfBirth(known))
  const [shown, setShown] = useState(false)
  const [removing, setRemoving] = useState(false)
  const keep = useAction((intent, input: Told) =>
    person ? call.member.updateFamily({ person: person.id, ...input }) : call.member.addFamily({ intent, ...input }),
  )
  const remove = useAction((_, id: string) => call.member.removeFamily({ person: id }))

  const now = Date.now()
  const child = relation === 'child' || relation === 'grandchild'
  const asked = needsBirth(band, relation)
  const birth = asked ? birthIn(born, now) : null
  const birthWrong = isBirthWrong(birth, band, relation)
  const parsed = v.safeParse(relativeInput, {
    name,
    relation,
    band: birth && birth !== 'wrong' ? bandAt(birth, now) : band,
    birth: birth === 'wrong' ? null : birth,
    consent: true,
  })
  const wrong = new Set(shown && !parsed.success ? parsed.issues.map((issue) => v.getDotPath(issue)) : [])
  const save = async () => {
    setShown(true)
    if (!parsed.success || birthWrong) return
    if ((await keep.run(parsed.output)).ok) await onDone(person ? toasts.changed : toasts.familyAdded)
  }
  const takeAway = async () => {
    if (person && (await remove.run(person.id)).ok) await onDone(toasts.familyRemoved)
  }

  if (person && removing) {
    const confirm = removeFamilyConfirm(person.name)
    return (
      <Sheet title={confirm.title} onClose={onClose}>
        <View className='particulars-lead'>{confirm.text}</View>
        {remove.problem && <Trouble problem={remove.problem} retry={takeAway} close={onClose} />}
        <View className='particulars-answers'>
          <Button kind='plain' onPress={() => setRemoving(false)}>
            {confirm.cancel}
          </Button>
          <Button kind='danger' busy={remove.busy} onPress={takeAway}>
            {confirm.ok}
          </Button>
        </View>
      </Sheet>
    )
  }
  return (
    <Sheet title={person ? words.editFamily : words.addFamily} onClose={onClose}>
      <Choice
        label={words.relation}
        columns={2}
        options={relationOptions}
        value={relation}
        error={wrong.has('relation') ? draftErrors.relation : null}
        onChange={(chosen) => setRelation(chosen)}
      />
      <Field
        label={words.familyName}
        hint={words.familyNameHint}
        value={name}
        maxLength={12}
        error={wrong.has('name') ? draftErrors.name : null}
        onChange={setName}
      />
      {!child && (
        <BandChoice
          label={words.familyBand}
          value={band}
          error={wrong.has('band') ? draftErrors.band : null}
          onChange={setBand}
        />
      )}
      {asked && <BirthFields value={born} wrong={shown && birthWrong} onChange={setBorn} />}
      {relation && <View className='soft particulars-agreed'>{asked ? words.childConsent : words.proxyConsent}</View>}
      {keep.problem && <Trouble problem={keep.problem} retry={save} close={keep.dismiss} />}
      <View className='particulars-answers'>
        {person && (
          <Button kind='danger' label={`${words.remove}${person.name}`} onPress={() => setRemoving(true)}>
            {words.remove}
          </Button>
        )}
        <Button busy={keep.busy} onPress={save}>
          {person ? words.agreeSave : words.agreeAdd}
        </Button>
      </View>
    </Sheet>
  )
}
