import type { Service } from '../../src/domain/hours'
import { noInput } from '../../src/domain/input'
import {
  issueInput,
  minutesOf,
  type OwnProof,
  partsOf,
  type Proof,
  type ProofFile,
  proofInput,
  proofLength,
  proofLetters,
  timesOf,
  type VerifiedProof,
} from '../../src/domain/proof'
import { Refused } from '../../src/domain/refusal'
import { maskedName } from '../../src/domain/visibility'
import type { Centre } from '../../src/domain/centre'
import { everyService } from '../hours/every'
import type { Database } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { macOf, seal, unseal } from '../runtime/secret'
import { drawProof } from './draw'

/** So many proofs are listed. */
const listed = 50

/** The number of a proof: it follows from who asked and the intent; nobody else can make it, or guess one. */
const codeFor = (centre: string, person: string, intent: string): string =>
  [...Buffer.from(macOf(43, 'proof', centre, person, intent), 'base64url').subarray(0, proofLength)]
    .map((byte) => proofLetters[byte % proofLetters.length])
    .join('')

const served = (db: Database, person: string, from: string, until: string): Promise<Service[]> =>
  everyService<Service>(db, {
    person,
    startsAt: {
      $gte: Date.parse(`${from}-01T00:00+08:00`),
      $lt: Date.parse(`${until}-01T00:00+08:00`) + 32 * 86_400_000,
    },
  })

/** Where a proof is checked: on the web where there is one, else in the mini-program, which reads the number itself. */
const addressOf = ({ _id, centre }: Proof): string => {
  const web = process.env.LINLI_WEB
  return web ? `${web.replace(/\/$/, '')}/#/pages/proof/verify?c=${centre}&id=${_id}` : `LLV.${centre}.${_id}`
}

async function fileOf(proof: Proof, centre: Centre): Promise<ProofFile> {
  const pdf = await drawProof(proof, unseal('proof', proof.person, proof.name), centre, addressOf(proof))
  return { ...own(proof), pdf: pdf.toString('base64') }
}

const own = ({ _id: code, from, until, minutes, services, issuedAt }: Proof): OwnProof => ({
  code,
  from,
  until,
  minutes,
  services,
  issuedAt,
})

/** A proof of my own service, at once and for nothing. The same intent makes the same proof. */
const issue = procedure({
  needs: 'see-own-record',
  input: issueInput,
  run: async ({ db, self, centre, now }, { intent, name, from, until }): Promise<ProofFile> => {
    const _id = codeFor(centre._id, self, intent)
    const parts = partsOf(await served(db, self, from, until), from, until)
    if (parts.length === 0) throw new Refused({ reason: 'proof-empty' })
    const proof: Proof = {
      _id,
      centre: centre._id,
      person: self,
      name: seal('proof', self, name),
      from,
      until,
      minutes: minutesOf(parts),
      services: timesOf(parts),
      parts,
      issuedAt: now,
      intent,
    }
    const first = (await db.proofs.insert(proof)) === 'inserted' ? proof : await db.proofs.get(_id)
    if (!first) throw new Refused({ reason: 'server-busy' })
    return fileOf(first, centre)
  },
})

/** The proofs that I had made, the latest first. */
const mine = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async ({ db, self }): Promise<OwnProof[]> =>
    (await db.proofs.aggregate<Proof>({ person: self }, [{ $sort: { issuedAt: -1 } }, { $limit: listed }])).map(own),
})

/** The file of one of my proofs, as it was issued. */
const file = procedure({
  needs: 'see-own-record',
  input: proofInput,
  run: async ({ db, self, centre }, { code }): Promise<ProofFile> => {
    const proof = await db.proofs.get(code)
    if (proof?.person !== self) throw new Refused({ reason: 'not-found' })
    return fileOf(proof, centre)
  },
})

/** Whether a proof is genuine, for whoever holds it in their hands: no more than is needed to compare. */
const verify = procedure({
  needs: 'anyone',
  input: proofInput,
  run: async ({ db, centre }, { code }): Promise<VerifiedProof> => {
    const proof = await db.proofs.get(code)
    if (!proof) throw new Refused({ reason: 'proof-unknown' })
    const { person, from, until, minutes, services, issuedAt } = proof
    const today = minutesOf(partsOf(await served(db, person, from, until), from, until))
    const name = maskedName(unseal('proof', person, proof.name))
    return { centre: centre.name, name, from, until, minutes, services, issuedAt, changed: today !== minutes }
  },
})

export const procedures = { issue, mine, file, verify }
