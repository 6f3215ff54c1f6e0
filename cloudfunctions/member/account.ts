import { consentInput, type OwnAccount } from '../../src/domain/account'
import { consentVersion } from '../../src/domain/consent'
import { contactInput } from '../../src/domain/contact'
import { noInput } from '../../src/domain/input'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { birthOf } from '../runtime/birth'
import { _ } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { seal, unseal } from '../runtime/secret'

/** Everything private that I have told. It is read from the database by nobody but me, here. */
export const account = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async ({ db, self }): Promise<OwnAccount> => accountOf(await db.members.get(self)),
})

/** Gives, changes or takes back the phone and the room, with the agreement to their being kept. */
export const setContact = procedure({
  needs: 'member',
  input: contactInput,
  run: async ({ db, now, self }, { phone, room }): Promise<OwnAccount> => {
    const sealed = (purpose: string, text: string | null) => (text === null ? _.remove() : seal(purpose, self, text))
    const none = phone === null && room === null
    const changed = await db.members.findAndChange(
      { _id: self, erasing: _.exists(false) },
      {
        phone: sealed('phone', phone),
        room: sealed('room', room),
        contactConsent: none ? _.remove() : _.set({ version: consentVersion, at: now }),
      },
    )
    return accountOf(changed)
  },
})

/** Agrees to the wording as it is now. What was agreed to before held for what was told before. */
export const consent = procedure({
  needs: 'member',
  input: consentInput,
  run: async ({ db, now, self }): Promise<OwnAccount> =>
    accountOf(
      await db.members.findAndChange(
        { _id: self, erasing: _.exists(false) },
        { consent: _.set({ version: consentVersion, at: now }) },
      ),
    ),
})

function accountOf(member: Member | null): OwnAccount {
  if (!member) throw new Refused({ reason: 'not-joined-centre' })
  const { _id, phone, room, consent, contactConsent, birth, family } = member
  return {
    phone: phone === undefined ? null : unseal('phone', _id, phone),
    room: room === undefined ? null : unseal('room', _id, room),
    birth: birthOf(_id, birth),
    joined: consent,
    contactConsent: contactConsent ?? null,
    family: family.map((person) => ({
      id: person.id,
      name: person.name,
      birth: birthOf(person.id, person.birth),
      consent: person.consent ?? null,
    })),
  }
}
