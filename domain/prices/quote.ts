/** What a booking costs, before tax, passes and promotions: the most specific rate, elapsed time, a ceiling per local day. */
import type { Catalogue } from '../sites/catalogue.ts'
import type { RateRow } from '../sites/rate-row.ts'
import type { Resource } from '../sites/resource.ts'
import type { TierId } from '../values/ids.ts'
import { durationMinutes, type Interval, intersection } from '../values/interval.ts'
import { addDays, type LocalDate } from '../values/local-date.ts'
import { add, type Currency, type Money, money, multiplyHalfUp, zero } from '../values/money.ts'
import { localDay, toWallTime, type ZoneTable } from '../values/zone.ts'

export interface Quote {
  readonly price: Money
  /** One line per local day of the booking. */
  readonly lines: readonly QuoteLine[]
  /** The rate that decided; null when none applies and the booking is free. */
  readonly rateId: string | null
}

export interface QuoteLine {
  readonly date: LocalDate
  /** Elapsed minutes billed on that day: 25 hours are billed as 25 hours, up to the day's price (D-06). */
  readonly minutes: number
  /** What the clock on the wall says of the same time: another number on the day of a clock change alone. */
  readonly wallMinutes: number
  readonly isDayPrice: boolean
  readonly price: Money
}

/** The quote for an interval of at most some weeks; `tierId` null prices somebody without a membership. */
export function quote(
  catalogue: Catalogue,
  resource: Resource,
  interval: Interval,
  tierId: TierId | null,
): Quote {
  const currency = catalogue.site.currency
  const rate = resource.mode.kind === 'assigned' ? null : chooseRate(catalogue, resource, tierId)
  if (rate === null) return { price: zero(currency), lines: [], rateId: null }
  const lines: QuoteLine[] = []
  let date = toWallTime(catalogue.zone, interval.startsAt).date
  for (;;) {
    const day = localDay(catalogue.zone, date)
    if (day.startsAt >= interval.endsAt) break
    const part = intersection(day, interval)
    if (part !== null) {
      const minutes = durationMinutes(part)
      const wallMinutes = wallMinutesOf(catalogue.zone, part, day)
      lines.push({ date, minutes, wallMinutes, ...priceDay(rate, minutes, currency) })
    }
    date = addDays(date, 1)
  }
  return {
    price: lines.reduce((sum, line) => add(sum, line.price), zero(currency)),
    lines,
    rateId: rate.id,
  }
}

/** Resource before kind before any; then tier before any (D-72). Null when no row applies. */
export function chooseRate(
  catalogue: Catalogue,
  resource: Resource,
  tierId: TierId | null,
): RateRow | null {
  let best: RateRow | null = null
  for (const rate of catalogue.rates) {
    const applies =
      (rate.resourceId === null || rate.resourceId === resource.id) &&
      (rate.kind === null || rate.kind === resource.kind) &&
      (rate.tierId === null || rate.tierId === tierId)
    if (applies && (best === null || isMoreSpecific(rate, best))) best = rate
  }
  return best
}

function isMoreSpecific(a: RateRow, b: RateRow): boolean {
  const difference = specificity(a) - specificity(b)
  return difference === 0 ? a.hourMinor < b.hourMinor : difference > 0
}

function specificity(rate: RateRow): number {
  const place = rate.resourceId !== null ? 2 : rate.kind !== null ? 1 : 0
  return place * 2 + (rate.tierId === null ? 0 : 1)
}

/** From one wall time of a day to another, or to the midnight that ends it. */
function wallMinutesOf(zone: ZoneTable, part: Interval, day: Interval): number {
  const end = part.endsAt === day.endsAt ? 1440 : toWallTime(zone, part.endsAt).minute
  return end - toWallTime(zone, part.startsAt).minute
}

function priceDay(
  rate: RateRow,
  minutes: number,
  currency: Currency,
): Pick<QuoteLine, 'isDayPrice' | 'price'> {
  const hourly = multiplyHalfUp(money(rate.hourMinor, currency), Math.round(minutes), 60)
  if (rate.dayMinor === null || hourly.amountMinor <= rate.dayMinor) {
    return { isDayPrice: false, price: hourly }
  }
  return { isDayPrice: true, price: money(rate.dayMinor, currency) }
}
