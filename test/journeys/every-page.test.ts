import { outputOf } from '../../local/build'
import type { Local } from '../../local/local'
import { openDemo } from './demo'
import { Package } from './mini-program/package'
import { Phone } from './mini-program/phone'

let local: Local
beforeAll(async () => {
  local = await openDemo()
})
afterAll(() => local.stop())

test('every page of the mini-program opens cold for a stranger, says something, and complains of nothing', async () => {
  for (const page of Package.at(outputOf('weapp')).pages) {
    const phone = await Phone.start({ built: outputOf('weapp'), cloud: local.url, openid: 'oa', now: local.clock.now })
    phone.open(`${page}?id=f-10`)
    await phone.sees(/[\u4e00-\u9fff]{4}/)
    await phone.settles()
    expect({ page, complaints: phone.complaints }).toEqual({ page, complaints: [] })
    phone.close()
  }
})
