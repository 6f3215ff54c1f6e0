const { default: Sequencer } = require('@jest/test-sequencer')

/** What takes minutes, the longest first; behind it whatever jest thinks best. */
const long = [
  /journeys.comfort/,
  /functions.crowd/,
  /-stories\.test|-year\.test/,
  /journeys/,
  /local.(kill|keep|reference)/,
]

const rank = ({ path }) => {
  const at = long.findIndex((pattern) => pattern.test(path))
  return at === -1 ? long.length : at
}

/** Runs what takes long first, so that no processor waits at the end for the other's last file. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other))
  }
}
