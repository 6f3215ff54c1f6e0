import { day, minute } from '../../src/domain/day'
import { company } from './company'
import type { Visitor } from './visitor'

const { arrive, local } = company()

/** The centre's clock goes on, everyone's phone and the timers with it. */
async function goOn(milliseconds: number, ...phones: Visitor[]): Promise<void> {
  local().clock.shift(milliseconds)
  for (const timer of ['lendings', 'slots']) await local().fire(timer)
  for (const { page } of phones) await page.clock.setSystemTime(local().clock.now())
}

test('from the menu’s dish one comes to its own things, and from there to everything that is lent', async () => {
  const someone = await arrive({ as: 'r-43' })
  await someone.opens('/pages/menu/item?code=wheelchair-loan')
  await someone.sees('借轮椅拐杖')
  expect(await someone.has(/家长|监护人/)).toBe(false)
  await someone.taps('去借')
  await someone.sees('助行器、拐杖')
  expect(await someone.has('冲击钻')).toBe(false)
  await someone.taps(/^看全部/)
  await someone.sees('冲击钻')
})

test('a wheelchair is lent and comes back late: seen by her who has it, by him who waits, and by the desk', async () => {
  // The last one of five.
  const mei = await arrive({ as: 'r-05', size: 'large' })
  await mei.opens('/pages/loan/index?c=lilan&id=ln-07')
  await mei.sees('轮椅')
  await mei.taps('我要借')
  await mei.sees(/给您留到/)

  const desk = await arrive({ as: 'st-sw-2' })
  await desk.opens('/staff/loan/index')
  await desk.taps('梁美琴，轮椅，交给他')
  await desk.taps(/^借出去的/)
  await desk.control('梁美琴，轮椅，收回').waitFor()

  // Nothing is left: the next one waits, and what is lent is not extended over his head.
  const bo = await arrive({ as: 'r-02' })
  await bo.opens('/pages/loan/index?c=lilan&id=ln-07')
  await bo.sees('都借出去了，可以排队')
  await bo.taps('排队等')
  await bo.sees(/您排第.1.位/)
  await mei.opens('/pages/loan/mine')
  await mei.sees('借着呢')
  expect(await mei.has('还想再用几天')).toBe(false)

  // Two weeks and two days go by; both sides are told.
  for (let days = 0; days < 16; days += 1) await goOn(day, mei, bo, desk)
  await mei.opens('/pages/message/index')
  for (const words of ['明天该还了', '今天该还了', '过期了，请还回来']) await mei.sees(words)
  await mei.opens('/pages/loan/mine')
  await mei.sees(/就该还了。请尽快还/)
  await mei.opens('/pages/loan/index?id=ln-09')
  await mei.taps('我要借')
  await mei.sees('先还上一件')
  await desk.opens('/staff/loan/index')
  await desk.taps(/^要追的/)
  await desk.sees(/过期.2.天/)

  // She brings it back; it is his for a day, and he takes it.
  await desk.taps('梁美琴，轮椅，收回')
  await desk.taps(/^旧了点/)
  await desk.writes('记一句（可不写）', '轮子有点歪')
  await desk.page.getByRole('dialog').getByRole('button', { name: '收回' }).click()
  await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
  await goOn(minute, mei, bo, desk)
  await mei.opens('/pages/loan/mine')
  await mei.sees('还过的')
  await bo.opens('/pages/message/index')
  await bo.sees('轮到您了')
  await bo.opens('/pages/loan/mine')
  await bo.taps('轮椅，我要')
  await bo.sees(/到前台拿/)
  await desk.opens('/staff/loan/index')
  await desk.taps('陈伯涛，轮椅，交给他')
  await desk.control('陈伯涛，轮椅，交给他').waitFor({ state: 'hidden' })
  await bo.opens('/pages/loan/mine')
  await bo.sees('借着呢')
}, 120_000)

test('someone without a phone takes an umbrella along, by name', async () => {
  const desk = await arrive({ as: 'st-sw-2' })
  await desk.opens('/staff/loan/index')
  await desk.taps(/^东西/)
  await desk.taps('雨伞，直接借出')
  await desk.taps('没用手机的人')
  await desk.writes('怎么称呼', '菜场老曾')
  await desk.taps(/80.岁以上/)
  await desk.page.getByRole('dialog').getByRole('button', { name: '借出' }).click()
  await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
  await desk.taps(/^借出去的/)
  await desk.sees('菜场老曾（没用手机）')
})

test('a slot is booked in two taps, seen as taken, given back, and free again', async () => {
  const xiao = await arrive({ as: 'r-34' })
  await xiao.opens('/pages/booking/index?c=lilan&item=phone-one-to-one')
  await xiao.sees('一对一教手机')
  await xiao.taps(/^后天/)
  await xiao.taps('9:00到9:40，空着')
  await xiao.taps('约这个时段')
  await xiao.control('9:00到9:40，我约了').or(xiao.page.getByLabel('9:00到9:40，我约了')).first().waitFor()

  const other = await arrive({ as: 'r-12' })
  await other.opens('/pages/booking/index?c=lilan&item=phone-one-to-one')
  await other.taps(/^后天/)
  await other.control('9:00到9:40，可排队').waitFor()

  await xiao.opens('/pages/booking/mine')
  await xiao.taps('一对一教手机，退掉')
  await xiao.answers('要退掉吗？', '退掉')
  await xiao.sees('退了')
  await other.reloads()
  await other.taps(/^后天/)
  await other.control('9:00到9:40，空着').waitFor()
})

test('a room is asked for, the desk says yes, and a neighbour reads what it is for', async () => {
  const asks = await arrive({ as: 'r-34' })
  await asks.opens('/pages/booking/index?c=lilan&room=room-council')
  await asks.taps(/^后天/)
  await asks.taps('10:00到11:00，空着')
  await asks.taps('11:00到12:00，空着')
  await asks.taps('约这个时段')
  await asks.writes('用来做什么', '租客互助碰头')
  await asks.page.getByRole('dialog').getByRole('button', { name: '约这个时段' }).click()
  await asks.page.getByRole('dialog').waitFor({ state: 'detached' })

  const desk = await arrive({ as: 'st-sw-2' })
  await desk.opens('/staff/booking/index')
  await desk.sees('租客互助碰头')
  await desk.taps('议事厅，江一帆，同意')
  await desk.page.getByText('租客互助碰头').first().waitFor({ state: 'detached' })
  await goOn(minute, asks, desk)
  await asks.opens('/pages/message/index')
  await asks.sees('同意了，给您留好了')
  const neighbour = await arrive({ as: 'r-12' })
  await neighbour.opens('/pages/booking/index?c=lilan&room=room-council')
  await neighbour.taps(/^后天/)
  await neighbour.sees('租客互助碰头')
})
