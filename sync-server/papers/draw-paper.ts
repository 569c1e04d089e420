/**
 * The PDF of a paper, drawn like an architect's sheet: ink, hairlines, and a title block at the foot of every page. The same facts make the same
 * bytes; nothing is asked for that does not stand in them.
 */
import type { Bill } from '../../domain/billing/bill.ts'
import { isForDamage } from '../../domain/billing/deposits/for-damage.ts'
import {
  type BillHead,
  madeAt,
  nameOf,
  type PaperFacts,
} from '../../domain/billing/papers/paper.ts'
import { assertNever } from '../../domain/values/assert.ts'
import { type Money, subtract, zero } from '../../domain/values/money.ts'
import { billing } from '../../domain/words/english/billing.ts'
import { funds } from '../../domain/words/english/funds.ts'
import { onPaper } from '../../domain/words/english/on-paper.ts'
import { drawLines, linesOf } from './draw-lines.ts'
import { drawTaxes } from './draw-taxes.ts'
import { type Flow, makeFlow } from './flow.ts'
import { ink, openSheet, page, type Sheet } from './sheet.ts'

const { margin } = page
const width = page.width - 2 * margin
const half = width / 2 - 12

export function drawPaper(facts: PaperFacts): Promise<Buffer> {
  const { number } = nameOf(facts)
  const { company } = headOf(facts)
  const title = `${kindOf(facts)} ${number}`
  const sheet = openSheet({ title, author: company.name, at: madeAt(facts) })
  const flow = makeFlow(sheet)
  drawHead(sheet, flow, facts)
  drawBody(sheet, flow, facts)
  sheet.onEachPage((at, pages) => drawTitleBlock(sheet, headOf(facts), title, at, pages))
  return sheet.bytes()
}

function kindOf(facts: PaperFacts): string {
  const isDamage = facts.kind === 'bill' && isForDamage(facts.bill)
  return isDamage ? billing.damageStatement : onPaper.kind(facts.kind)
}

function headOf(facts: PaperFacts): BillHead {
  return facts.bill
}

/** Who asks, who is asked, and what the paper is. */
function drawHead(sheet: Sheet, flow: Flow, facts: PaperFacts): void {
  const { company, payerName, billTo } = headOf(facts)
  const { number } = nameOf(facts)
  const right = margin + width - half
  sheet.line(company.name, margin, 74, half, { size: 11, weight: 'strong' })
  const taxId = company.taxId === '' ? [] : [`${billing.taxId} ${company.taxId}`]
  const lines = [...sheet.wrap(company.address, half, { size: 9 }), ...taxId]
  for (const [index, line] of lines.entries()) {
    sheet.line(line, margin, 88 + 12 * index, half, { size: 9, colour: ink.soft })
  }
  const kind = { size: 9, colour: ink.soft, align: 'right' } as const
  sheet.line(kindOf(facts), right, 74, half, kind)
  sheet.line(number, right, 96, half, { size: 20, weight: 'strong', align: 'right' })
  const below = Math.max(88 + 12 * lines.length, 110) + 6
  sheet.rule(margin, below, width, ink.plain)

  sheet.line(billing.to, margin, below + 24, half, { size: 8, colour: ink.soft })
  const to = billTo === undefined || billTo.name === '' ? payerName : billTo.name
  const payer = sheet.wrap(to, half, { size: 11, weight: 'strong' })
  for (const [index, line] of payer.entries()) {
    sheet.line(line, margin, below + 39 + 14 * index, half, { size: 11, weight: 'strong' })
  }
  const address = billTo === undefined ? [] : billing.addressLines(billTo)
  const under = address.flatMap((line) => sheet.wrap(line, half, { size: 9 }))
  const top = below + 39 + 14 * payer.length
  for (const [index, line] of under.entries()) {
    sheet.line(line, margin, top + 12 * index, half, { size: 9, colour: ink.soft })
  }
  const told = drawFacts(sheet, factsOf(facts), right, below + 24)
  flow.at = Math.max(top + 12 * under.length, told) + 22
}

type Told = readonly (readonly [term: string, said: string])[]

function factsOf(facts: PaperFacts): Told {
  const { fullDate } = billing
  switch (facts.kind) {
    case 'bill':
      if (isForDamage(facts.bill)) return [[onPaper.date, fullDate(facts.bill.issuedOn)]]
      return [
        [onPaper.date, fullDate(facts.bill.issuedOn)],
        [billing.periodLabel, billing.period(facts.bill.period)],
        [billing.due, fullDate(facts.bill.dueOn)],
      ]
    case 'credit-note':
      return [
        [onPaper.date, fullDate(facts.note.issuedOn)],
        [onPaper.forBill, onPaper.forBillOf(facts.bill.number, facts.bill.issuedOn)],
      ]
    case 'receipt': {
      const { reference, on } = facts.payment
      return [
        [onPaper.date, fullDate(on)],
        [onPaper.forBill, onPaper.forBillOf(facts.bill.number, facts.bill.issuedOn)],
        ...(reference === '' ? [] : [[onPaper.reference, reference] as const]),
      ]
    }
    default:
      return assertNever(facts)
  }
}

/** Terms at the left of their column, what they say at its right edge. Gives where they end. */
function drawFacts(sheet: Sheet, told: Told, x: number, from: number): number {
  let y = from
  for (const [term, said] of told) {
    sheet.line(term, x, y, 84, { size: 9, colour: ink.soft })
    for (const line of sheet.wrap(said, half - 90, { size: 9 })) {
      sheet.line(line, x + 90, y, half - 90, { size: 9, align: 'right' })
      y += 13
    }
    sheet.rule(x, y - 8, half)
    y += 3
  }
  return y
}

function drawBody(sheet: Sheet, flow: Flow, facts: PaperFacts): void {
  switch (facts.kind) {
    case 'bill':
      return drawBill(sheet, flow, facts.bill)
    case 'credit-note': {
      const { note, bill } = facts
      const row = { what: onPaper.takenBack, when: note.reason, rate: '', amount: note.total }
      const isByHand = note.lines === undefined || note.lines.length === 0
      if (isByHand) drawLines(sheet, flow, [row], { when: onPaper.reason, rate: '' })
      else {
        drawNote(sheet, flow, note.reason)
        drawLines(sheet, flow, linesOf({ lines: note.lines }), {
          when: onPaper.when,
          rate: bill.taxName,
        })
      }
      drawTotal(sheet, flow, note.total)
      return drawTaxes(sheet, flow, note.taxes, bill.taxName)
    }
    case 'receipt': {
      const { payment, bill } = facts
      const isBack = payment.amount.amountMinor < 0
      const what = isBack ? onPaper.paidBack(payment) : onPaper.received(payment)
      const amount = isBack ? absolute(payment.amount) : payment.amount
      const when = `${onPaper.billTotal(bill.number)}: ${billing.money(bill.total)}`
      drawLines(sheet, flow, [{ what, when, rate: '', amount }], { when: '', rate: '' })
      return drawTotal(sheet, flow, amount)
    }
    default:
      return assertNever(facts)
  }
}

function absolute({ amountMinor, currency }: Money): Money {
  return { amountMinor: Math.abs(amountMinor), currency }
}

function drawBill(sheet: Sheet, flow: Flow, bill: Bill): void {
  drawLines(sheet, flow, linesOf(bill), { when: onPaper.when, rate: bill.taxName })
  drawTotal(sheet, flow, bill.total)
  drawFromCredit(sheet, flow, bill)
  drawTaxes(sheet, flow, bill.taxes, bill.taxName)
  const isTaxed = bill.taxes.some(({ basisPoints }) => basisPoints > 0)
  if (isForDamage(bill)) {
    for (const note of [billing.damageNote, billing.damagePaid]) drawNote(sheet, flow, note)
    return
  }
  const about = bill.isTaxIncluded ? onPaper.withTax : onPaper.withoutTax
  const notes = [
    isTaxed ? about(bill.taxName) : onPaper.untaxed,
    ...(bill.reverseCharge === undefined ? [] : [bill.reverseCharge]),
    ...(bill.total.amountMinor > zero(bill.total.currency).amountMinor
      ? [onPaper.dueBy(bill.dueOn)]
      : []),
  ]
  for (const note of notes) drawNote(sheet, flow, note)
}

/** What the payer's credit paid of it the moment it was issued (D-25). */
function drawFromCredit(sheet: Sheet, flow: Flow, { paidFrom = [], total }: Bill): void {
  if (paidFrom.length === 0) return
  const left = paidFrom.reduce((sum, { amount }) => subtract(sum, amount), total)
  const rows = [
    ...paidFrom.map(({ reason, amount }) => ({
      said: funds.fromCredit(reason),
      amount: subtract(zero(amount.currency), amount),
    })),
    { said: funds.toPay, amount: left },
  ]
  for (const { said, amount } of rows) {
    flow.need(16)
    sheet.line(said, margin, flow.at - 16, half, { size: 9.5 })
    const style = { size: 9.5, align: 'right' } as const
    sheet.line(billing.money(amount), margin + half, flow.at - 16, width - half, style)
    flow.at += 16
  }
  flow.at += 12
}

function drawNote(sheet: Sheet, flow: Flow, note: string): void {
  for (const line of sheet.wrap(note, width, { size: 9 })) {
    flow.need(14)
    sheet.line(line, margin, flow.at, width, { size: 9, colour: ink.soft })
    flow.at += 14
  }
  flow.at += 4
}

function drawTotal(sheet: Sheet, flow: Flow, total: Money): void {
  flow.need(60)
  sheet.rule(margin, flow.at - 6, width, ink.plain)
  sheet.line(onPaper.total, margin, flow.at + 12, half, { size: 13, weight: 'strong' })
  const style = { size: 13, weight: 'strong', align: 'right' } as const
  sheet.line(billing.money(total), margin + half, flow.at + 12, width - half, style)
  flow.at += 44
}

/** Like the title block of a drawing: whose it is, which one, and which page of it. */
function drawTitleBlock(
  sheet: Sheet,
  { company }: BillHead,
  title: string,
  at: number,
  pages: number,
): void {
  const [top, height] = [page.height - 62, 26]
  const style = { size: 8, colour: ink.soft } as const
  const taxId = company.taxId === '' ? '' : `, ${billing.taxId} ${company.taxId}`
  sheet.box(margin, top, width, height)
  sheet.line(`${company.name}${taxId}`, margin + 10, top + 16, width - 240, style)
  sheet.line(title, margin + width - 220, top + 16, 130, { ...style, align: 'right' })
  const count = onPaper.pageOf(at, pages)
  sheet.line(count, margin + width - 80, top + 16, 70, { ...style, align: 'right' })
}
