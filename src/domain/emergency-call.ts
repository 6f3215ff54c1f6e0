/** The national numbers that one may have to call at once. */
export const emergencyNumbers = ['110', '119', '120', '96110'] as const
export type EmergencyNumber = (typeof emergencyNumbers)[number]

const byAlarm: Record<string, readonly EmergencyNumber[]> = {
  'life-threat': ['120', '110'],
  'violence-now': ['110'],
  'missing-person': ['110'],
  'gas-fire': ['119'],
  medical: ['120'],
  trapped: ['119'],
  'child-harm': ['110'],
  'fraud-now': ['110', '96110'],
}

/** Whom to call, by what must not wait; for anything that is not known both who protect and who heal. */
export const numbersFor = (alarm: string): readonly EmergencyNumber[] => byAlarm[alarm] ?? ['110', '120']
