import { init } from '@cloudbase/node-sdk'
import { askOnce, newIntent } from '../functions/crowd/people'
import { openStage } from '../functions/stage'
import { activity, centre, member } from '../functions/world'
import { flood, type Latency, round } from './measure'

const seconds = 5
const callers = 50

export interface Throughput {
  /** Sign-ups a second through HTTP, function and database; each is three requests to the database. */
  signUps: { perSecond: number; latencyMs: Latency }
  /** The SDK alone in one process: the same kind of atomic change on one document, against the same database. */
  sdk: { perSecond: number; latencyMs: Latency }
  /** Database requests that sign-ups made a second, against what the SDK alone makes. */
  ratio: number
}

/** Sign-ups a second beside the ceiling of the SDK itself, one after the other on the same database. */
export async function throughput(): Promise<Throughput> {
  const at = 'crowd'
  const people = Array.from({ length: 6000 }, (_, n) => member(at, `p${n}`, ['resident']))
  const halls = Array.from({ length: 60 }, (_, n) => activity(at, `hall-${n}`, { capacity: 100 }))
  const stage = await openStage()
  try {
    await stage.reset({
      centres: [centre(at)],
      members: people,
      activities: halls.map((hall) => hall.activity),
      rosters: [...halls.map((hall) => hall.roster), activity(at, 'one-document').roster],
    })
    let next = 0
    const signUp = async () => {
      const n = next++ % people.length
      const input = { intent: newIntent(), activity: `hall-${n % halls.length}`, people: [people[n]?._id] }
      await askOnce(stage.url, `p${n}`, 'activity', { procedure: 'signUp', centre: at, input })
    }
    await flood(callers, 1, signUp)
    const signUps = await flood(callers, seconds, signUp)

    const database = init({
      env: 'local',
      secretId: 'local',
      secretKey: 'local',
      serviceUrl: `${stage.url}/admin`,
    }).database()
    const _ = database.command
    const change = () =>
      database
        .collection('rosters')
        .where({ _id: 'one-document' })
        .updateAndReturn({ room: _.inc(1) })
    await flood(callers, 1, change)
    const sdk = await flood(callers, seconds, change)
    return {
      signUps: { perSecond: signUps.perSecond, latencyMs: signUps.latency },
      sdk: { perSecond: sdk.perSecond, latencyMs: sdk.latency },
      ratio: round((signUps.perSecond * 3) / sdk.perSecond),
    }
  } finally {
    await stage.close()
  }
}
