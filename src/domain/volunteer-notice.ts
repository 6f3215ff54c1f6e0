/** What the inbox tells of volunteering: of oneself, and of a shift. */
export type VolunteerNotice =
  /** Staff took a step: accepted, trained, admitted; a certificate was looked at; something was asked. */
  'volunteer-step' | 'volunteer-document' | 'volunteer-applied'

export type ShiftNotice =
  /** Who stood by has a seat; is offered one; let it pass; was put or taken off by staff. */
  | 'shift-seated'
  | 'shift-offered'
  | 'shift-lapsed'
  | 'shift-removed'
  | 'shift-cancelled'
  | 'shift-reminder'
  /** Staff ask for help; somebody offers their seat; somebody took mine. */
  | 'shift-asked'
  | 'shift-swap'
  | 'shift-swapped'
