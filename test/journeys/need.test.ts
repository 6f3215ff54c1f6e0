import { randomUUID } from 'node:crypto'
import { day } from '../../src/domain/day'
import { type Draft, planOf } from '../../src/domain/activity-draft'
import { company } from './company'
import type { Visitor } from './visitor'

const { arrive, local } = company()

/** Staff look at words that came by the web, and let neighbours see them. */
async function letsPass(staff: Visitor, words: string): Promise<void> {
  await staff.opens('/staff/need/index?c=lilan')
  await staff.taps('等放行的话')
  await staff.sees(words)
  const card = staff.page.locator('.card').filter({ hasText: words })
  await card.getByRole('button', { name: '可以放' }).click()
  await card.waitFor({ state: 'detached' })
}

async function says(visitor: Visitor, sentence: string): Promise<void> {
  await visitor.page.getByRole('textbox').first().fill(sentence)
  await visitor.taps(/^(看看懂没懂|写好了)$/)
  await visitor.sees(/听懂的是这样/)
}

test('黄秀莲 types that a pipe drips; 冯 is asked, says yes, mends it; she says it is done', async () => {
  const elder = await arrive({ as: 'r-01', size: 'largest' })
  await elder.opens('/pages/need/list?c=lilan')
  await elder.taps('我需要…')
  await says(elder, '水管一直滴水')
  await elder.sees('水龙头滴漏')
  await elder.taps('对，就这样')
  await elder.sees('能帮上您的邻居')
  await elder.sees(/会修水管|水龙头滴漏/)
  expect(await elder.has('冯')).toBe(false)
  // Nobody's phone is shown to anybody unless they say so.
  const phone = elder.page.getByRole('checkbox', { name: '让对方看到我的电话' }).first()
  expect(await phone.getAttribute('aria-checked')).toBe('false')
  await elder.sees('不给电话。有话请前台转。')
  await elder.page
    .getByRole('button', { name: /^请他帮忙/ })
    .first()
    .click()
  await elder.sees('看看约的邻居：等回话')

  const helper = await arrive({ as: 'r-07' })
  await helper.opens('/pages/need/list?c=lilan')
  await helper.taps('我的')
  await helper.taps(/等您回话/)
  await helper.sees('为什么合适')
  // A person has not looked at her words yet: he reads what it is about, not what she wrote, and not who she is.
  expect(await helper.has('水管一直滴水')).toBe(false)
  expect(await helper.has('黄秀莲')).toBe(false)

  const staff = await arrive({ as: 'st-sw-2' })
  await letsPass(staff, '水管一直滴水')
  await helper.reloads()
  await helper.sees('水管一直滴水')
  await helper.taps('行，认识一下')
  await helper.sees('黄秀莲')

  await elder.reloads()
  await elder.sees('答应帮忙的邻居')
  await elder.taps('看看约的邻居：约好了')
  await elder.sees('冯')
  await elder.taps('办好了')
  await elder.taps('挺好')
  await elder.taps('交上去')
  await elder.sees('记下了，谢谢。')
  await elder.opens('/pages/need/list?c=lilan')
  await elder.taps('我的')
  await elder.sees(/解决了\s· 水管一直滴水/)
})

test('thirty households want the same: a draft with a name and a date, and those who asked sign up first', async () => {
  const last = await arrive({ as: 'r-01' })
  const others = Array.from({ length: 28 }, (_, n) => `n-${String(n + 1).padStart(3, '0')}`)
  for (const who of others)
    expect(await last.meanwhile(who, 'need', 'want', { intent: randomUUID(), need: 'n-31' })).toMatchObject({
      ok: true,
    })
  await last.opens('/pages/need/index?c=lilan&id=n-31')
  await last.sees(/29\s户要，再有\s1\s户就筹备/)
  await last.taps(/^我也要/)
  await last.sees(/30\s户要，凑够了，正在筹备/)

  const staff = await arrive({ as: 'st-sw-2' })
  await staff.opens('/staff/need/index?c=lilan')
  const card = staff.page.locator('.card').filter({ hasText: '八段锦' })
  await card.getByText(/30\s户要/).waitFor()
  await card.getByRole('button', { name: '去筹备' }).click()
  await staff.sees('已存好')
  const id = new URL(staff.page.url().replace('#', '')).searchParams.get('id') ?? ''
  const startsAt = local().clock.now() + 12 * day
  const draft = local().store.find('drafts', { filter: { _id: id } })[0] as unknown as Draft
  expect(draft.wanted?.dueAt).toBeGreaterThan(local().clock.now())
  expect(draft.wanted?.owner).toBe(draft.createdBy)
  const filled = { ...planOf(draft), place: '多功能厅', startsAt, endsAt: startsAt + 3_600_000, capacity: 20 }
  const save = { intent: randomUUID(), activity: id, version: draft.version, ...filled }
  expect(await staff.meanwhile('st-sw-2', 'activity', 'saveDraft', save)).toMatchObject({ ok: true })
  await staff.reloads()
  await staff.sees('已存好')
  await staff.taps('发布')
  await staff.answers(/^发布/, '发布')
  await staff.sees('还没有人报名')

  // A stranger comes first, and waits; of those who asked each has a seat.
  const stranger = await arrive({ as: 'r-34' })
  await stranger.opens(`/pages/activity/index?c=lilan&id=${id}`)
  await stranger.sees('说过“我也要”的邻居')
  await stranger.taps(/^(报名|排队候补|我去|帮我排队)$/)
  await stranger.sees(/在排队|候补中|排上/)
  await local().fire('promises')
  await last.opens('/pages/message/index?c=lilan')
  await last.sees('您要的活动定下来了')
  await last.opens('/pages/need/index?c=lilan&id=n-31')
  await last.taps('已经定下来，去报名')
  await last.taps(/^(报名|我去)$/)
  await last.sees(/报上了/)
})

test('a need that nothing fits: it is said, with why, what happens next and by when', async () => {
  const author = await arrive({ as: 'r-22' })
  await author.opens('/pages/need/post?c=lilan&kind=need')
  await says(author, '想找人教我妈弹古筝，周三上午在中心')
  await author.taps('就这样，发出去')
  await author.sees('眼下没有合适的邻居')
  await author.sees(/社工最晚.*给您回话/)
  await author.sees('这一条留着')
  await author.sees('发出来了')

  const staff = await arrive({ as: 'st-sw-2' })
  await staff.opens('/staff/need/index?c=lilan')
  await staff.sees('想找人教我妈弹古筝')
  const card = staff.page.locator('.card').filter({ hasText: '古筝' })
  await card.getByRole('button', { name: /^回一句话/ }).click()
  await card.getByRole('textbox').fill('下个月有老师来试课，先给您留着。')
  await card.getByRole('button', { name: '发出去' }).click()
  await staff.sees('办好了')
  await author.reloads()
  await author.sees('社工回话：下个月有老师来试课，先给您留着。')
})
