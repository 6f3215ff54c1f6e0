/** Whom to call, by the groups of emergencies that the thesaurus knows; of any other, the police or the doctors. */
const numbers: Record<string, string[]> = {
  'life-threat': ['120', '110'],
  'violence-now': ['110'],
  'missing-person': ['110'],
  'gas-fire': ['119'],
  medical: ['120'],
  trapped: ['119', '110'],
  'child-harm': ['110'],
  'fraud-now': ['110', '96110'],
}

export const numbersFor = (group: string): string[] => numbers[group] ?? ['110', '120']
