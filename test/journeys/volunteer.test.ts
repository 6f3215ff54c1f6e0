import { company } from './company'
import type { Visitor } from './visitor'

const { arrive, local } = company()

/** What the centre's own function says, as somebody: to know which shifts of tomorrow there are. */
async function staffPlans(duty: string, title: string, from: string, to: string): Promise<void> {
  const tomorrow = local().clock.now() + 24 * 60 * 60 * 1000
  const midnight = Math.floor((tomorrow + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000
  const at = (clock: string) => midnight + Number(clock) * 3_600_000
  const role = {
    key: 'a',
    name: '帮手',
    count: 1,
    standby: 1,
    bands: ['18-34', '35-59', '60-79'],
    skills: [],
    licensed: false,
    training: ['basics'],
    withWhom: null,
    language: null,
  }
  const visitor = await arrive({ as: 'st-sw-2' })
  const planned = await visitor.meanwhile('st-sw-2', 'shift', 'plan', {
    intent: `intent-${duty}`,
    duty,
    title,
    place: '一楼大厅',
    placeKind: 'centre',
    activity: null,
    team: null,
    when: { kind: 'once', startsAt: at(from), endsAt: at(to) },
    roles: [role],
  })
  expect(planned).toMatchObject({ ok: true })
}

/** The page of a shift that lacks somebody, by what it is called. */
async function pageOf(visitor: Visitor, about: string): Promise<string> {
  const { value } = (await visitor.meanwhile('st-sw-2', 'shift', 'atRisk', {})) as {
    value: { shift: { id: string; about: string } }[]
  }
  return `/pages/volunteer/shift?id=${value.find(({ shift }) => shift.about === about)?.shift.id}`
}

test('覃 registers, is let in by the social worker, takes a shift, and is told why she cannot take the one beside it', async () => {
  await staffPlans('journey-morning', '早茶摆台', '9', '11')
  await staffPlans('journey-overlap', '门口引路', '10', '12')

  const qin = await arrive({ as: 'r-43' })
  await qin.opens('/pages/volunteer/index')
  await qin.taps('我想帮忙')
  await qin.sees('一般什么时候有空？')
  await qin.taps('登记好了')
  await qin.sees('至少点一个有空的时间')
  for (const part of ['平日上午', '周末上午', '照护健康', '会做饭', '这些我都做得到']) await qin.taps(part)
  await qin.taps('登记好了')
  await qin.sees('登记收到了')

  const worker = await arrive({ as: 'st-sw-2' })
  await worker.opens('/staff/volunteer/index')
  await worker.taps(/^覃秋月/)
  await worker.sees('会做饭')
  await worker.taps('看过了，约培训')
  await worker.taps('记上：义工入门培训做完了')
  await worker.taps('可以上岗了')
  await worker.sees('在岗')

  await qin.reloads()
  await qin.sees('这周能做什么')
  await qin.taps(/^早茶摆台/)
  await qin.sees(/还差/)
  await qin.taps('报这一班')
  await qin.sees('算您一个')

  // The other one lies within the first: it is not proposed, and where she opens it she is told what it clashes with.
  await qin.opens('/pages/volunteer/index')
  await qin.sees('我的班次')
  await qin.sees(/还差/)
  expect(await qin.has(/^门口引路/)).toBe(false)
  await worker.opens('/staff/volunteer/shifts')
  await worker.sees(/门口引路/)
  await qin.opens(await pageOf(worker, '门口引路'))
  await qin.sees('时间撞上了')
  await qin.sees(/那时您有“早茶摆台/)
  expect(await qin.page.getByRole('button', { name: '报这一班' }).count()).toBe(0)
})

test('whoever cannot come offers the seat to somebody by name, who takes it over', async () => {
  await staffPlans('journey-swap', '傍晚收拾', '16', '18')
  const jiang = await arrive({ as: 'r-34' })
  await jiang.opens(await pageOf(jiang, '傍晚收拾'))
  await jiang.taps('报这一班')
  await jiang.taps('找人替')
  await jiang.writes('他叫什么？', '没这个人')
  await jiang.taps('发给他')
  await jiang.sees('没找到这个人')
  await jiang.writes('他叫什么？', '冯建东')
  await jiang.taps('发给他')
  await jiang.sees('等他回话，还是您的班')

  const feng = await arrive({ as: 'r-07' })
  await feng.opens('/pages/message/index')
  await feng.taps(/想请您替一班/)
  await feng.taps('我来替')
  await feng.sees('算您一个')
  await jiang.reloads()
  await jiang.sees(/够人了|排候补/)
})
