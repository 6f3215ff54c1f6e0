import type { Mode } from './catalogue'

/** What is drawn for a category, and in which colour; every one of the catalogue's is named once. */
const drawn = {
  'bowl amber': 'elder-daily-care hardship-aid',
  'heart red': 'elder-health elder-companion women-support',
  'heart jade': 'health-wellness mental-health disability-support',
  'book jade': 'elder-learning job-skills',
  'book amber': 'after-school youth-growth',
  'star amber': 'early-childhood volunteer-development',
  'house red': 'parenting-family',
  'house jade': 'newcomer-info',
  'tool amber': 'home-repair',
  'lend amber': 'share-lend',
  'tool jade': 'neighbour-help',
  'note red': 'interest-groups culture-sport',
  'leaf jade': 'environment-green',
  'shield red': 'safety-disaster veteran-family',
  'shield jade': 'legal-mediation',
  'talk amber': 'resident-governance',
  'talk jade': 'recovery-support reintegration',
} as const

type Drawn = keyof typeof drawn
type First<Text> = Text extends `${infer One} ${string}` ? One : never
type Second<Text> = Text extends `${string} ${infer Two}` ? Two : never

export interface DrawnCover {
  motif: First<Drawn>
  tone: Second<Drawn>
}

const covers = new Map(
  Object.entries(drawn).flatMap(([drawing, categories]) =>
    categories.split(' ').map((each) => [each, drawing] as const),
  ),
)

/** The cover of a category; a category that nobody has drawn yet is people who talk. */
export function coverOf(category: string | null): DrawnCover {
  const [motif, tone] = (covers.get(category ?? '') ?? 'talk amber').split(' ') as [
    DrawnCover['motif'],
    DrawnCover['tone'],
  ]
  return { motif, tone }
}

/** The category whose drawing something on the menu has: what is lent is drawn as that, wherever it stands. */
export const drawnAs = ({ category, mode }: { category: string; mode: Mode }): string =>
  mode === 'loan' ? 'share-lend' : category

/** Every category that has a drawing of its own. */
export const drawnCategories = (): string[] => [...covers.keys()]
