/** Menus, who provides what is on them, and what providers bring besides. */
export const menuCollections = {
  menus: { indexes: [] },
  providers: {
    indexes: [
      { name: 'centre_key', keys: { centre: 1, key: 1 }, serves: 'the providers of a centre' },
      { name: 'centre_licencesBy', keys: { centre: 1, 'licences.by': 1 }, serves: 'taking a name off what they said' },
      {
        name: 'centre_licencesCheckBy',
        keys: { centre: 1, 'licences.check.by': 1 },
        serves: 'taking a name off what they checked',
      },
    ],
  },
  resources: {
    indexes: [
      { name: 'centre_provider', keys: { centre: 1, provider: 1 }, serves: 'what one provider brings' },
      {
        name: 'watchedNoun',
        keys: { 'watched.noun': 1 },
        serves: 'giving back what was drawn for orders and activities that are called off',
      },
      { name: 'centre_entriesBy', keys: { centre: 1, 'entries.by': 1 }, serves: 'taking a name off a ledger' },
    ],
  },
} as const
