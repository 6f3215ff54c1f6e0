import type { Page } from 'playwright-core'

/**
 * What is wrong with how the words of this screen stand in lines: a Chinese character alone on one, a time of day
 * broken in two, words that are cut off or run out at the side.
 */
export const troublesOfLines = (page: Page, left: string): Promise<string[]> => page.evaluate(broken, left)

/** Runs in the page. A text is what one block holds, over all the pieces that run on within its lines. */
function broken(left: string): string[] {
  const told = new Set<string>()
  const texts = new Map<Element, Text[]>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let block = node.parentElement
    if (!block || !node.nodeValue?.trim() || block.closest(`${left}, script, style`) || !block.checkVisibility())
      continue
    while (block.parentElement && getComputedStyle(block).display === 'inline') block = block.parentElement
    texts.set(block, [...(texts.get(block) ?? []), node as Text])
  }

  for (const [block, nodes] of texts) {
    const signs = nodes.flatMap((node) =>
      [...(node.nodeValue ?? '')].map((sign, at, all) => {
        const range = document.createRange()
        const start = all.slice(0, at).join('').length
        range.setStart(node, start)
        range.setEnd(node, start + sign.length)
        return { sign, box: range.getBoundingClientRect() }
      }),
    )
    const drawn = signs.filter(({ box }) => box.width > 0)
    const text = drawn.map(({ sign }) => sign).join('')
    const lines: (typeof drawn)[] = []
    for (const each of drawn) {
      const line = lines.at(-1)
      const before = line?.at(-1)
      // Smaller letters on the same line stand within its height.
      if (
        line &&
        before &&
        each.box.top < before.box.bottom - before.box.height / 3 &&
        each.box.bottom > before.box.top
      )
        line.push(each)
      else lines.push([each])
    }
    const written = lines.map((line) => line.map(({ sign }) => sign).join(''))
    if (lines.length > 1)
      // A mark without any letter, or one character with its marks.
      for (const line of written)
        if (/^[^\p{L}\d＿]*\p{Script=Han}?[^\p{L}\d＿]*$/u.test(line) && line.trim() !== '')
          told.add(`“${line}” is alone on a line: ${text}`)
    for (const [time] of text.matchAll(/\d{1,2}:\d{2}/g))
      if (!written.some((line) => line.includes(time))) told.add(`“${time}” is broken in two: ${text}`)

    const style = getComputedStyle(block)
    if (style.overflowX === 'hidden' && style.textOverflow === 'ellipsis' && block.scrollWidth > block.clientWidth + 1)
      told.add(`“${text}” is cut off`)
    // One that is drawn with a border of its own, and holds nothing but these words.
    const bordered = block.matches('[role=button]') && getComputedStyle(block).borderLeftWidth !== '0px'
    const button = bordered ? block.getBoundingClientRect() : undefined
    if (button && drawn.some(({ box }) => box.right > button.right - 4 || box.left < button.left + 4))
      told.add(`“${text}” fills its button to the edge`)
    let slides = false
    for (let around: Element | null = block; around; around = around.parentElement)
      slides ||= ['auto', 'scroll', 'hidden'].includes(getComputedStyle(around).overflowX)
    if (!slides && drawn.some(({ box }) => box.right > innerWidth + 1 || box.left < -1))
      told.add(`“${text}” runs out at the side`)
  }

  const measure = document.createElement('canvas').getContext('2d')
  for (const input of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    if (!measure || !input.checkVisibility() || input.value !== '') continue
    const style = getComputedStyle(input)
    measure.font = `${style.fontSize} ${style.fontFamily}`
    const room = input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    if (measure.measureText(input.placeholder).width > room + 1) told.add(`the hint “${input.placeholder}” is cut off`)
  }
  return [...told]
}
