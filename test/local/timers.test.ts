import { type Local, startLocal } from '../../local/local'
import { cronOf, nextDue } from '../../local/timers'
import { call, deployed, sdk } from './deployed'

/** Keeps what it was called with, in its one instance. */
const keeps = `
const tcb = require(${sdk})
const told = []
exports.main = async (event, context) => {
  if (event.Type !== 'Timer') return { told }
  const { TRIGGER_SRC, TCB_UUID } = tcb.getCloudbaseContext(context)
  told.push({ event, source: TRIGGER_SRC, uid: TCB_UUID, at: Date.now() })
}`

const at = (text: string) => new Date(text).getTime()

// Expectations are the vendor's own examples, in the time of UTC+8.
test.each([
  ['*/5 * * * * * *', '2026-03-01T10:00:01+08:00', '2026-03-01T10:00:05+08:00'],
  ['0 0 2 1 * * *', '2026-03-01T10:00:00+08:00', '2026-04-01T02:00:00+08:00'],
  ['0 15 10 * * MON-FRI *', '2026-03-06T10:15:00+08:00', '2026-03-09T10:15:00+08:00'],
  ['0 0 10,14,16 * * * *', '2026-03-01T10:00:00+08:00', '2026-03-01T14:00:00+08:00'],
  ['0 */30 9-17 * * * *', '2026-03-01T17:30:00+08:00', '2026-03-02T09:00:00+08:00'],
  ['0 0 12 * * WED *', '2026-03-01T10:00:00+08:00', '2026-03-04T12:00:00+08:00'],
  ['0 0 0 1 1 * 2028', '2026-03-01T10:00:00+08:00', '2028-01-01T00:00:00+08:00'],
  // Day and weekday both given: either of them.
  ['0 0 8 15 * WED *', '2026-03-12T09:00:00+08:00', '2026-03-15T08:00:00+08:00'],
])('%s after %s is due at %s', (config, after, due) => {
  expect(nextDue(cronOf(config), at(after))).toBe(at(due))
})

test('a year that is over is never due again', () => {
  expect(nextDue(cronOf('0 0 0 1 1 * 2020'), at('2026-03-01T10:00:00+08:00'))).toBeUndefined()
})

test('a trigger without seven fields is refused', () => {
  expect(() => cronOf('0 0 2 * * *')).toThrow('7 fields')
})

describe('triggers of functions', () => {
  let place: Awaited<ReturnType<typeof deployed>>
  let local: Local
  const start = at('2026-03-01T10:00:30+08:00')

  beforeEach(async () => {
    const triggers = [{ name: 'hourly', type: 'timer' as const, config: '0 0 * * * * *' }]
    place = await deployed({ keeps: { code: keeps, config: { triggers } } })
    const { functions, data } = place
    local = await startLocal({ data, functions, instances: 1, timers: true, at: start })
  })

  afterEach(async () => {
    await local.stop()
    await place.remove()
  })

  const told = async () => (await call(local.url, 'keeps', {})).answer.told as Record<string, unknown>[]
  const look = () => new Promise((resolve) => setTimeout(resolve, 700))

  test('one goes off when the clock comes to its time, once, with the event that the cloud sends and no caller', async () => {
    await look()
    expect(await told()).toEqual([])
    local.clock.set(at('2026-03-01T13:00:10+08:00'))
    await look()
    const calls = await told()
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'hourly', Message: '' },
      source: 'timer',
    })
    expect(calls[0]).not.toHaveProperty('uid')
  })

  test('one can be set off by hand, and is done when that is over', async () => {
    await local.fire('hourly')
    expect(await told()).toHaveLength(1)
    await expect(local.fire('unknown')).rejects.toThrow('unknown')
  })

  test('a client that sends a timer’s event is no timer', async () => {
    await call(local.url, 'keeps', { Type: 'Timer', TriggerName: 'hourly' }, 'local.r-01')
    expect((await told())[0]).not.toHaveProperty('source')
  })
})
