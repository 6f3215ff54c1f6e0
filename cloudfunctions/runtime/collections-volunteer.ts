/** What is kept of volunteers, their teams, the duties that need them and the shifts made from these. */
export const volunteerCollections = {
  volunteers: {
    // The id is the member's own.
    person: { field: '_id', becomes: 'removed' },
    indexes: [
      {
        name: 'centre_state',
        keys: { centre: 1, state: 1 },
        serves: 'the staff’s lists: who waits to be looked at, who is active, who rests',
      },
      { name: 'centre_team', keys: { centre: 1, team: 1 }, serves: 'everyone of a team' },
      {
        name: 'centre_eventsBy',
        keys: { centre: 1, 'events.by': 1 },
        serves: 'taking one of the staff who is deleted out of what they decided',
      },
      { name: 'team', keys: { team: 1 }, serves: 'how many are in each team, beside the team itself' },
    ],
  },
  teams: {
    person: { field: 'captain', becomes: 'unnamed' },
    indexes: [
      {
        name: 'centre_captain',
        keys: { centre: 1, captain: 1 },
        serves: 'all the teams of a centre, and a team whose captain is deleted',
      },
    ],
  },
  duties: {
    person: { field: 'createdBy', becomes: 'unnamed' },
    indexes: [
      {
        name: 'state_madeUntil',
        keys: { state: 1, madeUntil: 1 },
        serves: 'the sweep: duties whose next weeks have to be made',
      },
      {
        name: 'centre_createdBy',
        keys: { centre: 1, createdBy: 1 },
        serves: 'duties stay when who planned them is deleted, but nobody’s',
      },
      { name: 'centre_state', keys: { centre: 1, state: 1 }, serves: 'what staff need volunteers for' },
    ],
  },
  shifts: {
    person: { field: 'createdBy', becomes: 'unnamed' },
    indexes: [
      {
        name: 'centre_state_startsAt',
        keys: { centre: 1, state: 1, startsAt: 1 },
        serves: 'the shifts of the coming days, soonest first',
      },
      {
        name: 'centre_people_startsAt',
        keys: { centre: 1, people: 1, startsAt: 1 },
        serves: 'my shifts: those that some of my people are on',
      },
      {
        name: 'centre_eventsMember',
        keys: { centre: 1, 'events.member': 1 },
        serves: 'every log that names a member who is being deleted',
      },
      {
        name: 'centre_eventsBy',
        keys: { centre: 1, 'events.by': 1 },
        serves: 'every log to which a member who is being deleted did something',
      },
      { name: 'centre_duty_startsAt', keys: { centre: 1, duty: 1, startsAt: 1 }, serves: 'the shifts of one duty' },
      {
        name: 'centre_createdBy',
        keys: { centre: 1, createdBy: 1 },
        serves: 'shifts stay when who planned them is deleted, but nobody’s',
      },
      {
        name: 'centre_askedWhom',
        keys: { centre: 1, askedWhom: 1 },
        serves: 'shifts for which a member who is being deleted was asked',
      },
      {
        name: 'centre_swapsTo',
        keys: { centre: 1, 'swaps.to': 1 },
        serves: 'seats that were to be handed on to a member who is being deleted',
      },
      { name: 'toTell', keys: { toTell: 1 }, serves: 'the telling: logs with events that nobody was told of yet' },
      {
        name: 'state_startsAt',
        keys: { state: 1, startsAt: 1 },
        serves: 'the sweep: shifts that are near, whose offers may lapse and whose people are reminded',
      },
    ],
  },
} as const
