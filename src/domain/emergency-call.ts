/**
 * National numbers that one may have to call at once: police, fire and rescue, ambulance, fraud; and those that listen:
 * 12356 for whoever is in despair (the health commission's, since 2025), 12338 of the women's federation.
 */
export const emergencyNumbers = ['110', '119', '120', '96110', '12356', '12338'] as const
export type EmergencyNumber = (typeof emergencyNumbers)[number]

const byAlarm: Record<string, readonly EmergencyNumber[]> = {
  'life-threat': ['12356', '120', '110'],
  'violence-now': ['110'],
  'missing-person': ['110'],
  'gas-fire': ['119'],
  medical: ['120'],
  trapped: ['119', '110'],
  'child-harm': ['110'],
  'fraud-now': ['110', '96110'],
}

/** Whom to call, by what must not wait; for anything that is not known both who protect and who heal. */
export const numbersFor = (alarm: string): readonly EmergencyNumber[] => byAlarm[alarm] ?? ['110', '120']

const byMeaning: Record<string, readonly EmergencyNumber[]> = {
  'low-mood': ['12356'],
  anxiety: ['12356'],
  'postpartum-low': ['12356'],
  trauma: ['12356'],
  bereaved: ['12356'],
  'domestic-violence': ['110', '12338'],
}

/** Who listens to what is told to staff first, by what was understood of it; nobody in particular of most things. */
export const listenersFor = (meaning: string | undefined): readonly EmergencyNumber[] =>
  meaning === undefined ? [] : (byMeaning[meaning] ?? [])

/**
 * What of the catalogue helps once the call was made, the fittest first. Whatever else the words would find is left out:
 * who writes of a knife at the door is not to be shown who grinds knives.
 */
const byAftermath: Record<string, readonly string[]> = {
  'life-threat': ['counselling', 'crisis-referral', 'mood-treehole', 'elder-visit'],
  'violence-now': ['domestic-violence-help', 'counselling', 'legal-consult'],
  'missing-person': ['memory-screening', 'kids-safety-class'],
  'gas-fire': ['gas-wiring-check', 'fire-drill'],
  medical: ['elder-home-safety', 'fall-prevention-class', 'first-aid-class'],
  trapped: ['door-and-lock'],
  'child-harm': ['domestic-violence-help', 'counselling'],
  'fraud-now': ['legal-consult', 'anti-fraud-campaign'],
}

/** The items that help afterwards. */
export const aftermathOf = (alarm: string): readonly string[] => byAftermath[alarm] ?? []
