/** What the inbox tells of standing groups. in: a place was free · out: staff took them off · moved: time or place. */
export type GroupNotice = 'group-in' | 'group-out' | 'group-moved' | 'group-ended'
