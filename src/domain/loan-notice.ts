/** What the inbox tells of lending. */
export type LoanNotice =
  | 'loan-kept'
  | 'loan-offered'
  | 'loan-passed'
  | 'loan-out'
  | 'loan-back'
  | 'loan-tomorrow'
  | 'loan-today'
  | 'loan-late'
  /** To whoever handed it out: it is theirs to ask. */
  | 'loan-ask'
