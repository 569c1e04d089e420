/** Which rate counts for a place, a tier and a time of day: the most specific one (D-72). */
import type { RateRow } from '../sites/rate-row.ts'
import type { Resource } from '../sites/resource.ts'
import type { TierId } from '../values/ids.ts'
import type { Weekday } from '../values/local-date.ts'

/** The rates that may count for a place and a tier at some time, the one that wins first. */
export function ratesFor(
  rates: readonly RateRow[],
  resource: Resource,
  tierId: TierId | null,
): readonly RateRow[] {
  return rates
    .filter(
      (rate) =>
        (rate.resourceId === null || rate.resourceId === resource.id) &&
        (rate.kind === null || rate.kind === resource.kind) &&
        (rate.tierId === null || rate.tierId === tierId),
    )
    .sort(compareRates)
}

/** Of rates in order, the first that covers that minute of such a day. Null when none does, and the time is free. */
export function rateAt(
  rates: readonly RateRow[],
  weekday: Weekday,
  minute: number,
): RateRow | null {
  return (
    rates.find(
      ({ hours }) =>
        hours === null ||
        (hours.weekdays.includes(weekday) && hours.from <= minute && minute < hours.until),
    ) ?? null
  )
}

/**
 * Of rates in order, the first that names a price for such a unit and counts for all of its time: a rate for evenings says nothing about
 * a day. Null when none does.
 */
export function rateOfUnit(
  rates: readonly RateRow[],
  per: 'half-day' | 'day',
  weekday: Weekday,
  from: number,
  minutes: number,
): { readonly id: string; readonly amountMinor: number } | null {
  for (const { id, hours, ...rate } of rates) {
    const amountMinor = per === 'day' ? rate.dayMinor : rate.halfDayMinor
    const covers =
      hours === null ||
      (hours.weekdays.includes(weekday) && hours.from <= from && from + minutes <= hours.until)
    if (amountMinor !== null && covers) return { id, amountMinor }
  }
  return null
}

/** Negative when the first one wins. */
function compareRates(a: RateRow, b: RateRow): number {
  return (
    specificity(b) - specificity(a) ||
    b.priority - a.priority ||
    a.hourMinor - b.hourMinor ||
    (a.id < b.id ? -1 : 1)
  )
}

/** Place counts before tier, and tier before time. */
function specificity(rate: RateRow): number {
  const place = rate.resourceId !== null ? 2 : rate.kind !== null ? 1 : 0
  return place * 4 + (rate.tierId === null ? 0 : 2) + (rate.hours === null ? 0 : 1)
}
