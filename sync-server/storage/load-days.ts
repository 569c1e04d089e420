/**
 * What payers' bills have asked for of some days, and what they took off them: what a bill that is drafted needs to know of those before it
 * (BILLING-22). Read by member and time, so that years of bills cost nothing.
 */
import { sql } from 'kysely'
import type { BillingPeriod } from '../../domain/billing/billing-period.ts'
import { DAY, type Days, daysHad, isOfDay, noDays } from '../../domain/billing/days/day-lines.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { add, type Money, money, zero } from '../../domain/values/money.ts'
import { localDay } from '../../domain/values/zone.ts'
import { inParts } from './in-parts.ts'
import { billedOf } from './load-bills.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export interface DaysAsked {
  readonly catalogue: Catalogue
  readonly memberIds: readonly string[]
  /** All from the first of these to the last. */
  readonly dates: readonly LocalDate[]
}

export interface LoadedDays extends Days {
  /** The bills that this is on. */
  readonly billIds: readonly string[]
}

/** By payer; who has nothing on a bill there is not in it. */
export async function loadDays(
  reader: Reader,
  { catalogue, memberIds, dates }: DaysAsked,
): Promise<ReadonlyMap<string, LoadedDays>> {
  const sorted = dates.toSorted()
  const [from, last] = [sorted[0], sorted.at(-1)]
  if (from === undefined || last === undefined) return new Map()
  const span = { from, until: addDays(last, 1) }
  const booked: Billed[] = []
  const given: Given[] = []
  for (const part of inParts([...new Set(memberIds)])) {
    booked.push(...(await billedBookings(reader, catalogue, part, span)))
    given.push(...(await givenOn(reader, catalogue.site.id, part, span)))
  }
  const sources = booked.map(({ booking }) => booking.id)
  const sums = await billedOf(reader, sources)
  const payers = new Set([...booked, ...given].map(({ payerId }) => payerId))
  return new Map(
    [...payers].map((id) => {
      const isOwn = ({ payerId }: Billed | Given) => payerId === id
      const bookings = booked.filter(isOwn)
      const off = given.filter(isOwn)
      const billed = new Map<string, Money>()
      const { currency } = catalogue.site
      for (const { booking } of bookings) {
        billed.set(booking.id, money(sums.get(booking.id) ?? 0, currency))
      }
      for (const { source, minor } of off) {
        billed.set(source, add(billed.get(source) ?? zero(currency), money(minor, currency)))
      }
      const each = new Map(bookings.map(({ booking }) => [booking.id, booking]))
      const billIds = new Set([...bookings, ...off].map(({ billId }) => billId))
      return [id, { ...daysHad([...each.values()], billed), billIds: [...billIds] }]
    }),
  )
}

/** Of what is paid when it is booked, which its member pays: those of the days on which it will be. */
export async function daysOfBooked(
  reader: Reader,
  catalogue: Catalogue,
  bookings: readonly Booking[],
): Promise<Days> {
  const [first] = bookings
  if (bookings.every(({ dayPrice }) => dayPrice === null) || first === undefined) return noDays
  const dates = bookings.map(({ wall }) => wall.start.date)
  const days = await loadDays(reader, { catalogue, memberIds: [first.memberId], dates })
  return days.get(first.memberId) ?? noDays
}

interface Billed {
  readonly booking: Booking
  readonly billId: string
  readonly payerId: string
}

async function billedBookings(
  reader: Reader,
  { site, zone }: Catalogue,
  memberIds: readonly string[],
  { from, until }: BillingPeriod,
): Promise<readonly Billed[]> {
  const { startsAt } = localDay(zone, from)
  const rows = await reader
    .selectFrom('booking')
    .innerJoin('bill_line', 'bill_line.source', 'booking.id')
    .innerJoin('bill', 'bill.id', 'bill_line.bill_id')
    .select([
      'booking.body',
      'bill.id as billId',
      'bill.payer_id as payerId',
      'bill.site_id as siteId',
    ])
    .where('booking.member_id', 'in', memberIds)
    .where('booking.ends_at', '>', startsAt)
    .where('booking.starts_at', '>=', startsAt)
    // What runs into the next day is no part of one, so the index ends where the days do.
    .where('booking.ends_at', '<=', localDay(zone, until).startsAt)
    .execute()
  // Asked of the tables, it would lead them to all bookings of the location.
  const here = rows.filter(({ siteId }) => siteId === site.id)
  return here.map(({ body, ...row }) => ({ booking: parseKept<Booking>(body), ...row }))
}

interface Given {
  readonly billId: string
  readonly payerId: string
  readonly source: string
  readonly minor: number
}

/** What bills took off these days and credit notes took back of that, by the causes of it, which name member and day. */
async function givenOn(
  reader: Reader,
  siteId: string,
  memberIds: readonly string[],
  { from, until }: BillingPeriod,
): Promise<readonly Given[]> {
  const { rows } =
    await sql<Given>`select b.id as "billId", b.payer_id as "payerId", l.source, l.amount_minor as minor
    from member m
    join bill_line l on l.source >= ${DAY} || m.id || ${`/${from}`} and l.source < ${DAY} || m.id || ${`/${until}`}
    left join credit_note n on n.id = l.bill_id
    join bill b on b.id = coalesce(n.bill_id, l.bill_id)
    where m.id in (${sql.join(memberIds)}) and b.site_id = ${siteId}`.execute(reader)
  return rows
    .filter(({ source }) => isOfDay(source))
    .map((row) => ({ ...row, minor: Number(row.minor) }))
}
