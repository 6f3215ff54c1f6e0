/** What the database answers instead of data: the code and message that the SDK throws on the caller's side. */
export class DatabaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'DatabaseError'
  }
}

/** A request that the database understood and refuses: CloudBase has one code for all of them. */
export const refused = (message: string): DatabaseError => new DatabaseError('DATABASE_REQUEST_FAILED', message)
