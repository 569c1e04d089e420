/**
 * What was billed and is not owed any more is taken back on the bill that asked for it, by a credit note that makes itself (B-17): line by
 * line, at the line's own rate, and with each line its share of what a code took off it. What does not fit, because most of the bill was taken back by hand, waits for the next bill.
 */
import { add, compare, type Money, multiplyHalfUp, subtract, zero } from '../values/money.ts'
import type { BillLine } from './bill.ts'
import { type CreditNote, creditable } from './credit.ts'
import { dayLines } from './day-lines.ts'
import type { BillStory } from './payment.ts'
import { taxOfLines, taxSums } from './tax.ts'

export interface Correction {
  readonly story: BillStory
  readonly lines: readonly BillLine[]
  readonly taxes: CreditNote['taxes']
  readonly total: Money
}

/** `over` is what bills asked for beyond what is owed, by cause; bills are taken back from the newest on. */
export function correctionsOf(
  stories: readonly BillStory[],
  over: ReadonlyMap<string, Money>,
): readonly Correction[] {
  const left = new Map(over)
  const newestFirst = stories.toSorted((a, b) => b.bill.issuedAt - a.bill.issuedAt)
  return newestFirst.flatMap((story) => {
    const lines = story.bill.lines.flatMap((line) => {
      const back = smallerOf(left.get(line.source) ?? null, leftOf(story, line))
      return back === null ? [] : [takenBack(line, back)]
    })
    const back = [...lines, ...daysBack(story, lines)]
    const correction = taxed(story, [...back, ...discountsBack(story, back)])
    if (correction === null) return []
    for (const { source, amount } of lines) left.set(source, add(takenOf(left, source), amount))
    return [correction]
  })
}

function takenOf(left: ReadonlyMap<string, Money>, source: string): Money {
  const known = left.get(source)
  if (known === undefined) throw new Error(`Broken invariant: ${source} was not asked for`)
  return known
}

/** What of a line no credit note has taken back. */
function leftOf({ credits }: BillStory, { source, amount }: BillLine): Money {
  const back = credits.flatMap(({ lines }) => lines ?? []).filter((one) => one.source === source)
  return back.reduce((sum, one) => add(sum, one.amount), amount)
}

/** By how much a day had cost less than its bookings each for themselves, as far as that is not so any more without what goes back. */
function daysBack(story: BillStory, lines: readonly BillLine[]): readonly BillLine[] {
  const { bill } = story
  const given = bill.lines.filter(isOfDay)
  const left = given.length === 0 ? [] : bill.lines.map((line) => leftWithout(story, line, lines))
  const due = new Map(dayLines(left).map((line) => [line.source, line.amount]))
  return given.flatMap((line) => {
    const none = zero(line.amount.currency)
    const amount = subtract(due.get(line.source) ?? none, leftOf(story, line))
    return amount.amountMinor <= 0 ? [] : [{ ...line, amount, billedBefore: none, tax: none }]
  })
}

function leftWithout(story: BillStory, line: BillLine, back: readonly BillLine[]): BillLine {
  const gone = back.filter(({ source }) => source === line.source)
  return { ...line, amount: gone.reduce((sum, one) => add(sum, one.amount), leftOf(story, line)) }
}

/** What codes had taken off what goes back: as much of it as goes back of the lines that it was taken off from. */
function discountsBack(story: BillStory, lines: readonly BillLine[]): readonly BillLine[] {
  const { bill, credits } = story
  const before = credits.flatMap((note) => note.lines ?? [])
  return bill.lines.filter(isDiscount).flatMap((discount) => {
    const none = zero(discount.amount.currency)
    const sumOf = (all: readonly BillLine[]) =>
      all.reduce((sum, { amount }) => add(sum, amount), none)
    const isIts = (line: BillLine) => !isDiscount(line) && isOfOneGroup(line, discount)
    const whole = sumOf(bill.lines.filter(isIts)).amountMinor
    if (whole <= 0) return []
    const gone = -sumOf([...before, ...lines].filter(isIts)).amountMinor
    const given = sumOf(before.filter(({ source }) => source === discount.source))
    const due = multiplyHalfUp(subtract(none, discount.amount), Math.min(gone, whole), whole)
    const amount = subtract(due, given)
    return amount.amountMinor <= 0 ? [] : [{ ...discount, amount, billedBefore: none, tax: none }]
  })
}

function isOfDay({ about }: BillLine): boolean {
  return about.kind === 'day'
}

function isDiscount({ about }: Pick<BillLine, 'about'>): boolean {
  return about.kind === 'promo'
}

/** Codes take off from what one person owes of one kind at one rate. */
function isOfOneGroup(a: BillLine, b: BillLine): boolean {
  return a.memberId === b.memberId && a.kind === b.kind && a.basisPoints === b.basisPoints
}

/** Null where there is nothing of either. */
function smallerOf(wanted: Money | null, left: Money): Money | null {
  if (wanted === null) return null
  const smaller = compare(wanted, left) < 0 ? wanted : left
  return smaller.amountMinor > 0 ? smaller : null
}

function takenBack(line: BillLine, back: Money): BillLine {
  const none = zero(back.currency)
  return { ...line, amount: subtract(none, back), billedBefore: none, tax: none }
}

function taxed(story: BillStory, untaxed: readonly BillLine[]): Correction | null {
  const { isTaxIncluded, total: billed } = story.bill
  const taxes = taxSums(untaxed, isTaxIncluded)
  const total = taxes.reduce((sum, one) => add(sum, one.total), zero(billed.currency))
  const isTooMuch = total.amountMinor + creditable(story.bill, story.credits).amountMinor < 0
  // Half of a morning may go back and leave a day at what it cost: then its lines say so, and come to nothing.
  const isNothing = total.amountMinor === 0 && !untaxed.some(isOfDay)
  if (total.amountMinor > 0 || isNothing || isTooMuch) return null
  const parts = taxOfLines(untaxed, isTaxIncluded)
  const lines = untaxed.map((line, index) => ({ ...line, tax: parts[index] ?? line.tax }))
  return { story, lines, taxes, total }
}
