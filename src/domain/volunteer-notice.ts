/** What the inbox tells of being a volunteer: staff took a step, or looked at a certificate. */
export type VolunteerNotice =
  | 'volunteer-accept'
  | 'volunteer-train'
  | 'volunteer-admit'
  | 'volunteer-clear'
  | 'volunteer-unclear'
  | 'volunteer-suspend'
  | 'volunteer-restore'
  | 'volunteer-team'
  | 'volunteer-award'
  | 'document-valid'
  | 'document-refused'

/**
 * What the inbox tells of a shift. Who stood by has a seat, is offered one, let it pass; staff took one off, put one on, or
 * cancelled it; it is tomorrow; staff ask for help; somebody would hand their seat on; somebody took mine.
 */
export type ShiftNotice =
  | 'shift-seated'
  | 'shift-offered'
  | 'shift-lapsed'
  | 'shift-removed'
  | 'shift-put'
  | 'shift-put-standby'
  | 'shift-cancelled'
  | 'shift-reminder'
  | 'shift-asked'
  | 'shift-swap'
  | 'shift-swapped'
