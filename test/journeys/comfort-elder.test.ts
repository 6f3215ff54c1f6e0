import { comfortable } from './comfort'
import { manners } from './sights'

describe('in the largest type, in its own words', () => {
  comfortable({ manner: manners.elder, least: 60, night: false })
})
