import type { Database } from '../runtime/database'

/** More of one person's entries than this are in no document. */
const most = 10_000

/** Changes one entry of each document at a time, until none is left. */
async function untilNone(change: () => Promise<number>): Promise<void> {
  for (let turn = 0; turn < most; turn += 1) if ((await change()) === 0) return
}

/** Takes a person's name off what they did for menus and providers: what was done stays, by nobody. */
export async function forgetDeeds(db: Database, centre: string, self: string): Promise<void> {
  await untilNone(() => db.menus.change({ _id: centre, 'facts.by': self }, { 'facts.$.by': null }))
  await untilNone(() => db.providers.change({ 'licences.by': self }, { 'licences.$.by': null }))
  await untilNone(() => db.providers.change({ 'licences.check.by': self }, { 'licences.$.check.by': null }))
  await untilNone(() => db.providers.change({ 'staffing.by': self }, { 'staffing.$.by': null }))
  await untilNone(() => db.providers.change({ 'staffing.member': self }, { 'staffing.$.member': null }))
  await untilNone(() => db.resources.change({ 'entries.by': self }, { 'entries.$.by': null }))
}
