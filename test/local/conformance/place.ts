import type { Collection } from '../../../cloudfunctions/runtime/collections'
import type { Fields } from '../../../local/document/value'
import { type Sdk, sdkWith } from '../sdk'

/** What the SDK answers or throws, as one that asks it sees it. */
export interface Refusal {
  code: string
  message: string
}

/** The real SDK before an empty local CloudBase without rules of its own, for tables of what MongoDB's manual says. */
export class Place {
  private sdk: Sdk | undefined

  /** To be called once in a file of tests. */
  static open(collections: Record<string, Collection> = {}): Place {
    const place = new Place()
    beforeAll(async () => {
      place.sdk = await sdkWith(
        { things: { indexes: [] }, others: { indexes: [] }, ...collections },
        { permissive: true },
      )
    })
    afterAll(() => place.sdk?.close())
    return place
  }

  get database(): Sdk['database'] {
    if (!this.sdk) throw new Error('not open yet')
    return this.sdk.database
  }

  /** The collection that the tables are about. */
  get things() {
    return this.database.collection('things')
  }

  /** The same, for filters and changes as the database reads them, not through the SDK's commands. */
  get raw() {
    return this.things.options({ raw: true })
  }

  /** Puts these documents in place of all that were there. */
  async lay(docs: readonly Fields[], collection = 'things'): Promise<void> {
    await this.sdk?.store.empty(collection)
    if (docs.length > 0) await this.database.collection(collection).add(docs as object[])
  }

  /** What a pipeline answers, none of its rows cut off. */
  async rows(stages: readonly Fields[], collection = 'things'): Promise<Fields[]> {
    const all = stages.some((stage) => '$limit' in stage) ? stages : [...stages, { $limit: 1000 }]
    const pipeline = this.database
      .collection(collection)
      .options({ raw: true })
      .aggregate(all as object[])
    return (await pipeline.end()).data
  }
}

/** How a request was refused; fails where it was not. */
export const refusal = (asked: Promise<unknown>): Promise<Refusal> =>
  asked.then(
    (answer) => {
      throw new Error(`not refused: ${JSON.stringify(answer)}`)
    },
    ({ code, message }: Refusal) => ({ code, message }),
  )

/** That a request is refused with CloudBase's own code, in words that name what is wrong. */
export async function expectRefused(asked: Promise<unknown>, words: RegExp | string): Promise<void> {
  const told = await refusal(asked)
  expect(told).toEqual({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringMatching(words) })
}
