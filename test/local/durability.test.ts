import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../local/build'
import { call } from './deployed'
import { startProgram } from './process'
import { halls, membersOf, people, rostersOf } from './halls'

let folder: string
let functions: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-durability-'))
  functions = await build('functions')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const host = (data: string, before: string[] = []) =>
  startProgram('test/local/host.ts', { given: [data, functions], before })

const intentOf = (n: number) => `intent-${String(n).padStart(5, '0')}`

/** One person signs up at one of the halls; true when the client was told that it is done. */
async function signUp(url: string, n: number): Promise<boolean> {
  const input = { intent: intentOf(n), activity: halls.of(n), people: [people.id(n)] }
  const event = { procedure: 'signUp', centre: halls.centre, input }
  const told = await call(url, 'activity', event, `local.${people.uid(n)}`).catch(() => undefined)
  return told?.answer.ok === true
}

test('killed in the middle of 2,000 sign-ups: everyone who was told is there, nobody twice, and the rest can go on', async () => {
  const data = join(folder, 'killed')
  await halls.build(data, 2000)
  const first = host(data)
  const url = await first.ready
  const told = new Set<number>()
  const all = Array.from({ length: 2000 }, (_, n) =>
    signUp(url, n).then((done) => {
      if (done) told.add(n)
      if (told.size === 500) first.signal('SIGKILL')
    }),
  )
  await Promise.all(all)
  expect(await first.ended).toBe('SIGKILL')
  expect(told.size).toBeGreaterThanOrEqual(500)
  expect(told.size).toBeLessThan(2000)

  const kept = await rostersOf(data)
  const joined = kept.flatMap(({ events }) => events.map(({ id }) => id))
  const listed = kept.flatMap((roster) => roster.people)
  expect([...told].filter((n) => !joined.includes(intentOf(n)))).toEqual([])
  expect(new Set(joined).size).toBe(joined.length)
  expect(new Set(listed).size).toBe(listed.length)
  for (const { room, capacity, waitCapacity, people: on } of kept)
    expect(room).toBe(capacity + waitCapacity - on.length)
  const calendars = new Map((await membersOf(data)).map(({ _id, calendar }) => [_id, calendar]))
  expect([...told].filter((n) => !calendars.get(people.id(n))?.some(({ party }) => party === intentOf(n)))).toEqual([])

  const second = host(data)
  const again = await second.ready
  for (let from = 0; from < 2000; from += 200) {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => signUp(again, from + n)))
    expect(answers.every(Boolean)).toBe(true)
  }
  second.signal('SIGKILL')
  await second.ended
  const whole = (await rostersOf(data)).flatMap((roster) => roster.people)
  expect(whole).toHaveLength(2000)
  expect(new Set(whole).size).toBe(2000)
}, 300_000)

const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
const traced = canTrace ? test : test.skip
const unless = canTrace ? '' : ' (skipped: strace is not installed here, or may not trace)'

traced(
  `the system is asked to write to the disk before each sign-up is told; a page that is only read asks for nothing${unless}`,
  async () => {
    const data = join(folder, 'traced')
    await halls.build(data, 12)
    const trace = join(folder, 'trace')
    const calls = 'trace=fsync,fdatasync,msync,sync_file_range,read,write,writev,sendto,sendmsg,recvfrom'
    const program = host(data, ['strace', '-f', '-s', '2000', '-e', calls, '-o', trace])
    const url = await program.ready
    for (let n = 0; n < 12; n += 1) {
      expect(await signUp(url, n)).toBe(true)
      const open = { procedure: 'open', centre: halls.centre, input: { activity: halls.of(n) } }
      expect((await call(url, 'activity', open)).answer.ok).toBe(true)
    }
    program.signal('SIGTERM')
    await program.ended
    const lines = (await readFile(trace, 'utf8')).split('\n')
    const spans = spansOf(lines)
    expect(spans.map(({ kind }) => kind)).toEqual(Array.from({ length: 12 }, () => ['signUp', 'open']).flat())
    for (const { kind, syncs } of spans) {
      if (kind === 'signUp') expect(syncs).toBeGreaterThanOrEqual(1)
      else expect(syncs).toBe(0)
    }
  },
  120_000,
)

/** From each request for a function to its answer: which procedure it was, and how many syncs were done between. */
function spansOf(lines: string[]): { kind: string; syncs: number }[] {
  const spans: { kind: string; syncs: number }[] = []
  let open: { kind: string; syncs: number } | undefined
  for (const line of lines) {
    const asked = /POST \/v1\/functions\/activity/.test(line) && /\\"procedure\\":\\"(\w+)\\"/.exec(line)?.[1]
    if (asked) open = { kind: asked, syncs: 0 }
    if (/(fsync|fdatasync|msync)(\(| resumed>).*= 0$/.test(line) && open) open.syncs += 1
    if (/x-db-requests/.test(line) && open) {
      spans.push(open)
      open = undefined
    }
  }
  return spans
}
