/** Three dates in a hall that is paid when it is booked, as a series that was paid. */
import { expect } from 'vitest'
import type { Booking } from '../../../domain/bookings/booking.ts'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import { addDays, toLocalDate } from '../../../domain/values/local-date.ts'
import { money } from '../../../domain/values/money.ts'
import { inTestSpace, intentOf, type TestSpace } from '../../settlement/for-tests.ts'
import { billInvariants } from '../../storage/bill-invariants.ts'
import type { MakeDatabase } from '../../storage/for-tests.ts'
import { billedOf } from '../../storage/load-bills.ts'
import { findBookings } from '../../storage/load-bookings.ts'
import { now } from '../for-tests.ts'
import { HALL_PRICE, hana, openPaying, type PayingSpace } from '../paying/for-tests.ts'

export const siteId = toId('site', 'sit_harbour-loft')
const hall = toId('resource', 'res_hall-north')
const monday = toLocalDate('2026-11-30')
const plenty = money(1_000_000, 'EUR')
/** Of the hall, cents. */
export const HOUR = HALL_PRICE / 2
const dates = [0, 7, 14].map((days) => addDays(monday, days))

export interface PaidSeries {
  readonly space: TestSpace
  readonly paying: PayingSpace
  readonly ids: readonly string[]
  bookings(): Promise<readonly Booking[]>
  /** All of them, or those from one on, from ten until another minute; gives the first of what waits for its money. */
  change(until: number, from?: number, who?: string): Promise<string>
  /** What bills ask for of them, and did not take back. */
  billed(): Promise<number>
}

/** Three Mondays in the hall, ten to twelve, paid with the card on file. */
export function inPaidSeries(
  makeDatabase: MakeDatabase,
  work: (series: PaidSeries) => Promise<void>,
): Promise<void> {
  return inTestSpace(makeDatabase, now, async (space) => {
    const paying = await openPaying(space)
    await paying.addCard('succeeds')
    const intent = await booking(space)
    await space.send(hana, intent)
    await space.outcomeOf(intent)
    await space.runJobs()
    const ids = [1, 2, 3].map((number) => `bkg_${intent.id.slice(4)}.${number}`)
    const bookings = async () => {
      const found = new Map(
        (await findBookings(space.storage.read, ids)).map((one) => [`${one.id}`, one]),
      )
      return ids.map((id) => must(found.get(id), 'it is there'))
    }
    expect(new Set((await bookings()).map(({ state }) => state))).toEqual(new Set(['confirmed']))
    const change = async (until: number, from = 1, who = hana) => {
      const meant = (await bookings()).slice(from - 1)
      return changed(space, meant, { until, from, who })
    }
    const billed = async () =>
      [...(await billedOf(space.storage.read, ids)).values()].reduce((sum, one) => sum + one, 0)
    await work({ space, paying, ids, bookings, change, billed })
  })
}

async function choiceOf(space: TestSpace, date: string, until: number) {
  const { body } = await space.request('', hall, toLocalDate(date), 600, until)
  return (body as { readonly choice: object }).choice // a booking request
}

async function booking(space: TestSpace) {
  const occurrences = await Promise.all(
    dates.map(async (date, index) => {
      const choice = await choiceOf(space, date, 720)
      return { kind: 'book', number: index + 1, choice, quote: plenty }
    }),
  )
  const rule = { rhythm: { kind: 'weekly', weekdays: [1] }, every: 1, startOn: monday }
  const recurrence = { ...rule, end: { kind: 'count', count: 3 } }
  const body = { siteId, resourceId: hall, recurrence, span: { from: 600, until: 720 } }
  const how = { people: 1, note: '', payWith: 'personal', mode: 'exactly' }
  return intentOf(space.now, 'series.request', { ...body, ...how, occurrences })
}

async function changed(
  space: TestSpace,
  meant: readonly Booking[],
  { until, from, who }: { readonly until: number; readonly from: number; readonly who: string },
): Promise<string> {
  const bookings = await Promise.all(
    meant.map(async ({ id, wall }) => {
      const choice = await choiceOf(space, wall.start.date, until)
      return { bookingId: id, choice, quote: plenty }
    }),
  )
  const intent = intentOf(space.now, 'series.change', {
    seriesId: must(meant[0]?.series, 'they are of a series').id,
    scope: { kind: 'following', occurrence: from },
    edit: { span: { from: 600, until }, resourceId: null },
    bookings,
  })
  await space.send(who, intent)
  const { outcome } = await space.outcomeOf(intent)
  if (outcome.kind !== 'series') throw new Error(JSON.stringify(outcome))
  return `bkg_${intent.id.slice(4)}.${from}`
}

export async function expectSound({ storage }: TestSpace): Promise<void> {
  for (const { title, violations } of billInvariants) {
    expect(await violations(storage.read), title).toEqual([])
  }
}
