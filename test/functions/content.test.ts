import { isHarmless } from '../../cloudfunctions/runtime/content'

test.each([
  '打 13800138000 找我',
  '１３８００１３８０００',
  '138 001 38000',
  '138-0013-8000',
  '1 3 8 不是，是 138.0013.8000',
  '一三八零零一三八零零零',
  '座机 0755-12345678',
  '我住 1栋2单元',
  '3号楼 502',
  '502室，敲门就行',
  '微信号是abcd1234',
  '加微信：abcdefg',
  'QQ 123456',
])('“%s” is for a person to look at', (text) => {
  expect(isHarmless(text)).toBe(false)
})

test.each([
  '老师很有耐心，讲得明白。',
  '12 月 3 日 9:30–11:00，二楼长者活动室',
  '2026-12-03 14:30 开始，16:00 结束',
  '材料费 15 元，带 2 个杯子',
  '来了 30 个人，坐得挤',
  '十一点半散，二零二六年再来',
  '微信里也能报名',
  '13 到 17 岁的孩子，14 人',
])('“%s” is harmless', (text) => {
  expect(isHarmless(text)).toBe(true)
})
