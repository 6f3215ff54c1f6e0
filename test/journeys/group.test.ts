import { company } from './company'

const { arrive } = company()

test('who has joined a group puts nobody of the family in by tapping once more: the next one is chosen by name', async () => {
  const chan = await arrive({ as: 'r-03' })
  await chan.opens('/pages/group/index?c=lilan&id=gr-choir')
  await chan.taps('加入小组')
  await chan.sees('陈婉群在小组里')
  expect(await chan.control('加入小组').count()).toBe(0)

  await chan.taps('家里人也要加入')
  // The same place on the screen, tapped again, does nothing before somebody is chosen.
  await expect(chan.page.getByRole('button', { name: '加入小组' }).getAttribute('aria-disabled')).resolves.toBe('true')
  expect(await chan.has('我自己')).toBe(false)
  await chan.taps('陈伯涛')
  await chan.taps('给陈伯涛加入')
  await chan.sees('陈伯涛在小组里')
  expect(await chan.has('家里人也要加入')).toBe(false)

  await chan.page.getByRole('button', { name: '退出' }).last().click()
  await chan.sees(/^陈伯涛的位子会让给排队的人/)
  await chan.answers('退出老街合唱队？', '退出')
  await chan.sees('退出了')
  expect(await chan.has('陈婉群在小组里')).toBe(true)
})
