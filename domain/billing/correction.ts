/**
 * What was billed and is not owed any more is taken back on the bill that asked for it, by a credit note that makes itself (B-17): line by
 * line, at the line's own rate, and with each line its share of what a code took off it. What does not fit, because most of the bill was taken back by hand, waits for the next bill.
 */
import { add, compare, type Money, money, multiplyHalfUp, subtract, zero } from '../values/money.ts'
import type { BillLine } from './bill.ts'
import { type CreditNote, creditable } from './credit.ts'
import { dayPartOf, keyOf } from './days/day-cost.ts'
import { aboutDay, type DayOff, type Days, daysOff, noDays, sourceOf } from './days/day-lines.ts'
import type { BillStory } from './payment.ts'
import { taxOfLines, taxSums } from './tax.ts'

export interface Correction {
  readonly story: BillStory
  readonly lines: readonly BillLine[]
  readonly taxes: CreditNote['taxes']
  readonly total: Money
}

/**
 * `over` is what bills asked for beyond what is owed, by cause; bills are taken back from the newest on. `days` are what of those days is owed now
 * and was asked for; where they are on other bills too, those are among the stories.
 */
export function correctionsOf(
  stories: readonly BillStory[],
  over: ReadonlyMap<string, Money>,
  days: Days = noDays,
): readonly Correction[] {
  const left = new Map(over)
  const offs = new Map(daysOff(days, days.had).map((off) => [off.day.key, off]))
  const newestFirst = stories.toSorted((a, b) => b.bill.issuedAt - a.bill.issuedAt)
  const corrections = newestFirst.flatMap((story) => {
    const lines = story.bill.lines.flatMap((line) => {
      const back = smallerOf(left.get(line.source) ?? null, leftOf(story, line))
      return back === null ? [] : [takenBack(line, back)]
    })
    const ofDays = daysBack(story, lines, offs)
    const back = [...lines, ...ofDays.map(({ line }) => line)]
    const correction = taxed(story, [...back, ...discountsBack(story, back)])
    if (correction === null) return []
    for (const { off } of ofDays) offs.set(off.day.key, off)
    for (const { source, amount } of lines) left.set(source, add(takenOf(left, source), amount))
    return [correction]
  })
  const done = new Set(corrections.map(({ story }) => story))
  const others = newestFirst.filter((story) => !done.has(story))
  return [...corrections, ...others.flatMap((story) => restOfDays(story, offs))]
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

interface DayBack {
  readonly line: BillLine
  /** What is still to be set right of the day, then. */
  readonly off: DayOff
}

/**
 * What a day costs more without what goes back of it comes off that; so does what this bill took off it already, where it asked for no more than the
 * rest: then other bills have that.
 */
function daysBack(
  story: BillStory,
  lines: readonly BillLine[],
  offs: ReadonlyMap<string, DayOff>,
): readonly DayBack[] {
  const keys = new Set(lines.map(keyOfLine))
  return [...offs.values()].flatMap(({ day, minor }) => {
    const own = lines.filter((line) => keyOfLine(line) === day.key)
    const [first] = own
    if (first === undefined || !keys.has(day.key)) return []
    const back = minorOf(own)
    const most = minorOf(linesLeft(story, day.key)) + back
    const plus = Math.min(Math.max(minor, -most), -back)
    if (plus <= 0) return []
    return [{ line: ofDay(first, day, plus), off: { day, minor: minor - plus } }]
  })
}

/** What of such a day another bill still has. */
function restOfDays(story: BillStory, offs: Map<string, DayOff>): readonly Correction[] {
  const backs = [...offs.values()].flatMap(({ day, minor }): DayBack[] => {
    const own = linesLeft(story, day.key)
    const [first] = own
    const most = Math.min(-minor, minorOf(own), minorOf(own.filter(isOfDay)))
    if (first === undefined || most <= 0) return []
    return [{ line: ofDay(first, day, -most), off: { day, minor: minor + most } }]
  })
  const lines = backs.map(({ line }) => line)
  const correction = taxed(story, [...lines, ...discountsBack(story, lines)])
  if (correction === null) return []
  for (const { off } of backs) offs.set(off.day.key, off)
  return [correction]
}

/** What of a bill is of a day, and what of it went back. */
function linesLeft({ bill, credits }: BillStory, key: string): readonly BillLine[] {
  const all = [...bill.lines, ...credits.flatMap(({ lines }) => lines ?? [])]
  return all.filter((line) => keyOfLine(line) === key || line.source.startsWith(`${key}/`))
}

function minorOf(lines: readonly BillLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount.amountMinor, 0)
}

function ofDay(line: BillLine, day: DayOff['day'], minor: number): BillLine {
  const { currency } = line.amount
  const none = zero(currency)
  const about = aboutDay(day, currency)
  const amounts = { amount: money(minor, currency), billedBefore: none, tax: none }
  return { ...line, ...amounts, source: sourceOf(day.key, line), about }
}

function keyOfLine(line: BillLine): string | null {
  const part = dayPartOf(line, 1)
  return part === null ? null : keyOf(part)
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
