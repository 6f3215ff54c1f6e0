import { company } from './company'

const { arrive } = company()

test('梁 came and says how it was, changes it once, and reads what the organiser answered', async () => {
  const came = await arrive({ as: 'r-42' })
  await came.opens('/pages/rating/index?id=p-80')
  await came.sees('摄影队：给长者拍像')
  await came.taps('交上去')
  await came.sees('还有没点的')
  for (const at of [0, 1, 2]) await came.page.getByRole('radiogroup').nth(at).getByRole('radio').nth(1).click()
  await came.taps('想多说几句（可不答）')
  await came.taps('有耐心，不催')
  await came.writes('想说就说两句', '拍得好看，谢谢。')
  await came.taps('交上去')
  await came.sees('谢谢您说实话')
  await came.taps('改一改')
  await came.page.getByRole('radiogroup').nth(0).getByRole('radio').nth(0).click()
  await came.taps('交上去')
  await came.sees('很好')
  expect(await came.page.getByRole('button', { name: '改一改' }).count()).toBe(0)

  const committee = await arrive({ as: 'st-cm-1' })
  await committee.opens('/staff/rating/index')
  await committee.taps('摄影队：给长者拍像，公开回一句')
  await committee.writes('公开回一句', '照片洗好了，前台领。')
  await committee.taps(/^回$/)
  await committee.sees('已回')
  // Who comes by the web is not known to WeChat's check: a person looks at what they wrote, and at the reply.
  await committee.opens('/staff/review/index')
  for (const words of ['照片洗好了，前台领。', '拍得好看，谢谢。']) {
    const card = committee.page.locator('.review-card').filter({ hasText: words })
    await card.getByRole('button', { name: '可以显示' }).click()
    await card.waitFor({ state: 'detached' })
  }

  await came.taps('看大家怎么说')
  await came.sees('拍得好看，谢谢。')
  await came.sees('照片洗好了，前台领。')
})

test('a low rating is asked about by the committee; words with a phone are shown only once a person let them', async () => {
  const came = await arrive({ as: 'r-32' })
  await came.opens('/pages/rating/index?id=p-80')
  for (const at of [0, 1, 2]) await came.page.getByRole('radiogroup').nth(at).getByRole('radio').nth(4).click()
  await came.taps('想多说几句（可不答）')
  await came.writes('想说就说两句', '找我谈：13912345678')
  await came.taps('交上去')
  await came.sees('写的话还在看，看好了别人才看得到。')

  const committee = await arrive({ as: 'st-cm-1' })
  await committee.opens('/staff/review/index')
  const card = committee.page.locator('.review-card').filter({ hasText: '评价里的话' })
  await card.getByText('13912345678').waitFor()
  await card.getByRole('button', { name: '不显示' }).click()
  await card.getByRole('button', { name: '有电话或住址' }).click()
  await committee.page.getByText('等人看的话').waitFor({ state: 'detached' })
  await came.opens('/pages/rating/summary?id=p-80')
  await came.sees('说得多的')
  expect(await came.page.getByText('13912345678').count()).toBe(0)
})
