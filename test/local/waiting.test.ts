import { Waiting } from '../../local/waiting'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('who waits long is told what for and how far it is; who does not wait, or no longer, is told nothing', () => {
  const said: string[] = []
  const waiting = new Waiting((line) => said.push(line))
  jest.advanceTimersByTime(1_900)
  expect(said).toEqual([])
  jest.advanceTimersByTime(200)
  expect(said).toEqual([
    'Building the pages: one to four minutes, by the machine. Done once; the next start takes seconds.',
  ])
  waiting.at(40)
  jest.advanceTimersByTime(10_000)
  expect(said.at(-1)).toBe('Building the pages: 40 %, 12 s so far')
  waiting.end()
  jest.advanceTimersByTime(60_000)
  expect(said).toHaveLength(2)

  const short = new Waiting((line) => said.push(line))
  short.end()
  jest.advanceTimersByTime(60_000)
  expect(said).toHaveLength(2)
})
