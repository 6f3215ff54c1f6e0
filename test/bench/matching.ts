import { matcher } from '../../cloudfunctions/thesaurus/matcher'
import { aboutOf } from '../../cloudfunctions/need/fit'
import { catalogue } from '../../cloudfunctions/catalogue/catalogue'
import { memberId } from '../../cloudfunctions/runtime/caller'
import type { NeedPage } from '../../src/domain/need-page'
import type { Offer } from '../../src/domain/offer'
import { type Audience, audiences, meetingPlaces, type Stretch } from '../../src/domain/matching/posting'
import dev from '../data/matching/dev.json'
import own from '../data/matching/own.json'
import { offer } from '../functions/neighbours'
import { town } from '../functions/town'
import { member } from '../functions/world'

const many = 10_000
/** Every fourth offer says what everybody says. */
const common = [
  '会修水电，换龙头通马桶都行',
  '退休护士，量血压陪诊都行',
  '可以教手机',
  '帮忙接送孩子',
  '家政保洁，打扫卫生',
]

/** Numbers that are the same at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % sides
  }
}

const bandsOf: Record<Audience, Offer['meaning']['bands'][number]> = {
  child: '7-12',
  youth: '13-17',
  adult: '35-59',
  elder: '60-79',
  family: '35-59',
}

/** Ten thousand open offers in everybody's words: of our sets, of the catalogue, and the commonest over and over. */
function offers(): Offer[] {
  const roll = dice(7)
  const texts = [
    ...[...dev.offers, ...own.offers].map(({ text }) => text),
    ...catalogue.items.map(({ name, description }) => `${name}，${description}`),
  ]
  const read = new Map<string, ReturnType<ReturnType<typeof matcher>['offer']>>()
  return Array.from({ length: many }, (_, n): Offer => {
    const text = (n % 4 === 0 ? common[roll(common.length)] : texts[roll(texts.length)]) as string
    const places = [meetingPlaces[roll(4)] ?? 'centre', meetingPlaces[roll(2)] ?? 'home']
    const where = [...new Set(places)]
    const when: Stretch[] = roll(3) === 0 ? [] : [{ weekday: 1 + roll(7), from: 540 + 60 * roll(9), to: 1260 }]
    const audience = roll(2) === 0 ? [] : [audiences[roll(5)] ?? 'elder']
    const key = `${text} ${where} ${JSON.stringify(when)} ${audience}`
    const match = read.get(key) ?? matcher().offer({ text, where, when, audience })
    read.set(key, match)
    const { meaning } = offer('one', 'x')
    return offer('one', `bench-${n}`, {
      owner: memberId('one', `bench ${n}`),
      postedAt: n,
      text,
      match,
      about: aboutOf(match),
      meaning: { ...meaning, when, places: where, bands: audience.map((each) => bandsOf[each]) },
    })
  })
}

const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** What one need costs among ten thousand open offers, in a function that was just started. */
async function main(): Promise<void> {
  const here = await town()
  try {
    await here.put('members', [member('one', 'ana', ['resident'])])
    await here.local.store.insert('offers', JSON.parse(JSON.stringify(offers())))
    const wall: number[] = []
    const cpu: number[] = []
    const costs: number[] = []
    let found = 0
    const asked = [...dev.needs, ...own.needs].filter((_, n) => n % 7 === 0)
    for (const [n, { text }] of asked.entries()) {
      const input = { intent: `bench-${n}-12345678`, text, concept: null, when: null, where: null, band: null }
      const posted = await here.ask<{ id: string }>('ana', 'need.post', { ...input, shown: 'neighbour', quiet: false })
      if (!posted.reply.ok) continue
      await here.local.cool()
      // The first call starts the instance; what that takes is not the need's.
      await here.ask('ana', 'need.kept')
      const used = process.cpuUsage()
      const begun = performance.now()
      const page = await here.ask<NeedPage>('ana', 'need.open', { need: posted.reply.value.id })
      wall.push(performance.now() - begun)
      const { user, system } = process.cpuUsage(used)
      cpu.push((user + system) / 1000)
      costs.push(page.requests)
      if (page.reply.ok && page.reply.value.suggestions.length > 0) found += 1
    }
    console.log(
      `a need among ${many} open offers, cold: median ${median(wall).toFixed(1)} ms (of processor time, the database's and the caller's included, ${median(cpu).toFixed(1)} ms), at most ${Math.max(...costs)} requests; ${found} of ${wall.length} found what fits`,
    )
  } finally {
    await here.stop()
  }
}

void main()
