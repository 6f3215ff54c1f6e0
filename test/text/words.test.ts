import * as v from 'valibot'
import { type RosterParty, removeInput } from '../../src/domain/activity'
import { buildingName, familyNote, memberWords } from '../../src/text/member-words'
import { privacy } from '../../src/text/privacy'
import { partyAria, partyNote, personWords, rosterReasons } from '../../src/text/roster-words'
import { partySentence, partyStateWords } from '../../src/text/seats'
import { emptyWords, leaveConfirm, words } from '../../src/text/words'

const now = Date.parse('2026-11-23T14:00+08:00')
const states = ['seated', 'waiting', 'offered', 'lapsed', 'held'] as const
const read = (text: string): string => text.replace(/\u2060/g, '').replace(/\u00a0/g, ' ')

/** Every sentence in a tree of words. */
const sentences = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : tree && typeof tree === 'object' ? Object.values(tree).flatMap(sentences) : []

test('no sentence is empty, has a placeholder left, or half-width marks among its characters', () => {
  const all = [
    ...[false, true].flatMap((elder) => [
      words(elder),
      memberWords(elder),
      ...states.map((state) => leaveConfirm(state, elder)),
      ...(['activities', 'table', 'family', 'roster'] as const).map((place) => emptyWords(place, elder)),
    ]),
    privacy,
  ]
  for (const sentence of sentences(all)) {
    expect(sentence.trim()).not.toBe('')
    expect(sentence).not.toMatch(/[{}]|undefined/)
    expect(sentence).not.toMatch(/[\u4e00-\u9fff][,;:!?]/)
  }
})

test.each(states)('a party that is %s says so in both modes', (state) => {
  const party = { id: 'intent-1', people: [], state, position: 3, expiresAt: now + 60_000 }
  for (const elder of [false, true]) {
    expect(partyStateWords(state, elder)).not.toBe('')
    expect(partySentence(party, '给您留到今晚', elder)).toMatch(/。$/)
  }
})

test.each(Object.entries(rosterReasons))('each usual reason to %s is one that the function takes', (_deed, reasons) => {
  for (const reason of reasons) expect(v.is(removeInput.entries.reason, reason)).toBe(true)
})

test('staff read names with bands, the place in the line, and nothing of someone who is in no family any more', () => {
  const party: RosterParty = {
    id: 'intent-1',
    people: [
      { name: '王阿姨', band: '60-79' },
      { name: '', band: null },
    ],
    state: 'waiting',
    position: 2,
    joinedAt: now - 3_600_000,
    kept: false,
  }
  expect(party.people.map(personWords).map(read)).toEqual(['王阿姨（60–79 岁）', '（已移走的家人）'])
  expect(read(partyNote(party, now))).toBe('第 2 位 · 同行 2 人 · 今天 13:00 报名')
  expect(partyAria(party, now)).not.toContain('\u2060')
})

test('a building is told within its estate, and an estate of one building by its own name', () => {
  expect(buildingName({ id: 'b', name: '听榕苑2栋', estate: 'e', estateName: '听榕苑' })).toBe('2栋')
  expect(buildingName({ id: 'b', name: '澜围新村', estate: 'e', estateName: '澜围新村' })).toBe('澜围新村')
})

test('the way to the family names who is in it', () => {
  expect(familyNote(['妈妈', '小宝'])).toBe('妈妈、小宝')
  expect(familyNote([])).not.toBe('')
})
