import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../local/bundle'
import { minute } from '../../src/domain/day'
import type { Roster } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { company } from './company'
import type { Manner, Visitor } from './visitor'

const { arrive, local } = company()

const title = '周末手作：一起做灯笼'

/** With LINLI_LOOK each step leaves a picture: ordinary, elder or dark. */
const light = process.env.LINLI_LOOK as 'ordinary' | 'elder' | 'dark' | undefined
const manner: Manner = light
  ? { size: light === 'elder' ? 'largest' : 'standard', scheme: light === 'dark' ? 'dark' : 'light' }
  : {}
let step = 0
async function look(visitor: Visitor, name: string): Promise<void> {
  step += 1
  if (!light) return
  const folder = join(root, '.cache', 'day')
  mkdirSync(folder, { recursive: true })
  await visitor.page.screenshot({ path: join(folder, `${String(step).padStart(2, '0')}-${name}.${light}.png`) })
}

/** The centre's clock goes on, and the timers with it. */
async function goOnTo(at: number): Promise<void> {
  local().clock.set(at)
  await local().fire('sweep')
  await local().fire('tell')
}

test('from the organiser’s plan to what the neighbours thought of it', async () => {
  const organiser = await arrive({ as: 'st-mm-1', ...manner })
  await organiser.opens('/staff/activity/index')
  await organiser.taps('从菜单挑')
  await organiser.taps('儿童课后与假期')
  await look(organiser, 'menu')
  await organiser.page.getByRole('link', { name: '画画手工' }).last().click()
  await organiser.sees('已存好')
  await organiser.writes('名称', title)
  await organiser.writes('地点', '三楼亲子室')
  await organiser.page.getByRole('textbox', { name: /^位子/ }).fill('2')
  await look(organiser, 'plan')
  // Asked for right after the last key: what was written is saved first, and nobody is in one's own way.
  await organiser.taps('请人审')
  await organiser.sees('审过就发')

  const worker = await arrive({ as: 'st-sw-2', ...manner })
  await worker.opens('/staff/activity/index')
  await worker.taps('草稿')
  await look(worker, 'drafts')
  await worker.taps(new RegExp(`^${title}`))
  await worker.sees('已存好')
  await worker.taps('发布')
  await worker.answers(`发布“${title}”？`, '发布')
  await worker.sees('还没有人报名')
  await look(worker, 'published')
  const id = new URL(worker.page.url().replace('#', '')).searchParams.get('id') ?? ''
  const card = `/pages/activity/index?c=lilan&id=${id}&d=card`

  // A family takes both seats.
  const family = await arrive({ as: 'r-43', ...manner })
  await family.opens(card)
  await family.taps('覃浩然')
  await family.taps('覃朵朵')
  await family.taps(/^(报名|我去)$/)
  await family.sees(/报上了/)

  // Somebody who was never here opens the card that a neighbour shared, and signs up her two children: they wait.
  const mother = await arrive(manner)
  await mother.opens(card)
  await mother.sees(/位子满了|坐满了|可以排队/)
  await look(mother, 'opened-cold')
  await mother.taps(/^(排队候补|帮我排队)$/)
  await mother.writes('怎么称呼您？', '邓小梅')
  await mother.taps(/35⁠?–⁠?59 岁/)
  await look(mother, 'who-she-is')
  await mother.taps(/^同意，/)
  await look(mother, 'not-for-her')
  await mother.taps(/^(加上家人，替他报名|给家里人报)$/)
  for (const [name, year, month] of [
    ['大宝', '2017', '3'],
    ['二宝', '2020', '9'],
  ] as const) {
    await mother.taps(/^(加一位家人|加家人)$/)
    await mother.taps(/^孩子$/)
    await mother.writes('怎么称呼？', name)
    await mother.writes('哪一年生？', year)
    await mother.writes('几月？', month)
    await look(mother, 'a-child')
    await mother.taps(/^同意，加/)
    await mother.page.getByRole('dialog').waitFor({ state: 'detached' })
    await mother.sees(name)
  }
  await mother.page.goBack()
  // Choosing is not deciding: nobody is in the line before she says so.
  await mother.taps('大宝')
  await mother.taps('二宝')
  await look(mother, 'both-chosen')
  await mother.taps(/^(排队候补|帮我排队)$/)
  await mother.sees(/排上队了/)
  await look(mother, 'in-the-line')
  const { parties } = roster(id)
  expect(parties.map(({ people, state }) => [people.length, state])).toEqual([
    [2, 'seated'],
    [2, 'waiting'],
  ])

  // The first family cannot come; the two who wait have the seats, both, and their mother is told.
  await family.taps(/^(退掉|不去了)$/)
  await family.answers(/要退掉吗？|真的不去了？/, /退掉|不去了/)
  await family.page.getByRole('dialog').waitFor({ state: 'detached' })
  await goOnTo(local().clock.now())
  await mother.opens('/pages/message/index')
  await mother.sees('轮到您了，有位子')
  await look(mother, 'told')
  await mother.opens('/pages/table/index')
  await mother.sees(/大宝、二宝/)
  await look(mother, 'her-table')

  // The day: both are checked in with one tap.
  await goOnTo(roster(id).startsAt - 10 * minute)
  const desk = await arrive({ as: 'st-mm-1', ...manner })
  await desk.opens(`/staff/attendance/index?id=${id}`)
  await look(desk, 'desk')
  await desk.taps('大宝、二宝，签到')
  await desk.sees(/按名字/)
  await look(desk, 'checked-in')

  // Afterwards she says how it was, for each of them, with as many questions as fit the child.
  await goOnTo(roster(id).endsAt + 125 * minute)
  await mother.page.clock.setSystemTime(local().clock.now())
  await mother.opens('/pages/message/index')
  await mother.sees('这次怎么样？评一评')
  await mother.opens('/pages/table/index')
  await look(mother, 'to-rate')
  await mother.taps(`${title}，评一评`)
  await mother.sees(/喜欢吗/)
  await look(mother, 'rating-of-a-child')
  await mother.taps('喜欢')
  await mother.taps('交上去')
  await mother.taps(/^二宝/)
  const questions = mother.page.getByRole('radiogroup').filter({ visible: true })
  await look(mother, 'rating')
  for (let at = (await questions.count()) - 1; at > 0; at -= 1)
    await questions.nth(at).getByRole('radio').nth(1).click()
  await look(mother, 'rated')
  await mother.taps('交上去')
  await mother.sees('谢谢您说实话')

  // The organiser answers in public; a person looks at the words first; she reads what became of it.
  const answering = await arrive({ as: 'st-mm-1', ...manner })
  await answering.opens('/staff/rating/index')
  await answering.taps(`${title}，公开回一句`)
  await answering.writes('公开回一句', '灯笼在前台，随时来拿。')
  await look(answering, 'reply')
  await answering.taps(/^回$/)
  await answering.sees('已回')
  const committee = await arrive({ as: 'st-cm-1', ...manner })
  await committee.opens('/staff/review/index')
  const words = committee.page.locator('.review-card').filter({ hasText: '灯笼在前台' })
  await look(committee, 'review')
  await words.getByRole('button', { name: '可以显示' }).click()
  await words.waitFor({ state: 'detached' })
  await mother.opens('/pages/message/past')
  await mother.sees('主办方说：灯笼在前台，随时来拿。')
  await look(mother, 'what-became-of-it')
}, 90_000)

/** The activity's list as it stands in the database. */
function roster(id: string) {
  const [found] = local().store.find('rosters', { filter: { _id: id } }) as unknown as Roster[]
  if (!found) throw new Error(`no roster ${id}`)
  return { ...found, parties: seats(found, local().clock.now()).parties }
}
