/** Orders, and the queries that find them. What is a person's in them is taken out by `order/forget.ts`. */
export const orderCollections = {
  orders: {
    indexes: [
      {
        name: 'centre_holder_placedAt',
        keys: { centre: 1, holder: 1, placedAt: -1 },
        serves: 'my orders, the latest first',
      },
      {
        name: 'centre_board_placedAt',
        keys: { centre: 1, board: 1, placedAt: 1 },
        serves: 'what volunteers may take now, who has waited longest first',
      },
      { name: 'centre_takers_active', keys: { centre: 1, takers: 1, active: 1 }, serves: 'what I have taken' },
      {
        name: 'centre_givenTo_active',
        keys: { centre: 1, givenTo: 1, active: 1 },
        serves: 'what was given to me, my team or my organisation',
      },
      {
        name: 'centre_active_dueAt',
        keys: { centre: 1, active: 1, dueAt: 1 },
        serves: 'the desk: everything that somebody must act on, the soonest due first',
      },
      {
        name: 'centre_startsAt',
        keys: { centre: 1, startsAt: 1 },
        serves: 'the capacity of a week: what was agreed for its days',
      },
      { name: 'active_dueAt', keys: { active: 1, dueAt: 1 }, serves: 'the chase: what is due and was not done' },
      {
        name: 'keeps_active_placedAt',
        keys: { keeps: 1, active: 1, placedAt: 1 },
        serves: 'taking words, doors and pictures out of orders that were closed long ago',
      },
      { name: 'toTell', keys: { toTell: 1 }, serves: 'telling both sides what their logs owe them' },
      {
        name: 'repeatDue_repeatFrom',
        keys: { repeatDue: 1, repeatFrom: 1 },
        serves: 'seeing to what follows of a weekly order',
      },
      { name: 'countDue', keys: { countDue: 1 }, serves: 'counting the time that volunteers gave' },
      {
        name: 'centre_eventsBy',
        keys: { centre: 1, 'events.by': 1 },
        serves: 'taking a deleted account out of the orders that it did something to',
      },
      {
        name: 'centre_eventsContact',
        keys: { centre: 1, 'events.contact': 1 },
        serves: 'taking a deleted account out of the visits whose end it waited for',
      },
      {
        name: 'centre_eventsTo',
        keys: { centre: 1, 'events.to.ids': 1 },
        serves: 'taking a deleted account out of the orders that were given to it',
      },
      {
        name: 'centre_item_placedAt',
        keys: { centre: 1, item: 1, placedAt: -1 },
        serves: 'the menu: how long one waited for an item lately, and how those who were served judged it',
      },
    ],
  },
} as const
