import { prepared } from '../../cloudfunctions/thesaurus/thesaurus'
import { publicity } from '../../src/domain/delicate'
import { understand } from '../../src/domain/understanding'
import dev from '../data/utterances-dev.json'
import test from '../data/utterances-test.json'

const words = prepared()
const handlings = new Map(words.concepts.map(({ code, handling }) => [code, handling]))
const judged = (text: string) => publicity(text, understand(text, words))

const delicate = words.concepts.filter(({ handling }) => handling === 'staff-first' || handling === 'emergency')
const isDelicate = ({ concept }: { concept: string }) => delicate.some(({ code }) => code === concept)
const all = [...dev.utterances, ...test.utterances]

describe('whom words may be shown to', () => {
  it.each(delicate.map(({ code }) => code))('%s is never open, in any of its sentences', (code) => {
    const concept = delicate.find((each) => each.code === code)
    const said = concept ? [concept.label, ...concept.synonyms, ...concept.said] : []
    const examples = all.filter(({ concept: of }) => of === code).map(({ text }) => text)
    expect([...said, ...examples].filter((text) => judged(text) === 'open')).toEqual([])
  })

  it('an emergency is told as one, in any of its phrases', () => {
    const urgent = delicate.filter(({ handling }) => handling === 'emergency')
    // 防走失 asks how not to lose a child: no emergency, by the emergencies' own table, but nobody else's business.
    const elsewise = words.emergencies.flatMap(({ exclude }) => exclude)
    const said = urgent.flatMap(({ synonyms }) => synonyms).filter((text) => !elsewise.includes(text))
    expect(said.filter((text) => judged(text) !== 'emergency')).toEqual([])
  })

  it('every word of an emergency is told as one', () => {
    const { emergencies } = words.thesaurus
    expect(emergencies.flatMap(({ words: said }) => said.filter((word) => judged(word) !== 'emergency'))).toEqual([])
  })

  it('what is delicate does not drown in a long text', () => {
    const long = '家里水龙头滴水，想找师傅来修一下。灯也坏了两个。周六上午都在家。最近我老公喝多了就打人，我很怕'
    expect(judged(long)).not.toBe('open')
  })

  it('what was not understood goes to staff first', () => {
    expect(['', '1', '嗯嗯', '？？？'].map(judged)).toEqual(['staff-only', 'staff-only', 'staff-only', 'staff-only'])
  })

  it('at most one in ten harmless sentences that were looked at is held back', () => {
    const open = (list: typeof all) =>
      list.filter((each) => !isDelicate(each) && handlings.get(each.concept) !== 'guide')
    const held = (list: typeof all) => list.filter(({ text }) => judged(text) !== 'open').length
    const [seen, unseen] = [open(dev.utterances), open(test.utterances)]
    process.stdout.write(
      `harmless sentences held back: ${held(seen)} of ${seen.length} looked at, ${held(unseen)} of ${unseen.length} not\n`,
    )
    expect(held(seen) / seen.length).toBeLessThanOrEqual(0.1)
  })
})
