/** What can be made to go wrong with one request. */
export type Harm =
  /** The database answers that a transaction lost against another. */
  | 'conflict'
  /** The database answers that the key exists, in the documented form and in the one that was seen. */
  | 'duplicate'
  | 'duplicate-e11000'
  /** A time-out is answered; nothing was written, or all of it was. */
  | 'timeout-before'
  | 'timeout-after'
  /** The work was done, the connection is closed without an answer. */
  | 'lost-reply'
  /** The function's instance dies before this request is carried out. */
  | 'kill'
  /**
   * Every condition but the document's id is taken out of the filter, and it is held until another such request has come:
   * however fast or busy the machine is, somebody else has believed by then what this one believed.
   */
  | 'strip'
  /** It is carried out late, just as it was asked. */
  | 'late'
  /** The answer comes up to 30 ms later, and may no longer be true by then. */
  | 'delay'

/** What passes by and may be harmed. */
export interface Passing {
  /** The wire's action ("database.modifyAndReturnDoc"), or "invoke" for the answer of a function to its client. */
  action: string
  collection?: string | undefined
  /** The function that asks, or is asked, and the procedure of that call. */
  function?: string | undefined
  procedure?: string | undefined
}

/**
 * Which requests: all that agree with every field given. Without `action` only requests to the database are meant;
 * `invoke` means the functions' own answers. `nth` is the one to harm, counted from 1 among those that agree; `chance`
 * is drawn from the seed; `every` is each so many-th; `times` is how often at most.
 */
export interface When extends Partial<Passing> {
  nth?: number
  every?: number
  chance?: number
  times?: number
}

export interface Fault {
  when: When
  do: Harm
}

interface Standing extends Fault {
  seen: number
  done: number
}

/** The two forms in which the cloud is known to say that a key is taken: the documented one, and the one that was seen. */
export type DuplicateForm = 'documented' | 'e11000'

/** The faults that stand at the moment. Randomness comes from a seed, so that a run can be repeated. */
export class Faults {
  /** How a key that is taken is told, whoever asks. */
  duplicates: DuplicateForm = 'documented'
  private standing: Standing[] = []
  private state: number

  constructor(seed = 1) {
    this.state = seed >>> 0
  }

  /** Adds a fault; the answer takes it away again and says how often it struck. */
  add(fault: Fault): () => number {
    const standing: Standing = { ...fault, seen: 0, done: 0 }
    this.standing.push(standing)
    return () => {
      this.standing = this.standing.filter((each) => each !== standing)
      return standing.done
    }
  }

  clear(): void {
    this.standing = []
  }

  /** Starts the random numbers afresh. */
  seed(seed: number): void {
    this.state = seed >>> 0
  }

  /** What happens to this one: the first standing fault that strikes, or nothing. */
  strike(passing: Passing): Harm | undefined {
    for (const fault of this.standing) if (this.strikes(fault, passing)) return fault.do
    return undefined
  }

  private strikes(fault: Standing, passing: Passing): boolean {
    const { when } = fault
    if (when.action === undefined ? !passing.action.startsWith('database.') : when.action !== passing.action)
      return false
    if (when.collection !== undefined && when.collection !== passing.collection) return false
    if (when.function !== undefined && when.function !== passing.function) return false
    if (when.procedure !== undefined && when.procedure !== passing.procedure) return false
    fault.seen += 1
    if (when.nth !== undefined && when.nth !== fault.seen) return false
    if (when.every !== undefined && fault.seen % when.every !== 0) return false
    if (when.times !== undefined && fault.done >= when.times) return false
    if (when.chance !== undefined && this.random() >= when.chance) return false
    fault.done += 1
    return true
  }

  /** Mulberry32: small, even, and the same on every machine. */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
