/**
 * What members are told of before it comes: their next bill, a card that ends, passes that end. Each day is looked at by itself, and a day that
 * nobody looked at is made up for on the next: the same thing that is ahead has the same key, however often it is seen.
 */
import type { BillDraft, BillLine } from '../billing/bill.ts'
import { type BillingPeriod, periodOf } from '../billing/billing-period.ts'
import {
  backupMethod,
  firstMethod,
  type PayMethods,
  type SavedMethod,
} from '../billing/paying/pay-methods.ts'
import type { Lot } from '../bookings/lots/lot.ts'
import type { BillingSettings } from '../sites/billing-settings.ts'
import { addMs, DAY_MS, type Instant } from '../values/instant.ts'
import { limits } from '../values/limits.ts'
import { addDays, type LocalDate, toLocalDate } from '../values/local-date.ts'
import type { Money } from '../values/money.ts'
import type { CardLead } from './news.ts'

/** The period whose bill is near enough to be told; null where the location does not bill. */
export function periodAhead(
  { startsOn, billingDay }: Pick<BillingSettings, 'startsOn' | 'billingDay'>,
  renewalDays: number,
  today: LocalDate,
): BillingPeriod | null {
  const period = periodOf(billingDay, today)
  const isNear = addDays(period.until, -renewalDays) <= today
  return startsOn !== null && startsOn < period.until && isNear ? period : null
}

export interface Renewal {
  readonly total: Money
  /** What goes on, by name. */
  readonly plans: readonly string[]
}

/** Null where no membership goes on: it has ended, or is paused then (N-05). */
export function renewalOf(
  { lines, total, period }: Pick<BillDraft, 'lines' | 'total' | 'period'>,
  today: LocalDate,
): Renewal | null {
  const plans = lines.flatMap((line) => goesOn(line, period, today) ?? [])
  return plans.length === 0 || total.amountMinor <= 0 ? null : { total, plans }
}

function goesOn({ about }: BillLine, { until }: BillingPeriod, today: LocalDate): string | null {
  if (about.kind !== 'fee' || about.from <= today || about.from > until) return null
  const isPaused = about.paused?.some(
    ({ from, until: end }) => from <= about.from && about.from < end,
  )
  return isPaused === true ? null : about.tier
}

/** A card that is charged by itself, with how near its end is (N-06). */
export function cardsEnding(
  payMethods: PayMethods,
  today: LocalDate,
): readonly { readonly method: SavedMethod; readonly lead: CardLead }[] {
  return [firstMethod(payMethods), backupMethod(payMethods)].flatMap((method) => {
    const lead = method === null ? null : leadOf(method, today)
    return method === null || lead === null ? [] : [{ method, lead }]
  })
}

function leadOf({ expires }: SavedMethod, today: LocalDate): CardLead | null {
  const last = expires === null ? null : lastDayOf(expires)
  if (last === null || last < today) return null
  if (addDays(last, -limits.cardEndDays.week) <= today) return 'week'
  return addDays(last, -limits.cardEndDays.month) <= today ? 'month' : null
}

/** Cards are good until the end of the month that stands on them. */
export function lastDayOf({ year, month }: NonNullable<SavedMethod['expires']>): LocalDate {
  const first = toLocalDate(`${year}-${String(month).padStart(2, '0')}-01`)
  return addDays(toLocalDate(`${addDays(first, 31).slice(0, 7)}-01`), -1)
}

/** Passes that are over in a week, with something left of them (P-11). Who was given one for days only knows its end. */
export function isSoonOver(
  { validFrom, expiresAt }: Pick<Lot, 'validFrom' | 'expiresAt'>,
  left: number,
  now: Instant,
): boolean {
  if (expiresAt === null || expiresAt <= now || left <= 0) return false
  const warnedAt = addMs(expiresAt, -limits.lotEndDays * DAY_MS)
  return validFrom < warnedAt && warnedAt <= now
}
