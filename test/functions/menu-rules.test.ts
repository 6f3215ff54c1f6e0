import { catalogue } from '../../cloudfunctions/catalogue/catalogue'
import { rulesOf, serviceIn } from '../../cloudfunctions/menu/stock'
import { isMinor } from '../../src/domain/age'

const rules = (code: string) => {
  const service = serviceIn({ code, own: null })
  if (!service) throw new Error(code)
  return rulesOf(service)
}

test('a wheelchair is lent without a word of guardians; toys, which are for children, with it', () => {
  expect(rules('wheelchair-loan')).toEqual([])
  expect(rules('tool-loan')).toContain('借梯子的当面讲一次安全')
  expect(rules('toy-library')).toContain('家长或监护人全程陪着')
})

test('where grown-ups come too, the rule on guardians says that it is of the children', () => {
  expect(rules('mending')).toEqual(['有孩子的，家长或监护人全程陪着'])
  for (const { code, bands } of catalogue.items) {
    const service = serviceIn({ code, own: null })
    const bare = service && rulesOf(service).includes('家长或监护人全程陪着')
    if (bare) expect({ code, children: bands.every(isMinor) }).toEqual({ code, children: true })
  }
})

test('no other rule of safety is lost', () => {
  for (const { code, riskNotes, mode } of catalogue.items) {
    const service = serviceIn({ code, own: null })
    if (!service) continue
    const left = (riskNotes ?? '').split('；').filter((note) => !/家长或监护人全程/.test(note) && mode !== 'loan')
    for (const note of left) if (note !== '') expect(rulesOf(service)).toContain(note)
  }
})
