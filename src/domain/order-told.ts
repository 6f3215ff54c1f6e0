export const orderNotices = [
  'order-new',
  'order-for-you',
  'order-asked',
  'order-taken',
  'order-time',
  'order-sent',
  'order-moved',
  'order-again',
  'order-missed',
  'order-served',
  'order-confirmed',
  'order-complained',
  'order-cancelled',
  'order-restored',
  'order-guided',
  'order-guided-week',
  'order-guided-series',
  'order-left',
  'order-left-alone',
  'order-leave',
  'order-corrected',
  'order-corrected-for',
  'order-late',
  'order-alarm',
  'order-report',
  'order-quiet',
  'order-photo',
  'order-photo-off',
  'order-tell-time',
  'order-tell-sent',
  'order-tell-again',
  'order-tell-missed',
  'order-tell-cancelled',
  'order-tell-restored',
  'order-tell-guided',
  'order-tell-guided-week',
  'order-tell-guided-series',
] as const

/** What an entry in the inbox tells of an order. */
export type OrderNotice = (typeof orderNotices)[number]

/**
 * To whom: a member by id; all social workers; the committee; everyone who was asked, by the name that the guard field
 * has for them.
 */
export type Addressee = { member: string } | 'desk' | 'committee' | { asked: string }

/** One line of what a step tells: to whom, what, and what is said with it. */
export type Line = [to: Addressee, kind: OrderNotice, more?: { startsAt?: number; reason?: string | null }]
