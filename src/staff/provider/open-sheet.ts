/** What lies over a provider's page. */
export type OpenSheet =
  | { kind: 'profile' }
  | { kind: 'bring' }
  | { kind: 'licence' }
  | { kind: 'person' }
  | { kind: 'refuse'; licence: string }
  | { kind: 'move'; resource: string; deed: 'add' | 'draw' | 'takeBack' }
  | { kind: 'move'; resource: string; deed: 'giveBack'; draw: string }
