import { noInput } from '../../src/domain/input'
import { fillInput, type SurveyAnswer, type SurveyPage, yearOf } from '../../src/domain/survey'
import { Refused } from '../../src/domain/refusal'
import { catalogue } from '../catalogue/catalogue'
import { householdOf } from '../household/page'
import { type MemberCall, procedure } from '../runtime/procedure'
import { macOf } from '../runtime/secret'

/** What is never asked in a survey: that someone needs it is nobody's business. */
const unasked: readonly string[] = ['recovery-support', 'reintegration']

const asked = catalogue.categories.filter(({ code }) => !unasked.includes(code))

/** A household's answer of a year: there is one, whoever of it answers. From the id nobody finds the household. */
async function answerIdOf({ db, self, now }: MemberCall): Promise<string> {
  const home = await householdOf(db, self)
  return macOf(20, 'survey', String(yearOf(now)), home?._id ?? self)
}

const pageOf = (call: MemberCall, answer: SurveyAnswer | null): SurveyPage => ({
  year: yearOf(call.now),
  categories: asked.map(({ code, name }) => ({ code, name })),
  mine: answer && { needs: answer.needs, brings: answer.brings, byMe: answer.member === call.self },
})

/** This year's survey, with what my household has said. */
export const survey = procedure({
  needs: 'post-need',
  input: noInput,
  run: async (call): Promise<SurveyPage> => pageOf(call, await call.db.surveys.get(await answerIdOf(call))),
})

/** Answers it for my household; answered again, the latest answer is the one that counts. */
export const answerSurvey = procedure({
  needs: 'post-need',
  input: fillInput,
  run: async (call, { intent, needs, brings }): Promise<SurveyPage> => {
    const { centre, db, member, now, self } = call
    const known = [...needs, ...brings].every((code) => asked.some((each) => each.code === code))
    if (!known) throw new Refused({ reason: 'bad-input', field: 'needs' })
    const _id = await answerIdOf(call)
    const said = { needs: [...new Set(needs)], brings: [...new Set(brings)], saved: intent, at: now }
    const by = { member: self, building: member.building, band: member.band }
    const answer: SurveyAnswer = { _id, centre: centre._id, year: yearOf(now), ...by, ...said }
    if ((await db.surveys.insert(answer)) === 'inserted') return pageOf(call, answer)
    const changed = await db.surveys.findAndChange({ _id }, { ...by, ...said })
    return pageOf(call, changed)
  },
})
