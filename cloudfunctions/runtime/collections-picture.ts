/** Pictures that WeChat was asked about and has not answered yet. */
export const pictureCollections = {
  pictureChecks: {
    indexes: [{ name: 'at', keys: { at: 1 }, serves: 'the sweep: what was never answered' }],
  },
} as const
