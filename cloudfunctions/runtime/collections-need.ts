/** What neighbours need and offer, and who was made acquainted with whom. */
export const needCollections = {
  needs: {
    indexes: [
      {
        name: 'centre_sight_state_postedAt',
        keys: { centre: 1, sight: 1, state: 1, postedAt: -1, _id: 1 },
        serves: 'the square: what neighbours need, the latest first',
      },
      {
        name: 'centre_state_matchKeys_postedAt',
        keys: { centre: 1, state: 1, 'match.keys': 1, postedAt: -1 },
        serves: 'whom an offer could help',
      },
      { name: 'centre_members', keys: { centre: 1, members: 1 }, serves: 'what I asked for, and what I want too' },
      {
        name: 'centre_eventsMember',
        keys: { centre: 1, 'events.member': 1 },
        serves: 'taking a member out of everything they ever wanted, when they delete their account',
      },
      {
        name: 'centre_state_dueAt',
        keys: { centre: 1, state: 1, dueAt: 1 },
        serves: 'the staff’s queue: what is open, the soonest due first',
      },
      { name: 'centre_owner', keys: { centre: 1, owner: 1 }, serves: 'what one of the staff answers for' },
      { name: 'centre_postedAt', keys: { centre: 1, postedAt: 1 }, serves: 'the pictures, and what was kept lately' },
      { name: 'escalatesAt', keys: { escalatesAt: 1 }, serves: 'the sweep: promises whose time has run out' },
      { name: 'drafted_short', keys: { drafted: 1, short: 1 }, serves: 'the sweep: enough want it, no draft yet' },
      { name: 'toTell', keys: { toTell: 1 }, serves: 'the telling: logs with events that nobody was told of yet' },
    ],
  },
  offers: {
    indexes: [
      {
        name: 'centre_state_matchKeys_postedAt',
        keys: { centre: 1, state: 1, 'match.keys': 1, postedAt: -1 },
        serves: 'what could help with a need',
      },
      { name: 'centre_owner', keys: { centre: 1, owner: 1 }, serves: 'what I offer, and deleting it' },
      { name: 'centre_sight', keys: { centre: 1, sight: 1 }, serves: 'words that wait for a person to look at them' },
      { name: 'centre_postedAt', keys: { centre: 1, postedAt: 1 }, serves: 'the pictures' },
      { name: 'nudgesAt', keys: { nudgesAt: 1 }, serves: 'the sweep: whose owner is to be asked whether it holds' },
      { name: 'state_expiresAt', keys: { state: 1, expiresAt: 1 }, serves: 'the sweep: what has run out' },
      {
        name: 'settling_introduction',
        keys: { 'settling.introduction': 1 },
        serves: 'the sweep: agreements that were cut short while they were written down',
      },
      { name: 'toFind', keys: { toFind: 1 }, serves: 'the sweep: whom a new offer could help' },
      { name: 'toTell', keys: { toTell: 1 }, serves: 'the telling: logs with events that nobody was told of yet' },
    ],
    person: { field: 'owner', becomes: 'removed' },
  },
  introductions: {
    indexes: [
      { name: 'needer', keys: { needer: 1 }, serves: 'with whom I was made acquainted, as one in need' },
      { name: 'helper', keys: { helper: 1 }, serves: 'with whom I was made acquainted, as one who helps' },
      {
        name: 'centre_needAbout',
        keys: { centre: 1, needAbout: 1 },
        serves: 'what earlier answers taught about which offers help with such a need',
      },
      {
        name: 'centre_offerAbout',
        keys: { centre: 1, offerAbout: 1 },
        serves: 'what earlier answers taught about which needs such an offer helps',
      },
      { name: 'following', keys: { following: 1 }, serves: 'the sweep: offers and needs that do not follow yet' },
      { name: 'countDue', keys: { countDue: 1 }, serves: 'counting the time that neighbours gave' },
      { name: 'lapsesAt', keys: { lapsesAt: 1 }, serves: 'the sweep: askings that nobody answered' },
      { name: 'toTell', keys: { toTell: 1 }, serves: 'the telling: logs with events that nobody was told of yet' },
    ],
  },
  surveys: {
    indexes: [
      { name: 'centre_year', keys: { centre: 1, year: 1 }, serves: 'the picture: what households said this year' },
      { name: 'centre_member', keys: { centre: 1, member: 1 }, serves: 'an answer stays when its member is deleted' },
    ],
    person: { field: 'member', becomes: 'unnamed' },
  },
} as const
