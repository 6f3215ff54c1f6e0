import { printedCode, type Proof, shownParts } from '../../src/domain/proof'
import type { Centre } from '../../src/domain/centre'
import { Sheet } from './sheet'

const ahead = 8 * 60 * 60 * 1000
const dateOf = (at: number): string => {
  const local = new Date(at + ahead)
  return `${local.getUTCFullYear()} 年 ${local.getUTCMonth() + 1} 月 ${local.getUTCDate()} 日`
}
const monthWords = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
const hoursWords = (minutes: number): string => `${(minutes / 60).toFixed(1)} 小时`

const left = 72
const right = Sheet.width - left
const wide = right - left

/** The proof on paper: who, what and how long, who issues it, its number and how to check it. */
export function drawProof(proof: Proof, name: string, centre: Centre, address: string): Promise<Buffer> {
  const sheet = new Sheet('志愿服务记录证明', proof.issuedAt)
  sheet.text(centre.name, Sheet.width / 2, 70, 13, 'center')
  sheet.text('志愿服务记录证明', Sheet.width / 2, 96, 26, 'center')
  sheet.text(`编号 ${printedCode(proof._id)}`, Sheet.width / 2, 140, 11, 'center')
  sheet.rule(left, 166, wide)
  const period =
    proof.from === proof.until ? monthWords(proof.from) : `${monthWords(proof.from)}至 ${monthWords(proof.until)}`
  const told = `兹证明 ${name} 在 ${period}期间，参加本中心志愿服务 ${proof.services} 次，经对方确认的服务时间共 ${hoursWords(proof.minutes)}（${proof.minutes} 分钟）。`
  let y = sheet.paragraph(told, left, 186, 14, wide) + 14
  const columns = [left + 4, right - 130, right - 4] as const
  sheet.text('服务内容', columns[0], y, 11)
  sheet.text('次数', columns[1], y, 11, 'right')
  sheet.text('时间', columns[2], y, 11, 'right')
  y += 20
  sheet.rule(left, y, wide, '#B5AA9C')
  for (const part of shownParts(proof.parts, '其他')) {
    y += 8
    sheet.text(part.title, columns[0], y, 12)
    sheet.text(String(part.times), columns[1], y, 12, 'right')
    sheet.text(hoursWords(part.minutes), columns[2], y, 12, 'right')
    y += 20
    sheet.rule(left, y, wide, '#EADFCE')
  }
  const foot = Sheet.height - 210
  sheet.rule(left, foot, wide)
  sheet.code(address, left, foot + 16, 92)
  sheet.text('扫一扫或输入编号，可以核对', left + 108, foot + 22, 11)
  sheet.text(`编号 ${printedCode(proof._id)}`, left + 108, foot + 42, 11)
  sheet.text('时间由被服务的人或工作人员确认，每一笔都查得到来处。', left + 108, foot + 62, 9)
  sheet.text('姓名由本人填写。本证明免费出具。', left + 108, foot + 78, 9)
  sheet.text(centre.name, right, foot + 108, 13, 'right')
  sheet.text(centre.address, right, foot + 130, 9, 'right')
  sheet.text(dateOf(proof.issuedAt), right, foot + 146, 12, 'right')
  return sheet.file()
}
