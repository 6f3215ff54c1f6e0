/** Why something about a menu, a provider or a resource was refused. */
export type MenuRefusal =
  /** Too few categories: how many are served, how many it takes, and which could be added, by name. */
  | { reason: 'menu-too-few'; served: number; minimum: number; could: string[] }
  /** Nobody provides these, by name. */
  | { reason: 'menu-unprovided'; items: string[] }
  /** The season ends before it begins. */
  | { reason: 'menu-season' }
  | { reason: 'menu-full'; most: number }
  /** elsewhere: they work for somebody else · young: no grown-up · record: nobody signs in as them · kind: a provider without people of its own. */
  | { reason: 'provider-person'; why: 'elsewhere' | 'young' | 'record' | 'kind' }
  /** Less is left than was to be drawn. */
  | { reason: 'resource-short'; left: number; unit: string }
  /** What it was to be drawn for is called off. */
  | { reason: 'resource-off' }
  /** Of this draw something came back already, or it was less than that. */
  | { reason: 'resource-returned' }
