/** Standing groups, each with its log. */
export const groupCollections = {
  groups: {
    indexes: [
      {
        name: 'centre_item',
        keys: { centre: 1, item: 1 },
        serves: 'the groups of one item of the menu, and all of them',
      },
      { name: 'centre_people', keys: { centre: 1, people: 1 }, serves: 'the groups that my people belong to' },
      {
        name: 'centre_eventsMember',
        keys: { centre: 1, 'events.member': 1 },
        serves: 'taking a member who is deleted out of every group that they ever asked for',
      },
      {
        name: 'centre_eventsBy',
        keys: { centre: 1, 'events.by': 1 },
        serves: 'taking whoever did something to a group and is deleted out of its log',
      },
      { name: 'centre_leader', keys: { centre: 1, leader: 1 }, serves: 'the groups that a member leads' },
      { name: 'toTell', keys: { toTell: 1 }, serves: 'telling members what became of their groups' },
    ],
  },
} as const
