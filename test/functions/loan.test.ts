import { day, hour, startOfDay } from '../../src/domain/day'
import type { Thing } from '../../src/domain/thing'
import type { Borrower, DeskThing, LoanDesk, OwnLoan, OwnLoans, ThingCard, ThingPage } from '../../src/domain/loan-page'
import type { Member } from '../../src/domain/member'
import type { Message } from '../../src/domain/message'
import { anew, type Town, town } from './town'
import { kid, member } from './world'
import { thing, timetable } from './world-lending'

let here: Town
const id = (who: string) => member('one', who, [])._id
const desk = 'role-social-worker'

beforeAll(async () => {
  here = await town()
})
afterAll(() => here.stop())

beforeEach(async () => {
  await anew(here)
  await here.put('members', [
    member('one', 'ana', ['resident', 'family-proxy'], { family: [kid('one', 'ana', 'k')] }),
    ...['bai', 'chen'].map((who) => member('one', who, ['resident'])),
    member('one', 'cap', ['volunteer-captain'], { team: 'team-a' }),
  ])
  await here.put('things', [
    thing('one', 'last', { stock: 1 }),
    thing('one', 'drill', { name: '冲击钻', days: 3, team: 'team-a' }),
  ])
})

let intents = 0
const intent = () => `intent-${String((intents += 1)).padStart(6, '0')}`
const borrow = (who: string, on: string, person = id(who)) =>
  here.ask<OwnLoan>(who, 'loan.borrow', { intent: intent(), thing: on, person })
const kept = (on: string) => here.read<Thing>('things', on) as Promise<Thing>
const told = (who: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .filter(({ to }) => to === id(who))
    .map(({ kind }) => kind)
    .sort()

/** Asked for by its borrower and handed out at the desk. */
async function lent(who: string, on: string): Promise<string> {
  const { reply } = await borrow(who, on)
  if (!reply.ok) throw new Error(`${who} could not borrow: ${reply.reason}`)
  await here.value(desk, 'loan.handOut', { intent: intent(), thing: on, loan: reply.value.id })
  return reply.value.id
}

test('a wheelchair is kept, handed out, extended once, and comes back; both sides see each step', async () => {
  const { reply } = await borrow('ana', 'last')
  expect(reply).toMatchObject({ ok: true, value: { state: 'kept', name: '轮椅' } })
  const loan = reply.ok ? reply.value.id : ''
  expect(await here.value<ThingPage>('bai', 'loan.open', { thing: 'last' })).toMatchObject({ free: 0, mine: [] })
  const page = await here.value<DeskThing>(desk, 'loan.handOut', { intent: intent(), thing: 'last', loan })
  expect(page.loans).toMatchObject([{ id: loan, name: 'ana', state: 'out', late: 0, building: '听榕苑1栋' }])
  const before = (await here.value<OwnLoans>('ana', 'loan.mine')).open[0]
  expect(before).toMatchObject({ state: 'out', extends: true })
  const extended = { intent: intent(), thing: 'last', loan }
  const after = await here.value<OwnLoan>('ana', 'loan.extend', extended)
  expect((after.dueAt ?? 0) - (before?.dueAt ?? 0)).toBe(14 * day)
  expect(await here.value('ana', 'loan.extend', extended)).toEqual(after)
  expect((await here.ask('ana', 'loan.extend', { ...extended, intent: intent() })).reply).toMatchObject({
    reason: 'loan-extended',
  })
  const back = { intent: intent(), thing: 'last', loan, condition: 'worn', note: '轮子有点歪' }
  const taken = await here.value<DeskThing>(desk, 'loan.takeBack', back)
  expect(taken).toMatchObject({ free: 1, loans: [] })
  expect(await here.value(desk, 'loan.takeBack', back)).toEqual(taken)
  expect(await here.value('ana', 'loan.mine')).toMatchObject({ open: [], past: [{ state: 'returned' }] })
  expect(await kept('last')).toMatchObject({ left: 31, people: [], stock: 1 })
})

test('who comes second waits; what comes back is offered to them for a day, then to the one after, each told once', async () => {
  const first = await lent('ana', 'last')
  const [bai, chen] = [await borrow('bai', 'last'), await borrow('chen', 'last')]
  expect([bai.reply, chen.reply]).toMatchObject([
    { value: { state: 'waiting', position: 1 } },
    { value: { state: 'waiting', position: 2 } },
  ])
  expect((await here.ask('ana', 'loan.extend', { intent: intent(), thing: 'last', loan: first })).reply).toMatchObject({
    reason: 'loan-awaited',
  })
  await here.value(desk, 'loan.takeBack', {
    intent: intent(),
    thing: 'last',
    loan: first,
    condition: 'good',
    note: null,
  })
  for (const _ of [1, 2]) await here.local.fire('lendings')
  expect(told('bai')).toEqual(['loan-offered'])
  expect(told('chen')).toEqual([])
  here.local.clock.shift(day + hour)
  for (const _ of [1, 2]) await here.local.fire('lendings')
  expect(told('bai')).toEqual(['loan-offered', 'loan-passed'])
  expect(told('chen')).toEqual(['loan-offered'])
  const loan = chen.reply.ok ? chen.reply.value.id : ''
  const taken = await here.value<OwnLoan>('chen', 'loan.take', { intent: intent(), thing: 'last', loan })
  expect(taken.state).toBe('kept')
  // Who let it pass is off the list, and may ask anew.
  expect((await kept('last')).people).toEqual([id('chen')])
  expect((await borrow('bai', 'last')).reply).toMatchObject({ value: { state: 'waiting' } })
})

test('a yes to what is lent no more meanwhile is refused, with why; it stays as it was', async () => {
  const ana = await lent('ana', 'last')
  const { reply } = await borrow('bai', 'last')
  const own = { thing: 'last', loan: reply.ok ? reply.value.id : '' }
  const { name, item, glyph, note, deposit, days, stock, version } = await kept('last')
  const words = { name, item, glyph, note, deposit, days, stock }
  await here.value(desk, 'loan.saveThing', { intent: intent(), thing: 'last', version, ...words, open: false })
  const back = { intent: intent(), thing: 'last', loan: ana, condition: 'good', note: null }
  await here.value(desk, 'loan.takeBack', back)
  const yes = { intent: intent(), ...own }
  for (const _ of [1, 2])
    expect((await here.ask('bai', 'loan.take', yes)).reply).toMatchObject({ reason: 'loan-closed', name })
  expect((await here.value<OwnLoans>('bai', 'loan.mine')).open).toMatchObject([{ state: 'offered' }])
  // Lent again, the same yes counts.
  const reopened = { intent: intent(), thing: 'last', version: version + 1, ...words, open: true }
  await here.value(desk, 'loan.saveThing', reopened)
  for (const _ of [1, 2]) expect(await here.value('bai', 'loan.take', yes)).toMatchObject({ state: 'kept' })
})

test('what nobody comes for is free again after a day', async () => {
  await borrow('ana', 'last')
  here.local.clock.shift(day + 1000)
  await here.local.fire('lendings')
  expect(told('ana')).toEqual(['loan-kept', 'loan-passed'])
  expect(await kept('last')).toMatchObject({ left: 31, people: [] })
})

test('reminders: the day before, on the day, late; whoever handed it out is told, and nothing more is lent meanwhile', async () => {
  const loan = await lent('ana', 'drill')
  for (let hours = 0; hours < 6 * 24; hours += 6) {
    here.local.clock.shift(6 * hour)
    await here.local.fire('lendings')
  }
  const late = ['loan-kept', 'loan-late', 'loan-out', 'loan-today', 'loan-tomorrow']
  expect(told('ana')).toEqual(late)
  expect(told(desk)).toEqual(['loan-ask'])
  const { things } = await here.value<LoanDesk>(desk, 'loan.desk')
  expect(things.find((each) => each.id === 'drill')?.loans).toMatchObject([{ id: loan, urgent: true }])
  expect((await borrow('ana', 'last')).reply).toMatchObject({ reason: 'loan-late', name: '冲击钻' })
  expect((await here.ask('ana', 'loan.extend', { intent: intent(), thing: 'drill', loan })).reply).toMatchObject({
    reason: 'loan-late',
  })
  await here.value(desk, 'loan.takeBack', { intent: intent(), thing: 'drill', loan, condition: 'good', note: null })
  expect((await borrow('ana', 'last')).reply).toMatchObject({ ok: true })
})

test('what is late is the desk’s, though whoever handed it out left; of a guest too; after two weeks the committee’s', async () => {
  const hands = member('one', 'left', ['social-worker'])
  await here.put('members', [hands, member('one', 'above', ['committee-member'])])
  const lend = { intent: intent(), thing: 'drill', holder: id('ana'), person: id('ana') }
  await here.value('left', 'loan.lend', lend)
  const guest = { name: '陈伯', band: '80+', building: 'b-1', consent: true }
  await here.value('left', 'loan.lendGuest', { intent: intent(), thing: 'drill', ...guest })
  await here.value('left', 'member.erase', { confirm: '注销' })
  here.local.clock.shift(4 * day + hour)
  await here.local.fire('lendings')
  expect(told(desk)).toEqual(['loan-ask', 'loan-call'])
  expect(told('cap')).toEqual(['loan-ask', 'loan-call'])
  expect(told('above')).toEqual([])
  here.local.clock.shift(60 * day)
  await here.local.fire('lendings')
  expect(told('above')).toEqual(['loan-up', 'loan-up'])
  const { things } = await here.value<LoanDesk>(desk, 'loan.desk')
  expect(things.find((each) => each.id === 'drill')?.loans).toMatchObject([{ urgent: true }, { urgent: true }])
})

test('who is late may be called by those who may ask for a number; the look is theirs to see', async () => {
  await here.value('ana', 'member.setContact', { phone: '13712340987', room: null, consent: true })
  const loan = await lent('ana', 'drill')
  const look = (who: string) =>
    here.ask<{ phone: string }>(who, 'loan.contact', {
      intent: intent(),
      thing: 'drill',
      loan,
      reason: '过期了，问一声',
    })
  expect((await look(desk)).reply).toMatchObject({ reason: 'loan-stands-otherwise' })
  here.local.clock.shift(5 * day)
  expect((await look(desk)).reply).toMatchObject({ value: { phone: '13712340987' } })
  expect((await look('cap')).reply).toMatchObject({ reason: 'no-permission' })
  const traces = await here.value<{ kind: string; reason: string; title: string }[]>('ana', 'audit.mine')
  expect(traces).toMatchObject([{ kind: 'look', reason: '过期了，问一声', title: '冲击钻' }])
})

test('someone without a phone takes one along, by the name that they give; who got nothing leaves none behind', async () => {
  const guest = { name: '陈伯', band: '80+', building: 'b-1', consent: true }
  const given = { intent: intent(), thing: 'last', ...guest }
  const page = await here.value<DeskThing>(desk, 'loan.lendGuest', given)
  expect(page.loans).toMatchObject([{ name: '陈伯', state: 'out', kept: true }])
  expect(await here.value(desk, 'loan.lendGuest', given)).toEqual(page)
  const members = () => here.dump().filter((line) => line.startsWith('members ')).length
  const before = members()
  const { reply } = await here.ask(desk, 'loan.lendGuest', { ...given, intent: intent(), name: '后来的' })
  expect(reply).toMatchObject({ reason: 'loan-none' })
  expect(members()).toBe(before)
  // What stands in a list that others read is no advertisement.
  const rude = { ...given, intent: intent(), thing: 'one-chair', name: '王八蛋' }
  expect((await here.ask(desk, 'loan.lendGuest', rude)).reply).toMatchObject({ reason: 'name-blocked' })
  expect(members()).toBe(before)
})

test('someone without a phone of their own is called as they said, each time that something is late; the number is sealed', async () => {
  const guest = { name: '陈婆婆', band: '80+', building: 'b-1', phone: '0757-22334455', consent: true }
  const first = { intent: intent(), thing: 'one-chair', ...guest }
  expect((await here.ask(desk, 'loan.lendGuest', { ...first, phone: '12345' })).reply).toMatchObject({
    reason: 'bad-input',
  })
  await here.value(desk, 'loan.lendGuest', first)
  expect(here.dump().filter((line) => line.includes('22334455'))).toEqual([])
  const [found] = await here.value<{ id: string; holder: string }[]>(desk, 'loan.find', {
    thing: 'drill',
    words: '陈婆婆',
  })
  const second = { intent: intent(), thing: 'drill', holder: found?.holder, person: found?.id }
  await here.value(desk, 'loan.lend', second)
  const look = (who: string) =>
    here.ask(who, 'loan.contact', { intent: intent(), thing: 'drill', loan: second.intent, reason: '过期了，问一声' })
  expect((await look(desk)).reply).toMatchObject({ reason: 'loan-stands-otherwise' })
  here.local.clock.shift(4 * day + hour)
  await here.local.fire('lendings')
  // No inbox reaches them: whoever handed it out is to call, though they have been written down before.
  expect(told(desk)).toContain('loan-call')
  expect(told(desk)).not.toContain('loan-ask')
  expect((await look('cap')).reply).toMatchObject({ reason: 'no-permission' })
  expect((await look(desk)).reply).toMatchObject({ value: { phone: '0757-22334455' } })
})

test('staff find a member by name and hand out to them or their family; the line is respected', async () => {
  const found = await here.value<{ id: string; holder: string }[]>(desk, 'loan.find', { thing: 'last', words: 'ana' })
  expect(found).toMatchObject([{ id: id('ana'), holder: id('ana') }])
  const child = kid('one', 'ana', 'k').id
  const lend = (person: string) =>
    here.ask<DeskThing>(desk, 'loan.lend', { intent: intent(), thing: 'last', holder: id('ana'), person })
  expect((await lend(child)).reply).toMatchObject({ ok: true, value: { loans: [{ name: '小满', of: 'ana' }] } })
  await borrow('bai', 'last')
  expect((await lend(id('ana'))).reply).toMatchObject({ reason: 'loan-none' })
  expect(await here.value('ana', 'loan.mine')).toMatchObject({ open: [{ person: { id: child, name: '小满' } }] })
})

test('a member’s own code at the desk shows what they have and are kept, and nothing of anyone else', async () => {
  await lent('ana', 'last')
  await borrow('bai', 'drill')
  await borrow('ana', 'drill')
  const { text } = await here.value<{ text: string }>('ana', 'attendance.pass')
  const seen = await here.value<{ name: string; things: DeskThing[] }>(desk, 'loan.scan', { code: text })
  expect(seen.name).toBe('ana')
  expect(seen.things.flatMap(({ loans }) => loans.map(({ name, state }) => [name, state]))).toEqual(
    expect.arrayContaining([
      ['ana', 'out'],
      ['ana', 'kept'],
    ]),
  )
  expect(JSON.stringify(seen)).not.toContain('bai')
  expect((await here.ask(desk, 'loan.scan', { code: `${text}x` })).reply).toMatchObject({ reason: 'code-invalid' })
})

test('broken goes to be repaired, lost is one fewer; the guards follow, and nobody is offered what is not there', async () => {
  const [ana, bai] = [await lent('ana', 'one-chair'), await lent('bai', 'one-chair')]
  await here.value(desk, 'loan.takeBack', {
    intent: intent(),
    thing: 'one-chair',
    loan: ana,
    condition: 'broken',
    note: null,
  })
  expect(await kept('one-chair')).toMatchObject({ stock: 5, mending: 1, left: 33 })
  await here.value(desk, 'loan.lose', { intent: intent(), thing: 'one-chair', loan: bai, reason: '找不着了' })
  expect(await kept('one-chair')).toMatchObject({ stock: 4, mending: 1, left: 33, people: [] })
  await here.value(desk, 'loan.mended', { intent: intent(), thing: 'one-chair', pieces: 1 })
  expect(await kept('one-chair')).toMatchObject({ stock: 4, mending: 0, left: 34 })
  const more = { intent: intent(), thing: 'one-chair', pieces: 1 }
  expect((await here.ask(desk, 'loan.mended', more)).reply).toMatchObject({ reason: 'loan-stands-otherwise' })
  expect(await here.value<ThingPage>(null, 'loan.open', { thing: 'one-chair' })).toMatchObject({ stock: 4, free: 4 })
})

test('staff add a thing and change it; who saved in between is not written over', async () => {
  const words = { name: '梯子', item: 'tool-loan', glyph: 'tool', note: '要有人扶', deposit: null, days: 3, open: true }
  const made = { intent: intent(), thing: 'ladder', version: 0, ...words, stock: 2 }
  expect(await here.value(desk, 'loan.saveThing', made)).toMatchObject({ version: 1, stock: 2, free: 2 })
  expect(await here.value(desk, 'loan.saveThing', made)).toMatchObject({ version: 1 })
  const change = (version: number, stock: number) =>
    here.ask<DeskThing>(desk, 'loan.saveThing', { ...made, intent: intent(), version, stock })
  expect((await change(1, 5)).reply).toMatchObject({ value: { version: 2, stock: 5, free: 5 } })
  expect((await change(1, 9)).reply).toMatchObject({ reason: 'changed-meanwhile' })
  expect(await kept('ladder')).toMatchObject({ left: 35, firstStock: 2 })
  const listed = await here.value<ThingCard[]>(null, 'loan.list')
  expect(listed.find((each) => each.id === 'ladder')).toMatchObject({ free: 5, stock: 5 })
})

test('a relative stays while something is out in their name; the late lock holds whoever of the family is late', async () => {
  const child = kid('one', 'ana', 'k').id
  const { reply } = await borrow('ana', 'drill', child)
  const loan = reply.ok ? reply.value.id : ''
  const leave = async () => (await here.ask('ana', 'member.removeFamily', { person: child })).reply
  expect(await leave()).toEqual({ ok: false, reason: 'family-loan', name: '冲击钻' })
  await here.value(desk, 'loan.handOut', { intent: intent(), thing: 'drill', loan })
  here.local.clock.shift(5 * day)
  expect((await borrow('ana', 'last')).reply).toMatchObject({ reason: 'loan-late', name: '冲击钻' })
  // Of a relative who left before this was so, too.
  await here.value(desk, 'loan.takeBack', { intent: intent(), thing: 'drill', loan, condition: 'good', note: null })
  expect(await leave()).toMatchObject({ ok: true })
  const due = here.local.clock.now() - 2 * day
  const [at, by] = [due - 3 * day, 'x']
  const log: Thing['events'] = [
    { id: 'intent-former', at, kind: 'borrow', member: id('ana'), person: child },
    { id: 'intent-former-out', at, kind: 'hand-out', loan: 'intent-former', by, dueAt: due },
  ]
  await here.put('things', [thing('one', 'former', { name: '梯子', events: log })])
  expect((await borrow('ana', 'last')).reply).toMatchObject({ reason: 'loan-late', name: '梯子' })
})

test('what a member keeps of their loans follows each step, and is repaired where a step was cut short', async () => {
  const keeps = async () => (await here.read<Member>('members', id('ana')))?.loans ?? []
  const { reply } = await borrow('ana', 'drill')
  const loan = reply.ok ? reply.value.id : ''
  expect(await keeps()).toMatchObject([{ loan, thing: 'drill', person: id('ana') }])
  await here.value(desk, 'loan.handOut', { intent: intent(), thing: 'drill', loan })
  const { dueAt } = await here.value<OwnLoan>('ana', 'loan.extend', { intent: intent(), thing: 'drill', loan })
  expect(await keeps()).toMatchObject([{ loan, dueAt }])
  // Kept, and never asked for; and out, though not kept: as if the function had ended between its two steps.
  const stray = { loan: 'intent-stray', thing: 'last', name: '轮椅', person: id('ana'), at: here.local.clock.now() }
  await here.local.store.empty('members')
  await here.put('members', [member('one', 'ana', ['resident'], { loans: [stray] }), member('one', desk, [])])
  here.local.clock.shift(hour)
  await here.local.fire('lendings')
  expect((await keeps()).map((each) => each.loan)).toEqual([loan])
})

test('a captain lends what is their team’s, and nothing else', async () => {
  const desk = await here.value<LoanDesk>('cap', 'loan.desk')
  expect(desk.things.map((each) => each.id)).toEqual(['drill'])
  const lend = (on: string) =>
    here.ask('cap', 'loan.lend', { intent: intent(), thing: on, holder: id('bai'), person: id('bai') })
  expect((await lend('drill')).reply).toMatchObject({ ok: true })
  expect((await lend('last')).reply).toMatchObject({ reason: 'no-permission' })
})

test('who lends for a team or a firm looks up no neighbour, only to whom this thing was lent; a firm no whole name', async () => {
  const child = kid('one', 'ana', 'k').id
  await here.put('members', [member('one', 'runs', ['operator'], { name: '主管', organisation: 'ent-wujin' })])
  await here.put('things', [thing('one', 'ladder', { name: '梯子', organisation: 'ent-wujin' })])
  const found = (who: string, on: string, words: string) =>
    here.value<Borrower[]>(who, 'loan.find', { thing: on, words })
  for (const words of ['a', 'bai', '小满']) {
    expect(await found('cap', 'drill', words)).toEqual([])
    expect(await found('runs', 'ladder', words)).toEqual([])
  }
  for (const on of ['drill', 'ladder']) await borrow('ana', on, child)
  expect(await found('cap', 'drill', '小满')).toMatchObject([{ id: child, name: '小满', of: null }])
  expect(await found('runs', 'ladder', '小满')).toMatchObject([{ id: child, name: '小*', of: null }])
  expect([await found('cap', 'drill', 'ana'), await found('runs', 'ladder', 'ana')]).toEqual([[], []])
  expect(await found(desk, 'drill', 'bai')).toMatchObject([{ id: id('bai'), name: 'bai' }])
  const whole = async (who: string) => (await found(who, 'drill', '小满')).find((each) => each.id === child)
  expect(await whole(desk)).toMatchObject({ name: '小满', of: 'ana' })
  expect(await whole('role-committee-member')).toMatchObject({ name: '小*', of: 'a*' })
  const names = async (who: string, on: string) =>
    (await here.value<LoanDesk>(who, 'loan.desk')).things
      .filter((each) => each.id === on)
      .flatMap(({ loans }) => loans.map(({ name, of }) => [name, of]))
  expect(await names('cap', 'drill')).toEqual([['小满', null]])
  expect(await names('runs', 'ladder')).toEqual([['小*', null]])
  expect(await names('role-committee-member', 'drill')).toEqual([['小*', 'a*']])
  expect(await names(desk, 'drill')).toEqual([['小满', 'ana']])
  const { text } = await here.value<{ text: string }>('ana', 'attendance.pass')
  expect((await here.value<{ name: string }>('runs', 'loan.scan', { code: text })).name).toBe('a*')
})

test('a thing of another centre is no more than none', async () => {
  for (const on of ['two-chair', 'no-such']) {
    expect((await borrow('ana', on)).reply).toEqual({ ok: false, reason: 'not-found' })
    expect((await here.ask(desk, 'loan.find', { thing: on, words: 'a' })).reply).toEqual({
      ok: false,
      reason: 'not-found',
    })
  }
})

test('a replay hears the first outcome, whatever became of it since', async () => {
  const asked = { intent: intent(), thing: 'last', person: id('ana') }
  const first = await here.value<OwnLoan>('ana', 'loan.borrow', asked)
  const off = { intent: intent(), thing: 'last', loan: asked.intent }
  for (const _ of [1, 2]) expect(await here.value('ana', 'loan.cancel', off)).toMatchObject({ state: 'cancelled' })
  expect(await here.value('ana', 'loan.borrow', asked)).toEqual(first)
  expect((await kept('last')).people).toEqual([])
})

test('who deletes their account is nobody in the log; what they asked for is the next one’s, what they have stays out', async () => {
  const out = await lent('ana', 'drill')
  await borrow('ana', 'last')
  await borrow('bai', 'last')
  await here.value('ana', 'member.erase', { confirm: '注销' })
  expect(here.dump().filter((line) => line.includes(id('ana')))).toEqual([])
  expect(await here.value<ThingPage>('bai', 'loan.open', { thing: 'last' })).toMatchObject({
    mine: [{ state: 'offered' }],
  })
  const { things } = await here.value<LoanDesk>(desk, 'loan.desk')
  expect(things.find((each) => each.id === 'drill')?.loans).toMatchObject([{ id: out, name: null, state: 'out' }])
  const back = { intent: intent(), thing: 'drill', loan: out, condition: 'good', note: null }
  expect(await here.value(desk, 'loan.takeBack', back)).toMatchObject({ loans: [] })
  expect((await here.read<Member>('members', id('ana'))) ?? null).toBeNull()
})

test('whoever of the staff deletes their account stands in no loan, no booking and no record that they kept', async () => {
  await here.put('members', [member('one', 'leaves', ['social-worker'])])
  await here.put('timetables', [timetable('one', 'room', { approval: true })])
  const on = { timetable: 'room', day: startOfDay(here.local.clock.now()) + day }
  const asked = { ...on, intent: intent(), slots: [600], people: 1, purpose: '排练', person: id('ana') }
  await here.value('ana', 'booking.book', asked)
  const decided = { ...on, intent: intent(), booking: asked.intent, approve: true, reason: null }
  await here.value('leaves', 'booking.decide', decided)
  const lends = { intent: intent(), thing: 'last', holder: id('ana'), person: id('ana') }
  await here.value('leaves', 'loan.lend', lends)
  const guest = { intent: intent(), thing: 'one-chair', name: '陈婆婆', band: '80+', building: null, consent: true }
  await here.value('leaves', 'loan.lendGuest', guest)
  await here.value('leaves', 'member.erase', { confirm: '注销' })
  expect(here.dump().filter((line) => line.includes(id('leaves')))).toEqual([])
  const { things } = await here.value<LoanDesk>(desk, 'loan.desk')
  const loans = things.flatMap((each) => each.loans.map(({ name, kept: noAccount }) => [name, noAccount]))
  expect(loans.filter(([name]) => name === 'ana' || name === '陈婆婆')).toEqual([
    ['ana', false],
    ['陈婆婆', true],
  ])
})

describe('requests to the database of one cold call', () => {
  test('a list, a page, one’s own 2; borrowing and the desk 3 at most; a step that the member’s own follows 4', async () => {
    const cost = async (who: string | null, called: `loan.${string}`, input: object) => {
      await here.local.cool()
      const { reply, requests } = await here.ask<OwnLoan>(who, called, input)
      expect([called, reply]).toMatchObject([called, { ok: true }])
      return requests
    }
    expect(await cost(null, 'loan.list', {})).toBeLessThanOrEqual(2)
    expect(await cost('ana', 'loan.open', { thing: 'last' })).toBeLessThanOrEqual(2)
    expect(await cost('ana', 'loan.mine', {})).toBeLessThanOrEqual(2)
    const asked = { intent: intent(), thing: 'last', person: id('ana') }
    expect(await cost('ana', 'loan.borrow', asked)).toBeLessThanOrEqual(3)
    const loan = { thing: 'last', loan: asked.intent }
    expect(await cost(desk, 'loan.desk', {})).toBeLessThanOrEqual(3)
    expect(await cost(desk, 'loan.handOut', { ...loan, intent: intent() })).toBeLessThanOrEqual(4)
    expect(await cost('ana', 'loan.extend', { ...loan, intent: intent() })).toBeLessThanOrEqual(4)
    const lend = { intent: intent(), thing: 'drill', holder: id('bai'), person: id('bai') }
    expect(await cost(desk, 'loan.lend', lend)).toBeLessThanOrEqual(4)
    const back = { ...loan, intent: intent(), condition: 'good', note: null }
    expect(await cost(desk, 'loan.takeBack', back)).toBeLessThanOrEqual(4)
    const again = { intent: intent(), thing: 'last', person: id('ana') }
    await here.value('ana', 'loan.borrow', again)
    expect(
      await cost('ana', 'loan.cancel', { intent: intent(), thing: 'last', loan: again.intent }),
    ).toBeLessThanOrEqual(4)
  })
})
