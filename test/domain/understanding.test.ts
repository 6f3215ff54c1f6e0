import { prepared } from '../../cloudfunctions/thesaurus/thesaurus'
import { understand } from '../../src/domain/understanding'

const words = prepared()
const read = (text: string) => understand(text, words)
const best = (text: string) => read(text).concepts[0]?.code

describe('what is meant', () => {
  it.each([
    ['厨房水龙头一直滴水，拧不紧', 'leaking-tap'],
    ['個水喉成日滴水，閂唔實', 'leaking-tap'],
    ['廁所塞咗，沖唔落去', 'clogged-toilet'],
    ['我妈瞓唔着，成晚眼光光', 'insomnia'],
    ['湊仔湊到好攰，想搵人傾偈', 'elder-lonely'],
    ['想借把梯子换灯泡', 'borrow-ladder'],
    ['退休电工，可以帮老人换灯修插座', 'skill-electrical'],
  ])('%s', (text, code) => {
    expect(
      read(text)
        .concepts.slice(0, 3)
        .map((each) => each.code),
    ).toContain(code)
  })

  it('what is said not to be meant is left out', () => {
    expect(best('不是水龙头漏水，是马桶堵了')).toBe('clogged-toilet')
  })

  it('confidences are between nothing and all, and fall', () => {
    const sure = read('想找人陪我妈去医院复查').concepts.map(({ score }) => score)
    expect(sure).toEqual([...sure].sort((one, other) => other - one))
    expect(sure.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1.000001)
    expect(Math.min(...sure)).toBeGreaterThanOrEqual(0)
  })

  it('reasons are words of the text, not of the thesaurus alone', () => {
    const [meaning] = read('马桶堵了，水往上冒').concepts
    expect(meaning?.why.length).toBeGreaterThan(0)
  })

  it.each(['', ' ', '。。。', 'ok', '😀', 'a'.repeat(2000), '水'.repeat(2000)])(
    'nothing is made of %j without harm',
    (text) => {
      expect(() => read(text)).not.toThrow()
    },
  )
})

describe('which side someone is on', () => {
  it.each([
    ['谁会修水龙头', 'need'],
    ['我会修水龙头', 'offer'],
    ['我不会用手机', 'need'],
    ['愿意教老人用手机，免费', 'offer'],
    ['下水道堵了可以找我', 'offer'],
    ['孩子数学跟不上', 'need'],
  ])('%s', (text, side) => expect(read(text).side).toBe(side))
})

describe('times', () => {
  const span = (text: string) =>
    read(text).when.map(({ weekdays, inDays, week, from, until }) => [weekdays, inDays, week, from, until])
  const [am, noon, six] = [9 * 60, 12 * 60, 18 * 60]
  it.each([
    ['周六上午有空', [[[6], null, null, am, noon]]],
    ['明天下午三点', [[[], 1, null, 15 * 60, 16 * 60]]],
    ['三点到五点', [[[], null, null, 15 * 60, 17 * 60]]],
    ['晚上七点后都行', [[[], null, null, 19 * 60, null]]],
    ['周一到周五下午', [[[1, 2, 3, 4, 5], null, null, 14 * 60, six]]],
    ['禮拜日朝早', [[[7], null, null, am, noon]]],
    [
      '周六上午或者周日下午两点到四点',
      [
        [[6], null, null, am, noon],
        [[7], null, null, 14 * 60, 16 * 60],
      ],
    ],
    ['下周三早上九点半', [[[3], null, 'next', 9 * 60 + 30, 10 * 60 + 30]]],
    ['每周二、四晚上7:30-9点', [[[2, 4], null, null, 19 * 60 + 30, 21 * 60]]],
    ['听日上午', [[[], 1, null, am, noon]]],
    ['十二点前', [[[], null, null, null, noon]]],
    ['有一点漏水', []],
    ['周一三个人来', [[[1], null, null, null, null]]],
  ])('%s', (text, expected) => expect(span(text)).toEqual(expected))
})

describe('for whom', () => {
  it.each([
    ['给八十五岁的奶奶', ['80+'], false],
    ['我妈想学手机', ['60-79', '80+'], true],
    ['孩子上二年级', ['7-12'], false],
    ['女儿13岁', ['13-17'], false],
    ['宝宝八个月大', ['0-3'], false],
    ['帮我搬个柜子', [], false],
  ])('%s', (text, bands, doubtful) => {
    const { whom } = read(text)
    expect([whom.bands, whom.doubtful]).toEqual([bands, doubtful])
  })
})

describe('what must not wait', () => {
  it.each([
    ['我不想活了', 'life-threat', 'stop'],
    ['屋里有煤氣味', 'gas-fire', 'ask'],
    ['老公正在打我', 'violence-now', 'stop'],
    ['老人晕倒了叫不醒', 'medical', 'ask'],
    ['困在电梯里了', 'trapped', 'ask'],
    ['我跌倒了起不来', 'medical', 'ask'],
    ['老伴走丢了', 'missing-person', 'ask'],
    ['他又打我', 'violence-now', 'stop'],
    ['刚被骗了两千块', 'fraud-now', 'stop'],
    ['水管漏水想找人修。另外我真的不想活了', 'life-threat', 'stop'],
    ['奶奶走失了', 'missing-person', 'ask'],
    ['女儿失踪了好怕', 'missing-person', 'ask'],
    ['我妈中风了，嘴歪', 'medical', 'ask'],
    ['老伴好像脑梗了，平时我照顾', 'medical', 'ask'],
    ['触电了', 'medical', 'ask'],
    ['我爸不小心触电了快打电话', 'medical', 'ask'],
    ['他拿刀', 'violence-now', 'stop'],
    ['他拿着菜刀逼我借钱', 'violence-now', 'stop'],
    ['有人撬我家门', 'violence-now', 'stop'],
    ['门口有陌生人在砸门锁，能快点来吗', 'violence-now', 'stop'],
    ['有人在打我妈，快来人', 'violence-now', 'stop'],
    ['隔壁在打人，救命', 'violence-now', 'stop'],
    ['邻居家在打孩子', 'violence-now', 'stop'],
    ['他在打我，快打电话报警', 'violence-now', 'stop'],
    ['电梯困住了', 'trapped', 'ask'],
    ['被困在三楼电梯里好怕', 'trapped', 'ask'],
    ['我把药全吃了', 'life-threat', 'stop'],
    ['他把一瓶安眠药都吞了', 'life-threat', 'stop'],
    ['她喝了农药', 'life-threat', 'stop'],
    ['我把整瓶的药吃了', 'life-threat', 'stop'],
    ['她把安眠药吃了', 'life-threat', 'stop'],
  ])('%s', (text, code, mode) => expect(read(text).emergency).toMatchObject({ code, mode }))

  it.each([
    '热水器打不着火',
    '他又打我电话催',
    '猫走丢了',
    '老人怕走丢',
    '老公打我',
    '跳楼价大甩卖的家具能买吗',
    '想学急救，怎么办学习班',
    '小区消防演练什么时候',
    '怕奶奶走失，想要防走失手环',
    '手机不见了',
    '中风康复',
    '爸爸中风了三年，想找人陪练走路',
    '中风后遗症嘴歪怎么练',
    '怎么预防中风',
    '触电培训',
    '怕老人触电，想检查线路',
    '接到诈骗电话',
    '拿刀去磨',
    '老人手抖拿刀切菜不稳',
    '有人会撬锁吗',
    '钥匙锁屋里了，帮忙撬门',
    '门锁被撬坏了想换',
    '他在打我电话',
    '一直在打人工客服',
    '孩子在打预防针',
    '楼下有人在打牌很吵',
    '电梯坏了',
    '电梯卡住了要修',
    '困在家里没人说话，电梯又坏了',
    '提醒老人把药吃了',
    '希望志愿者每天上门看着老人把降压药吃了',
    '想找人每天中午来帮我妈把药喝了',
    '请人看着我妈把药吃了',
    '她把药吃了，好多了',
    '药都吃完了，要去医院拿药',
  ])('%s', (text) => {
    expect(read(text).emergency).toBeNull()
  })
})

describe('money and haste', () => {
  it.each([
    ['有偿请人搬家', 'paid'],
    ['免费教毛笔字', 'free'],
    ['想学毛笔字', null],
  ])('%s', (text, money) => expect(read(text).money).toBe(money))

  it.each([
    ['马上来，水漏得很厉害', 'now'],
    ['这两天能来看看吗', 'soon'],
    ['想学太极', 'whenever'],
  ])('%s', (text, urgency) => expect(read(text).urgency).toBe(urgency))
})
