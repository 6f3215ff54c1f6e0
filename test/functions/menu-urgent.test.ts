import { catalogue } from '../../cloudfunctions/catalogue/catalogue'
import { thesaurus } from '../../cloudfunctions/thesaurus/thesaurus'
import { aftermathOf, numbersFor } from '../../src/domain/emergency-call'
import type { MenuFound } from '../../src/domain/menu-page'
import { menuWords, urgentOf } from '../../src/text/menu-words'
import { type Town, town } from './town'
import { centre } from './world'
import { entry, menu } from './world-menu'

let here: Town
const codes = catalogue.items.map(({ code }) => code)
beforeAll(async () => {
  here = await town()
  // Everything that there is, so that whatever the words find could be shown.
  await here.put('centres', [centre('whole')])
  await here.put('menus', [menu('whole', { entries: codes.map((code) => entry(code)) })])
})
afterAll(() => here.stop())

const search = (words: string, at = 'whole') =>
  here.ask<MenuFound>(null, 'menu.search', { words }, { centre: at }).then(({ reply }) => {
    if (!reply.ok) throw new Error(`${words}: ${reply.reason}`)
    return reply.value
  })

test('whatever word of an emergency is typed, whom to call is said, and nothing below it but what helps afterwards', async () => {
  for (const { words, mode } of thesaurus.emergencies)
    for (const said of words) {
      const { urgent, items, beyond, categories } = await search(said)
      expect({ said, urgent: urgent !== null }).toEqual({ said, urgent: true })
      const group = urgent?.group ?? ''
      expect(numbersFor(group).length).toBeGreaterThan(0)
      expect([...beyond, ...categories]).toEqual([])
      for (const { code } of items) expect(aftermathOf(group)).toContain(code)
      if (urgent?.ask === false && mode === 'stop')
        expect({ said, helped: items.length > 0 }).toEqual({ said, helped: true })
    }
})

test('who is in despair is shown the line that listens, and who talks with them here', async () => {
  for (const said of ['想不开', '不想活', '活够了']) {
    const { urgent, items } = await search(said)
    expect(urgent).toEqual({ group: 'life-threat', ask: false })
    expect(numbersFor('life-threat')).toContain('12356')
    expect(items.map(({ code }) => code)).toEqual(['counselling', 'crisis-referral', 'mood-treehole', 'elder-visit'])
  }
  expect(urgentOf({ group: 'life-threat', ask: false }).note).toMatch(/12356.*120/)
  expect(urgentOf({ group: 'life-threat', ask: false }).call('12356')).toBe('打 12356，心理援助热线')
  // A menu that has nobody for it still says whom to call.
  expect(await search('想不开', 'one')).toMatchObject({ urgent: { group: 'life-threat' }, items: [], beyond: [] })
})

test('what comes after an emergency is of the catalogue', () => {
  for (const { code } of thesaurus.emergencies) for (const item of aftermathOf(code)) expect(codes).toContain(item)
})

test('words for staff first that find nothing are told to a social worker, never that nothing was found', async () => {
  for (const { handling, synonyms } of thesaurus.concepts)
    if (handling === 'staff-first')
      for (const said of synonyms) {
        const found = await search(said, 'one')
        expect({ said, kept: found.quiet || found.urgent !== null }).toEqual({ said, kept: true })
      }
  expect((await search('老公打我', 'one')).listeners).toEqual(['110', '12338'])
  expect((await search('提不起劲', 'one')).listeners).toEqual(['12356'])
  for (const elder of [false, true]) expect(JSON.stringify(menuWords(elder).quietNothing)).not.toContain('没找到')
})
