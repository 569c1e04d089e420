/**
 * What separate times of one day cost less together (D-20), once they are on bills. It stands on a line of its own, like what a code takes off: what was
 * agreed for each stays as it is, and is given back by its own terms. A day is one account, whichever bills its parts are on: each bill takes off
 * what is due of it by then and was not taken off before.
 *
 *   09:00 half-day 15   13:00 half-day 15   ─▶   day 25   ─▶   a line of -5
 */
import type { Booking } from '../../bookings/booking.ts'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { type Currency, type Money, money } from '../../values/money.ts'
import type { BillLine } from '../bill.ts'
import type { BillingPeriod } from '../billing-period.ts'
import { type Charge, type ChargeAbout, chargesOfBooking } from '../charge.ts'
import { type DayCost, type DayPart, dayCosts, dayPartOf, keyOf } from './day-cost.ts'

type Line = Omit<BillLine, 'tax'>

/** What a payer's bills had of some days before the one that is drafted. */
export interface Days {
  readonly had: readonly DayPart[]
  /** What they took off days and did not take back, by the cause of that. */
  readonly given: ReadonlyMap<string, Money>
}

export const noDays: Days = { had: [], given: new Map() }

/** Of what bookings owe by now: as much of it as bills to one payer have asked for. */
export function daysHad(bookings: readonly Booking[], billed: ReadonlyMap<string, Money>): Days {
  const had = bookings.flatMap((booking) =>
    chargesOfBooking(booking, '').flatMap((charge) => {
      const asked = billed.get(charge.source)?.amountMinor ?? 0
      return dayPartOf(charge, Math.min(charge.amount.amountMinor, asked)) ?? []
    }),
  )
  return { had, given: new Map([...billed].filter(([source]) => isOfDay(source))) }
}

/** How the cause of what a day costs less begins; its member and its date follow. */
export const DAY = 'day/'

export function isOfDay(source: string): boolean {
  return source.startsWith(DAY)
}

export interface DaysOfBill {
  /** What is asked for with it. */
  readonly asked: readonly Line[]
  readonly before: Days
  /** Of the bill of a period: every day of it is set right. Null of one that is paid at once, which only takes off, and at most what it asks for. */
  readonly period: BillingPeriod | null
  readonly currency: Currency
  readonly lineOf: (charge: Charge) => Line
}

export function dayLines(bill: DaysOfBill): readonly Line[] {
  const { asked, before, period } = bill
  const fresh = asked.flatMap((line) => {
    const part = dayPartOf(line, line.amount.amountMinor + line.billedBefore.amountMinor)
    return part === null ? [] : [{ part, key: keyOf(part), minor: line.amount.amountMinor }]
  })
  const own = fresh.map(({ part }) => part)
  const others = before.had.filter(({ source }) => own.every((part) => part.source !== source))
  return daysOff(before, [...own, ...others]).flatMap(({ day, minor: off }) => {
    if (period !== null && day.on >= period.from && day.on < period.until) {
      return off === 0 ? [] : [lineOf(day, off, bill)]
    }
    const asks = fresh.reduce((sum, { key, minor }) => sum + (key === day.key ? minor : 0), 0)
    const least = period === null ? Math.max(off, -asks) : off
    return asks > 0 && least < 0 ? [lineOf(day, least, bill)] : []
  })
}

/** By how much a day is still to cost less, negative, or was made to cost too little. */
export interface DayOff {
  readonly day: DayCost
  readonly minor: number
}

/** Of the days of these parts, and of those that something was taken off. */
export function daysOff({ given }: Days, parts: readonly DayPart[]): readonly DayOff[] {
  const emptied = [...given.keys()].map(emptiedDay)
  const days = new Map([...emptied, ...dayCosts(parts).values()].map((day) => [day.key, day]))
  return [...days.values()].map((day) => {
    return { day, minor: day.together - day.instead - givenOf(given, day.key) }
  })
}

/** Negative or nothing, whatever the tax was. */
function givenOf(given: Days['given'], key: string): number {
  const own = [...given].filter(([source]) => source.startsWith(`${key}/`))
  return own.reduce((sum, [, { amountMinor }]) => sum + amountMinor, 0)
}

/** A day of which something was taken off and nothing else is known: what was of it may have gone elsewhere. */
function emptiedDay(source: string): DayCost {
  const key = source.slice(0, source.lastIndexOf('/'))
  const [, memberId = '', on = ''] = key.split('/')
  const whose = { memberId: toId('member', memberId), on: toLocalDate(on) }
  return { key, ...whose, per: 'day', bookings: 0, together: 0, instead: 0 }
}

function lineOf(day: DayCost, minor: number, { currency, lineOf: toLine }: DaysOfBill): Line {
  const { key, memberId, on } = day
  const about = aboutDay(day, currency)
  const amount = money(minor, currency)
  const line = toLine({ source: key, kind: 'booking', memberId, on, amount, about })
  return { ...line, source: sourceOf(key, line) }
}

/** At one rate of tax, because what is taken off at one cannot go back at another. */
export function sourceOf(key: string, { basisPoints }: Pick<Line, 'basisPoints'>): string {
  return `${key}/${basisPoints}`
}

export function aboutDay(
  { on, per, bookings, together, instead }: DayCost,
  currency: Currency,
): Extract<ChargeAbout, { kind: 'day' }> {
  return {
    ...{ kind: 'day', on, per, bookings },
    ...{ together: money(together, currency), instead: money(instead, currency) },
  }
}
