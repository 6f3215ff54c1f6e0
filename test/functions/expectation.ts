/** What is expected of one procedure, said here and not read from the code. */
export interface Expectation {
  /** Who may: anyone, someone signed in, a member, or a member with this capability in the role table. */
  needs: 'anyone' | 'identity' | 'member' | string
  /** An input that is right in form. */
  input: Record<string, unknown>
  /** Fields that may be null. */
  nullable?: string[]
  /** It is about nothing in particular, and shows each caller what they reach: who reaches nothing sees nothing. */
  lists?: true
  /** Whether what it asks for is done by a write. */
  writes: boolean
  /** Inputs that aim at what is someone else's (黄秀莲's), with what they are told. */
  strangers?: [input: Record<string, unknown>, reason: string][]
}
