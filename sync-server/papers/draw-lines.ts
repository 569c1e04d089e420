/** The lines of a paper: what, when, the rate, and the amount. The head of the table stands on every page that it reaches. */
import type { Bill, BillLine } from '../../domain/billing/bill.ts'
import { byPerson } from '../../domain/billing/by-person.ts'
import type { Money } from '../../domain/values/money.ts'
import { billing } from '../../domain/words/english/billing.ts'
import { onPaper } from '../../domain/words/english/on-paper.ts'
import type { Flow } from './flow.ts'
import { ink, page, type Sheet, type Style } from './sheet.ts'

export interface PaperLine {
  readonly what: string
  readonly when: string
  readonly rate: string
  readonly amount: Money
  /** Whose lines follow, and what they come to. */
  readonly isPerson?: true
}

const left = page.margin
const width = page.width - 2 * page.margin
const columns = { what: 210, when: 150, rate: 44, amount: width - 210 - 150 - 44 } as const
const at = {
  what: left,
  when: left + columns.what,
  rate: left + columns.what + columns.when,
  amount: left + width - columns.amount,
} as const
const gap = 12
const text: Style = { size: 9.5 }
const small: Style = { size: 9, colour: ink.soft }

export function linesOf({ lines }: Pick<Bill, 'lines'>): readonly PaperLine[] {
  const people = byPerson(lines)
  return people.flatMap(({ name, lines: own, sum }): readonly PaperLine[] => {
    const head = { what: billing.ofPerson(name), when: '', rate: '', amount: sum } as const
    return [
      ...(people.length > 1 ? [{ ...head, isPerson: true } as const] : []),
      ...own.map(lineOf),
    ]
  })
}

function lineOf(line: BillLine): PaperLine {
  const { what, when } = billing.line(line)
  const billed = line.billedBefore.amountMinor === 0 ? '' : billing.billed(line.billedBefore)
  const more = [when, billed].filter((part) => part !== '')
  const rate = onPaper.percent(line.basisPoints)
  return { what, when: more.join(', '), rate, amount: line.amount }
}

export function drawLines(
  sheet: Sheet,
  flow: Flow,
  lines: readonly PaperLine[],
  heads: { readonly when: string; readonly rate: string },
): void {
  const head = () => drawHead(sheet, flow, heads)
  flow.need(60)
  head()
  for (const line of lines) {
    const style: Style = line.isPerson === true ? { ...text, weight: 'strong' } : text
    const whats = sheet.wrap(line.what, columns.what - gap, style)
    const whens = sheet.wrap(line.when, columns.when - gap, small)
    const height = 12 * Math.max(whats.length, whens.length) + 7
    // Whose lines follow stands with the first of them.
    if (flow.need(line.isPerson === true ? 2 * height : height)) head()
    const write = (parts: readonly string[], x: number, room: number, style: Style) => {
      for (const [index, part] of parts.entries()) {
        sheet.line(part, x, flow.at + 12 * index, room - gap, style)
      }
    }
    write(whats, at.what, columns.what, style)
    write(whens, at.when, columns.when, small)
    const right = { ...style, align: 'right' } as const
    sheet.line(line.rate, at.rate, flow.at, columns.rate - gap, { ...small, align: 'right' })
    sheet.line(billing.money(line.amount), at.amount, flow.at, columns.amount, right)
    flow.at += height
    sheet.rule(left, flow.at - 11, width)
    flow.at += 4
  }
}

function drawHead(
  sheet: Sheet,
  flow: Flow,
  { when, rate }: { readonly when: string; readonly rate: string },
): void {
  const style = { size: 8, colour: ink.soft } as const
  sheet.line(onPaper.what, at.what, flow.at, columns.what, style)
  sheet.line(when, at.when, flow.at, columns.when, style)
  sheet.line(rate, at.rate, flow.at, columns.rate - gap, { ...style, align: 'right' })
  sheet.line(onPaper.amount, at.amount, flow.at, columns.amount, { ...style, align: 'right' })
  sheet.rule(left, flow.at + 6, width, ink.plain)
  flow.at += 21
}
