import { killRuns } from './kill-runs'

test('killed again and again under load: what was acknowledged is there, and nothing is half done', async () => {
  const { kills, whileStarting, acknowledged, lost } = await killRuns(8)
  expect({ kills, whileStarting, lost }).toEqual({ kills: 8, whileStarting: 1, lost: [] })
  expect(acknowledged).toBeGreaterThan(20)
}, 60_000)
