/** Why something about a standing group is refused. `name` is the group's. */
export type GroupRefusal =
  /** Everyone has a place, and the line is full. */
  | { reason: 'group-full'; name: string }
  /** The same person belongs to it, or waits. */
  | { reason: 'group-already'; name: string }
  | { reason: 'group-ended'; name: string }
