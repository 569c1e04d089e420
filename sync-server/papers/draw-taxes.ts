/** For each rate what it is on and what it comes to (D-41). */
import type { TaxSum } from '../../domain/billing/tax.ts'
import { billing } from '../../domain/words/english/billing.ts'
import { onPaper } from '../../domain/words/english/on-paper.ts'
import type { Flow } from './flow.ts'
import { ink, page, type Sheet } from './sheet.ts'

const width = 300
const left = page.width - page.margin - width
const column = width / 4

export function drawTaxes(
  sheet: Sheet,
  flow: Flow,
  taxes: readonly TaxSum[],
  taxName: string,
): void {
  if (taxes.every(({ basisPoints }) => basisPoints === 0)) return
  flow.need(30 + 15 * taxes.length)
  row(sheet, flow.at, ['', onPaper.net, taxName, onPaper.gross], 8)
  sheet.rule(left, flow.at + 5, width)
  flow.at += 19
  for (const { basisPoints, base, tax, total } of taxes) {
    const cells = [onPaper.percent(basisPoints), ...[base, tax, total].map(billing.money)]
    row(sheet, flow.at, cells, 9)
    sheet.rule(left, flow.at + 5, width)
    flow.at += 15
  }
  flow.at += 15
}

function row(sheet: Sheet, y: number, cells: readonly string[], size: number): void {
  for (const [index, cell] of cells.entries()) {
    const style = { size, colour: ink.soft, align: 'right' } as const
    sheet.line(cell, left + column * index, y, column - 2, style)
  }
}
