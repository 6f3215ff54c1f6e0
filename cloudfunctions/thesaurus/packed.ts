import { deserialize, serialize } from 'node:v8'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Statistics } from '../../src/domain/understanding/statistics'

/** Statistics as text, for a bundle. */
export const pack = (statistics: Statistics): string => gzipSync(serialize(statistics), { level: 9 }).toString('base64')

/** The very statistics that were packed: read in a tenth of the time that counting them takes. */
export const unpack = (packed: string): Statistics => deserialize(gunzipSync(Buffer.from(packed, 'base64')))
