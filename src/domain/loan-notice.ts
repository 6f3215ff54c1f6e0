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
  /** To the desk: it is theirs to ask. */
  | 'loan-ask'
  /** To the desk, where the borrower has no account and can be told by nobody else. */
  | 'loan-call'
  /** To the committee: long late. */
  | 'loan-up'
