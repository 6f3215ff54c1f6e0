import { drawPoster, type Pen, posterSize, wrapped } from '../../src/staff/share/drawing'

/** A pen that writes down what it was asked to draw; a letter is as wide as its size, a digit half of that. */
function pen() {
  const texts: { text: string; x: number; y: number; size: number; align: unknown }[] = []
  const boxes: [number, number, number, number][] = []
  const size = (font: string) => Number(/(\d+)px/.exec(font)?.[1])
  const width = (text: string, font: string) =>
    [...text].reduce((sum, letter) => sum + (/[ -~]/.test(letter) ? 0.5 : 1) * size(font), 0)
  const it: Pen = {
    fillStyle: '',
    font: '',
    textAlign: '',
    textBaseline: '',
    fillRect: (...box) => void boxes.push(box),
    fillText: (text, x, y) => void texts.push({ text, x, y, size: size(it.font), align: it.textAlign }),
    measureText: (text) => ({ width: width(text, it.font) }),
    drawImage: (_, ...box) => void boxes.push(box),
  }
  return { it, texts, boxes, width }
}

const poster = {
  kicker: '荔澜社区党群服务中心',
  title: '这是一个很长很长的活动名字，长到一行放不下，两行也未必放得下，还要再多一些',
  lines: ['12 月 3 日 周四 9:30–11:00', '一楼多功能厅', '60 岁以上', '一共 30 个位子，先到先坐，满了可以排队'],
  scan: '微信扫一扫报名',
  help: '不会扫？一楼前台有人帮您报。',
  link: 'http://127.0.0.1:8420/#/pages/activity/index?c=lilan&id=f-01&d=poster',
}

test.each([
  ['an ordinary code', null],
  ['WeChat’s own picture', {}],
])('with %s everything of a poster lies on the sheet, and no words on the code', (_, image) => {
  const { it, texts, boxes, width } = pen()
  drawPoster(it, poster, image)
  const { width: wide, height } = posterSize
  const code = boxes.find(([, , w, h]) => w === h && w > 400) as [number, number, number, number]
  for (const { text, x, y, size, align } of texts) {
    const long = width(text, `${size}px`)
    const left = align === 'center' ? x - long / 2 : x
    expect(left).toBeGreaterThanOrEqual(0)
    expect(left + long).toBeLessThanOrEqual(wide)
    expect(y + size).toBeLessThanOrEqual(height)
    expect(y + size <= code[1] || y >= code[1] + code[3]).toBe(true)
  }
  for (const [x, y, w, h] of boxes) expect(x >= 0 && y >= 0 && x + w <= wide && y + h <= height).toBe(true)
})

test('no line begins with a mark that clings to the word before it', () => {
  const { it } = pen()
  it.font = '100px'
  expect(wrapped(it, '今天下午，我们去公园。', 400)).toEqual(['今天下午，', '我们去公', '园。'])
})
