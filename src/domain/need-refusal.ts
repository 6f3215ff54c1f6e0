/** Every expected "no" about needs, offers and introductions. Times are epoch milliseconds. */
export type NeedRefusal =
  /** It was answered, withdrawn or closed already. */
  | { reason: 'need-closed' }
  /** My household has asked for this already; or it is my own. */
  | { reason: 'want-already' }
  /** It is for the staff only: nothing that neighbours join or answer. */
  | { reason: 'need-private' }
  | { reason: 'offer-closed' }
  /** Whoever offers has as many as they can do. */
  | { reason: 'offer-full' }
  /** One of both said no; this pair is never asked again. */
  | { reason: 'pair-declined' }
  /** What is needed and what is offered do not go together. */
  | { reason: 'pair-unfit' }
  /** Something is to be asked of the other side only, or of this side only, or not any more. */
  | { reason: 'introduction-moved-on' }
  /** Longer than the time between the agreement and its end, or than one visit takes; minutes. 0: nothing can be said now. */
  | { reason: 'help-longer'; most: number }
  /** Neighbours were promised an answer: a draft that they asked for is not thrown away without one. */
  | { reason: 'draft-promised'; households: number }
