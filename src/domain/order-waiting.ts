/**
 * How much waits at the desks of the caller; nothing where a desk is not theirs for the whole centre. Of orders: in
 * distress, past their time, up for volunteers and taken by nobody, not looked at yet; and any of these, each once.
 */
export interface Waiting {
  orders: { crisis: number; overdue: number; unassigned: number; triage: number }
  /** Needs whose promised answer is late. */
  needs: number | null
  /** Who asked to help and waits for a yes. */
  volunteers: number | null
  /** Hours that wait for a word, and appeals. */
  hours: number | null
  /** Days with bookings that wait for a yes. */
  bookings: number | null
}
