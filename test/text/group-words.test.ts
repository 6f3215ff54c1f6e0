import type { OwnPlace } from '../../src/domain/group-page'
import { joinedWords } from '../../src/text/group-words'

const place = (person: string, state: OwnPlace['state']): OwnPlace => ({
  id: `intent-of-${person}`,
  person: { id: person, name: '安娜' },
  state,
  position: state === 'waiting' ? 1 : null,
})

test('whoever lands in the line is told so, whatever the page said before; of the others of the family nothing', () => {
  const mine = [place('ana', 'in'), place('child', 'waiting')]
  expect(joinedWords(mine, 'ana', false)).toBe('加入了')
  expect(joinedWords(mine, 'child', false)).toBe('排上了')
  expect(joinedWords(mine, 'other', false)).toBeNull()
})
