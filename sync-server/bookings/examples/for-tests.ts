/** The sample with the places, prices and passes of a worked example, asked over the real settlement. */
import type { Booking } from '../../../domain/bookings/booking.ts'
import { lot } from '../../../domain/bookings/lots/for-tests.ts'
import type { KnownLot } from '../../../domain/bookings/lots/lot.ts'
import type { Tier } from '../../../domain/memberships/tier.ts'
import { hotDeskTier } from '../../../domain/seeds/harbour-loft/tiers.ts'
import type { BookingRules } from '../../../domain/sites/booking-rules.ts'
import { freeUntilStart } from '../../../domain/sites/cancellation-policy.ts'
import type { RateRow } from '../../../domain/sites/rate-row.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import type { Site } from '../../../domain/sites/site.ts'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import { type Instant, toInstant } from '../../../domain/values/instant.ts'
import { toLocalDate } from '../../../domain/values/local-date.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { writeLot } from '../../settlement/write-lots.ts'
import { makeSqlite } from '../../storage/for-tests.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import { siteId } from '../for-tests.ts'

export const desk = 'res_desk-14'
export const room = 'res_room-anchor'
export const table = 'res_flex'

/** Hana's membership lets book as far ahead as the place does, and nothing is closed. */
export function inSpace(now: string, work: (space: TestSpace) => Promise<void>): Promise<void> {
  return inTestSpace(makeSqlite, at(now), async (space) => {
    await withMembership(space, { advanceLimits: [] })
    await space.storage.write.deleteFrom('closure').execute()
    await work(space)
  })
}

/** "2026-03-28T08:00:00+01:00". */
export function at(text: string): Instant {
  return toInstant(Date.parse(text))
}

const allDay = [{ opens: 0, closes: 1440 }]
const always = [allDay, allDay, allDay, allDay, allDay, allDay, allDay] as const

/** By the minute, at any time, and with no more rules than are said. */
export async function withPlace(
  space: TestSpace,
  id: string,
  rules: Partial<BookingRules>,
  more: Partial<Resource> = {},
): Promise<void> {
  const free = {
    ...{ granularities: [{ kind: 'hour' }], minMinutes: 1, maxMinutes: 1500, incrementMinutes: 1 },
    ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, noticeMinutes: 0, advanceLimits: [] },
    ...{ cancellation: freeUntilStart, checkIn: null, ...rules },
  }
  await rewrite(space, 'resource', id, { hours: always, rules: free, ...more })
}

export function withMembership(space: TestSpace, more: Partial<Tier>): Promise<void> {
  return rewrite(space, 'tier', hotDeskTier, more)
}

export function withSite(space: TestSpace, more: Partial<Site>): Promise<void> {
  return rewrite(space, 'site', siteId, more)
}

async function rewrite(
  { storage }: TestSpace,
  name: 'resource' | 'tier' | 'site',
  id: string,
  more: object,
): Promise<void> {
  await storage.transaction(async (tx) => {
    const rows = await tx.selectFrom(name).select(['id', 'body']).where('id', '=', id).execute()
    const { body } = must(rows[0], `${id} is in the sample`)
    const changed = JSON.stringify({ ...JSON.parse(body), ...more })
    await tx.updateTable(name).set({ body: changed }).where('id', '=', id).execute()
  })
}

/** A pass of Hana's. */
export async function withLot(space: TestSpace, id: string, more: Partial<KnownLot>) {
  const holder = { kind: 'member', memberId: toId('member', 'mem_hana') } as const
  await space.storage.transaction((tx) => writeLot(tx, lot(id, { holder, ...more })))
}

type Asked = readonly [place: string, date: string, from: number, until: number]

/** Minutes after midnight. */
export async function wish(
  space: TestSpace,
  [place, date, from, until]: Asked,
  { who = 'mem_hana', ...more }: { readonly who?: string; readonly [key: string]: unknown } = {},
) {
  const intent = await space.request(who, place, toLocalDate(date), from, until, more)
  await space.send(who, intent)
  return (await space.outcomeOf(intent)).outcome
}

/** "confirmed", or why not. */
export async function answer(...[space, asked, more]: Parameters<typeof wish>): Promise<string> {
  const outcome = await wish(space, asked, more)
  return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
}

export async function booked(...[space, asked, more]: Parameters<typeof wish>): Promise<Booking> {
  const outcome = await wish(space, asked, more)
  const id = must('bookingId' in outcome ? outcome.bookingId : null, JSON.stringify(outcome))
  return must(await findBooking(space.storage.read, id), 'it was just booked')
}

export const usesOf = ({ covered }: Booking) =>
  covered.map(({ lot: { id }, amount, day }) => [id, amount, day?.on ?? null])

/** One more rate, without which it would be as the sample has it. */
export async function withRateRow(
  { storage }: TestSpace,
  more: Pick<RateRow, 'id' | 'hourMinor'> & Partial<RateRow>,
): Promise<void> {
  const rate: RateRow = {
    ...{ resourceId: null, kind: null, tierId: null, hours: null, priority: 0 },
    ...{ halfDayMinor: null, dayMinor: null, isPrepaid: false, ...more },
  }
  const row = { id: rate.id, site_id: siteId, position: 100, body: JSON.stringify(rate) }
  await storage.transaction((tx) => tx.insertInto('rate').values(row).execute())
}
