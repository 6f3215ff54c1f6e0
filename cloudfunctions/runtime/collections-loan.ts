/** What is lent, with its log. */
export const loanCollections = {
  things: {
    indexes: [
      { name: 'centre_name', keys: { centre: 1, name: 1 }, serves: 'the list of what is lent, and the desk' },
      {
        name: 'centre_people',
        keys: { centre: 1, people: 1 },
        serves: 'what some of my people have or wait for',
      },
      {
        name: 'centre_eventsMember',
        keys: { centre: 1, 'events.member': 1 },
        serves: 'everything that a member ever borrowed: their own list, and their deletion',
      },
      {
        name: 'centre_eventsBy',
        keys: { centre: 1, 'events.by': 1 },
        serves: 'taking a deleted account out of what it lent at the desk',
      },
      { name: 'wake', keys: { wake: 1 }, serves: 'the sweep: what somebody has to be told of, or what fell due' },
    ],
  },
} as const
