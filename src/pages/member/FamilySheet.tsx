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
import { type FamilyMember, type Relation, relations, updateFamilyInput } from '../../domain/member'
import { draftErrors, memberWords, relationWords, removeFamilyConfirm } from '../../text/member-words'
import { words as allWords, toasts } from '../../text/words'
import { BandChoice } from './Particulars'

interface FamilySheetProps {
  /** Whom to change; nothing to add someone. */
  person?: FamilyMember
  onClose(): void
  onDone(toast: string): Promise<void>
}

interface Told {
  name: string
  band: AgeBand
  relation: Relation
}

const relationOptions = relations.map((value) => ({ value, label: relationWords(value) }))
const told = v.pick(updateFamilyInput, ['name', 'band', 'relation'])

/** One of the family: who they are to me, how they are called, how old. Removing asks once more, on the same sheet. */
export function FamilySheet({ person, onClose, onDone }: FamilySheetProps) {
  const { elder } = useDisplay()
  const words = memberWords(elder)
  const [relation, setRelation] = useState<Relation | null>(person?.relation ?? null)
  const [name, setName] = useState(person?.name ?? '')
  const [band, setBand] = useState<AgeBand | null>(person?.band ?? null)
  const [shown, setShown] = useState(false)
  const [removing, setRemoving] = useState(false)
  const keep = useAction((intent, input: Told) =>
    person ? call.member.updateFamily({ person: person.id, ...input }) : call.member.addFamily({ intent, ...input }),
  )
  const remove = useAction((_, id: string) => call.member.removeFamily({ person: id }))

  const parsed = v.safeParse(told, { name, band, relation })
  const wrong = new Set(shown && !parsed.success ? parsed.issues.map((issue) => v.getDotPath(issue)) : [])
  const save = async () => {
    setShown(true)
    if (!parsed.success) return
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
      <BandChoice
        label={words.familyBand}
        value={band}
        error={wrong.has('band') ? draftErrors.band : null}
        onChange={setBand}
      />
      {keep.problem && <Trouble problem={keep.problem} retry={save} close={keep.dismiss} />}
      <View className='particulars-answers'>
        {person && (
          <Button kind='danger' label={`${words.remove}${person.name}`} onPress={() => setRemoving(true)}>
            {words.remove}
          </Button>
        )}
        <Button busy={keep.busy} onPress={save}>
          {allWords(elder).save}
        </Button>
      </View>
    </Sheet>
  )
}
