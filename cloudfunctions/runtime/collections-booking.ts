/** What can be booked, and the days of it that someone booked. */
export const bookingCollections = {
  timetables: {
    indexes: [
      {
        name: 'centre_item',
        keys: { centre: 1, item: 1 },
        serves: 'where a service of the menu can be had',
      },
      { name: 'centre_title', keys: { centre: 1, title: 1 }, serves: 'the list of what can be booked' },
    ],
  },
  slotDays: {
    indexes: [
      {
        name: 'centre_timetable_day',
        keys: { centre: 1, timetable: 1, day: 1 },
        serves: 'the slots of one timetable in the days ahead',
      },
      {
        name: 'centre_eventsMember_endsAt',
        keys: { centre: 1, 'events.member': 1, endsAt: 1 },
        serves: 'my bookings, those ahead and those of late; and a deletion',
      },
      {
        name: 'centre_asked',
        keys: { centre: 1, asked: 1 },
        serves: 'the desk: bookings that wait for a yes',
      },
      { name: 'centre_day', keys: { centre: 1, day: 1 }, serves: 'the desk: everything that is booked on a day' },
      {
        name: 'centre_eventsBy',
        keys: { centre: 1, 'events.by': 1 },
        serves: 'taking a deleted account out of what it decided at the desk',
      },
      { name: 'wake', keys: { wake: 1 }, serves: 'the sweep: what somebody has to be told of' },
    ],
  },
} as const
