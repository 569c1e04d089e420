/**
 * What a booking costs, before tax, passes and promotions. A place that is not had by the hour costs what its day or half-day costs;
 * any other the most specific rate of each hour, elapsed time by the quarter of an hour, with the half-day's and the day's price as
 * ceilings. A time that crosses the hours of a rate is priced by parts.
 */
import type { Catalogue } from '../sites/catalogue.ts'
import { isByTheHour, turnOf, unitOf } from '../sites/granularity.ts'
import type { RateRow } from '../sites/rate-row.ts'
import type { Resource } from '../sites/resource.ts'
import type { TierId } from '../values/ids.ts'
import { durationMinutes, type Interval, intersection } from '../values/interval.ts'
import { addDays, daysBetween, type LocalDate, weekdayOf } from '../values/local-date.ts'
import { add, type Currency, type Money, money, multiplyHalfUp, zero } from '../values/money.ts'
import { instantOf, localDay, toWallTime, type ZoneTable } from '../values/zone.ts'
import { rateAt, rateOfUnit, ratesFor } from './choose-rate.ts'
import { billedTime } from './session.ts'

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
  /** By what the amount was counted: a day's or half-day's price stands for however many hours. */
  readonly per: 'hour' | 'half-day' | 'day'
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
  const whole = priceUnit(catalogue, resource, interval, rates)
  if (whole !== null) return { price: whole.price, lines: [whole] }
  const turn = turnOf(resource.rules)
  const billed = billedTime(interval)
  const lines: QuoteLine[] = []
  let date = toWallTime(catalogue.zone, billed.startsAt).date
  while (localDay(catalogue.zone, date).startsAt < billed.endsAt) {
    lines.push(...priceDay(catalogue.zone, date, billed, rates, turn, currency))
    date = addDays(date, 1)
  }
  const price = lines.reduce((sum, line) => add(sum, line.price), zero(currency))
  return { price, lines }
}

/** The price of a whole unit, where the place is had in nothing else and a rate names one. */
function priceUnit(
  catalogue: Catalogue,
  resource: Resource,
  interval: Interval,
  rates: readonly RateRow[],
): QuoteLine | null {
  if (isByTheHour(resource.rules)) return null
  const unit = unitOf(catalogue, resource, interval)
  if (unit === null) return null
  const start = toWallTime(catalogue.zone, interval.startsAt)
  const per = unit.name === 'day' ? 'day' : 'half-day'
  const minutes = durationMinutes(interval)
  const wallMinutes = wallMinutesBetween(catalogue.zone, interval)
  const rate = rateOfUnit(rates, per, weekdayOf(start.date), start.minute, wallMinutes)
  if (rate === null) return null
  const price = money(rate.amountMinor, catalogue.site.currency)
  return { date: start.date, rateId: rate.id, minutes, wallMinutes, per, price }
}

/** What is billed by one rate on one day. */
interface Share {
  readonly rate: RateRow | null
  /** Of the minutes, those before the day turns. */
  readonly morning: number
  readonly minutes: number
  readonly wallMinutes: number
}

function priceDay(
  zone: ZoneTable,
  date: LocalDate,
  interval: Interval,
  rates: readonly RateRow[],
  turn: number | null,
  currency: Currency,
): readonly QuoteLine[] {
  const day = localDay(zone, date)
  const cuts = cutsOf(rates, turn)
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
      morning: (known?.morning ?? 0) + (turn !== null && from < turn ? durationMinutes(part) : 0),
      minutes: (known?.minutes ?? 0) + durationMinutes(part),
      wallMinutes: (known?.wallMinutes ?? 0) + wallMinutesOf(zone, part, day),
    })
  }
  return [...shares].map(([rateId, share]) => ({
    ...{ date, rateId, minutes: share.minutes, wallMinutes: share.wallMinutes },
    ...priceShare(share, turn !== null, currency),
  }))
}

/** The minutes of a day at which another rate may begin to count, midnight first. */
function cutsOf(rates: readonly RateRow[], turn: number | null): readonly number[] {
  const bounds = rates.flatMap(({ hours }) => (hours === null ? [] : [hours.from, hours.until]))
  return [...new Set([0, ...(turn === null ? [] : [turn]), ...bounds])]
    .filter((minute) => minute < 1440)
    .sort((a, b) => a - b)
}

function wallMinutesBetween(zone: ZoneTable, { startsAt, endsAt }: Interval): number {
  const start = toWallTime(zone, startsAt)
  const end = toWallTime(zone, endsAt)
  return daysBetween(start.date, end.date) * 1440 + end.minute - start.minute
}

/** From one wall time of a day to another, or to the midnight that ends it. */
function wallMinutesOf(zone: ZoneTable, part: Interval, day: Interval): number {
  const end = part.endsAt === day.endsAt ? 1440 : toWallTime(zone, part.endsAt).minute
  return end - toWallTime(zone, part.startsAt).minute
}

/** By the hour, up to the price of each half of the day where the place has halves, up to the price of the day. */
function priceShare(
  { rate, minutes, morning }: Share,
  hasHalves: boolean,
  currency: Currency,
): Pick<QuoteLine, 'per' | 'price'> {
  if (rate === null) return { per: 'hour', price: zero(currency) }
  const hourly = (of: number) => multiplyHalfUp(money(rate.hourMinor, currency), Math.round(of), 60)
  const half = hasHalves ? rate.halfDayMinor : null
  const byHalves =
    half === null
      ? hourly(minutes)
      : [morning, minutes - morning]
          .map((part) => money(Math.min(half, hourly(part).amountMinor), currency))
          .reduce(add)
  if (rate.dayMinor !== null && byHalves.amountMinor > rate.dayMinor) {
    return { per: 'day', price: money(rate.dayMinor, currency) }
  }
  const isCapped = byHalves.amountMinor < hourly(minutes).amountMinor
  return { per: isCapped ? 'half-day' : 'hour', price: byHalves }
}
