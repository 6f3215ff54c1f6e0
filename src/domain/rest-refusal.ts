/**
 * Why someone would not have rest enough, of their own shifts and visits or as whoever gives them something is told it.
 * `next`: the first day after it on which the same hours would be possible, as they begin then; nothing for a month.
 */
export type RestRefusal =
  /** `minutes`: what they have promised of that day, or of that week, already. */
  | { reason: 'rest-day'; whose: 'own' | 'other'; most: number; minor: boolean; minutes: number; next: number | null }
  | { reason: 'rest-week'; whose: 'own' | 'other'; most: number; minor: boolean; minutes: number; next: number | null }
  /** What is too near; of somebody else's nothing is told but that something is. */
  | {
      reason: 'rest-night'
      whose: 'own' | 'other'
      beside: { title: string; startsAt: number; endsAt: number } | null
      least: number
      next: number | null
    }
  | { reason: 'rest-minor-hours'; from: number; until: number }

export type RestReason = RestRefusal['reason']
