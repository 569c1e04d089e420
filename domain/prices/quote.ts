/**
 * What a booking costs, before tax, passes and promotions: the most specific rate of each hour, elapsed time, a ceiling per local day. A
 * time that crosses the hours of a rate is priced by parts.
 */
import type { Catalogue } from '../sites/catalogue.ts'
import type { RateRow } from '../sites/rate-row.ts'
import type { Resource } from '../sites/resource.ts'
import type { TierId } from '../values/ids.ts'
import { durationMinutes, type Interval, intersection } from '../values/interval.ts'
import { addDays, type LocalDate, weekdayOf } from '../values/local-date.ts'
import { add, type Currency, type Money, money, multiplyHalfUp, zero } from '../values/money.ts'
import { instantOf, localDay, toWallTime, type ZoneTable } from '../values/zone.ts'
import { rateAt, ratesFor } from './choose-rate.ts'

export interface Quote {
  readonly price: Money
  /** One line for each rate of each local day, in order of time; none where no rate applies at all and the booking is free. */
  readonly lines: readonly QuoteLine[]
}

export interface QuoteLine {
  readonly date: LocalDate
  /** The rate that decided; null where none applies and the time is free. */
  readonly rateId: string | null
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
  const { currency } = catalogue.site
  const isFree = resource.mode.kind === 'assigned'
  const rates = isFree ? [] : ratesFor(catalogue.rates, resource, tierId)
  if (rates.length === 0) return { price: zero(currency), lines: [] }
  const lines: QuoteLine[] = []
  let date = toWallTime(catalogue.zone, interval.startsAt).date
  while (localDay(catalogue.zone, date).startsAt < interval.endsAt) {
    lines.push(...priceDay(catalogue.zone, date, interval, rates, currency))
    date = addDays(date, 1)
  }
  const price = lines.reduce((sum, line) => add(sum, line.price), zero(currency))
  return { price, lines }
}

/** What is billed by one rate on one day. */
interface Share {
  readonly rate: RateRow | null
  readonly minutes: number
  readonly wallMinutes: number
}

function priceDay(
  zone: ZoneTable,
  date: LocalDate,
  interval: Interval,
  rates: readonly RateRow[],
  currency: Currency,
): readonly QuoteLine[] {
  const day = localDay(zone, date)
  const cuts = cutsOf(rates)
  const shares = new Map<string | null, Share>()
  for (const [index, from] of cuts.entries()) {
    const until = cuts[index + 1]
    const startsAt = index === 0 ? day.startsAt : instantOf(zone, { date, minute: from })
    const endsAt = until === undefined ? day.endsAt : instantOf(zone, { date, minute: until })
    const part = intersection({ startsAt, endsAt }, interval)
    if (part === null) continue
    const rate = rateAt(rates, weekdayOf(date), from)
    const known = shares.get(rate?.id ?? null)
    shares.set(rate?.id ?? null, {
      rate,
      minutes: (known?.minutes ?? 0) + durationMinutes(part),
      wallMinutes: (known?.wallMinutes ?? 0) + wallMinutesOf(zone, part, day),
    })
  }
  return [...shares].map(([rateId, { rate, minutes, wallMinutes }]) => ({
    ...{ date, rateId, minutes, wallMinutes },
    ...priceShare(rate, minutes, currency),
  }))
}

/** The minutes of a day at which another rate may begin to count, midnight first. */
function cutsOf(rates: readonly RateRow[]): readonly number[] {
  const bounds = rates.flatMap(({ hours }) => (hours === null ? [] : [hours.from, hours.until]))
  return [...new Set([0, ...bounds])].filter((minute) => minute < 1440).sort((a, b) => a - b)
}

/** From one wall time of a day to another, or to the midnight that ends it. */
function wallMinutesOf(zone: ZoneTable, part: Interval, day: Interval): number {
  const end = part.endsAt === day.endsAt ? 1440 : toWallTime(zone, part.endsAt).minute
  return end - toWallTime(zone, part.startsAt).minute
}

function priceShare(
  rate: RateRow | null,
  minutes: number,
  currency: Currency,
): Pick<QuoteLine, 'isDayPrice' | 'price'> {
  if (rate === null) return { isDayPrice: false, price: zero(currency) }
  const hourly = multiplyHalfUp(money(rate.hourMinor, currency), Math.round(minutes), 60)
  if (rate.dayMinor === null || hourly.amountMinor <= rate.dayMinor) {
    return { isDayPrice: false, price: hourly }
  }
  return { isDayPrice: true, price: money(rate.dayMinor, currency) }
}
