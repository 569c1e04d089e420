/** A day in the sample space on which members wait for what others have. */
import { expect } from 'vitest'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import type { AnyIntent, Choice } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { bookingIdOfWait, waitIdOf } from '../../domain/values/ids.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import type { MakeDatabase } from '../storage/for-tests.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { findWait } from '../storage/load-waits.ts'

export const siteId = 'sit_harbour-loft'
export const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
/** A day beyond the sample's bookings and within every limit. */
export const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
export const room = 'res_room-drift'

export function clock(hour: number, minute = 0): Instant {
  return toInstant(Date.parse(`${quietDay}T00:00:00+01:00`) + (hour * 60 + minute) * 60_000)
}

export function withSpace(makeDatabase: MakeDatabase, work: (space: TestSpace) => Promise<void>) {
  return inTestSpace(makeDatabase, now, work)
}

export async function ask(space: TestSpace, member: string, intent: AnyIntent) {
  await space.send(member, intent)
  return (await space.outcomeOf(intent)).outcome
}

export async function book(
  space: TestSpace,
  member: string,
  place: string,
  from: number,
  until: number,
  date = quietDay,
) {
  const intent = await space.request(member, place, date, from, until)
  const outcome = await ask(space, member, intent)
  return must('bookingId' in outcome ? outcome.bookingId : null, JSON.stringify(outcome))
}

export async function join(
  space: TestSpace,
  member: string,
  place: string,
  from: number,
  until: number,
  date = quietDay,
) {
  const wish = await space.request(member, place, date, from, until)
  const { choice } = wish.body as { choice: Choice } // a booking request
  const intent = intentOf(space.now, 'wait.join', { siteId, choice, people: 1, ceiling: null })
  expect(await ask(space, member, intent)).toMatchObject({ kind: 'confirmed' })
  return waitIdOf(intent.id)
}

export const about = (space: TestSpace, kind: AnyIntent['kind'], body: object) =>
  intentOf(space.now, kind, body)
export const waitOf = async (space: TestSpace, id: string): Promise<Wait> =>
  must(await findWait(space.storage.read, id), 'it was joined')
export const offerOf = async (space: TestSpace, id: Wait['id']): Promise<Booking | null> =>
  findBooking(space.storage.read, bookingIdOfWait(id))
export const stateOf = async (space: TestSpace, id: Wait['id']) => (await waitOf(space, id)).state
