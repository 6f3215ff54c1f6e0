import { statisticsOf } from '../../src/domain/understanding/statistics'

/** The statistics of the thesaurus. In a bundle they lie here ready made: local/bundle-statistics.ts. */
export const statistics = statisticsOf
