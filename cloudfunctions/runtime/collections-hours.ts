/** Hours: what was served, the ledger of it, and its sums by person and month. */
export const hoursCollections = {
  services: {
    indexes: [
      {
        name: 'centre_person_startsAt',
        keys: { centre: 1, person: 1, startsAt: -1 },
        serves: 'what someone served at, the latest first',
      },
      {
        name: 'centre_served_state',
        keys: { centre: 1, served: 1, state: 1 },
        serves: 'what waits for the word of whoever was served',
      },
      {
        name: 'centre_state_dueAt',
        keys: { centre: 1, state: 1, dueAt: 1 },
        serves: 'the staff’s queue: what waits for a word or an answer, the most urgent first',
      },
      {
        name: 'centre_eventsBy',
        keys: { centre: 1, 'events.by': 1 },
        serves: 'taking out of logs whoever came, confirmed or corrected and deletes their account',
      },
      {
        name: 'state_dueAt',
        keys: { state: 1, dueAt: 1 },
        serves: 'the sweep: services to be closed, and silence that is a yes',
      },
      { name: 'posting', keys: { posting: 1 }, serves: 'the sweep: decisions that the ledger does not have yet' },
    ],
  },
  ledger: {
    indexes: [
      { name: 'centre_service', keys: { centre: 1, service: 1 }, serves: 'every entry of one service' },
      {
        name: 'centre_month_team',
        keys: { centre: 1, month: 1, team: 1 },
        serves: 'the sums of a month, of the centre and of each team',
      },
      {
        name: 'centre_account',
        keys: { centre: 1, 'lines.account': 1 },
        serves: 'one account’s entries; taking a name out of them when an account is deleted',
      },
    ],
  },
  balances: {
    indexes: [
      {
        name: 'centre_person_month',
        keys: { centre: 1, person: 1, month: -1 },
        serves: 'someone’s months, the latest first; and when they delete their account',
      },
    ],
    person: { field: 'person', becomes: 'removed' },
  },
  proofs: {
    indexes: [
      {
        name: 'centre_person_issuedAt',
        keys: { centre: 1, person: 1, issuedAt: -1 },
        serves: 'the proofs that someone had made, the latest first',
      },
    ],
    person: { field: 'person', becomes: 'removed' },
  },
} as const
