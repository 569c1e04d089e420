/** What a payer still has to pay for, or will: then their last method stays. */

import type { Obligations } from '../../../domain/billing/paying/pay-methods.ts'
import { openOf } from '../../../domain/billing/payment.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import { payerOf } from '../../../domain/memberships/holder.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { billsOfPayers } from '../../storage/load-bills.ts'
import { parseKept } from '../../storage/parse-kept.ts'
import type { Reader } from '../../storage/storage.ts'

export async function obligationsOf(
  reader: Reader,
  payerId: string,
  now: Instant,
): Promise<Obligations> {
  const bills = await billsOfPayers(reader, [payerId], '')
  const memberIds = await coveredBy(reader, payerId)
  return {
    hasDebt: bills.some((story) => openOf(story).amountMinor > 0),
    hasMembership: await hasMembership(reader, memberIds),
    hasPaidBooking: await hasPaidBooking(reader, memberIds, now),
  }
}

async function coveredBy(reader: Reader, payerId: string): Promise<readonly string[]> {
  if (payerOf(payerId).kind === 'member') return [payerId]
  const rows = reader.selectFrom('member').select('id').where('team_id', '=', payerId)
  return (await rows.execute()).map(({ id }) => id)
}

async function hasMembership(reader: Reader, memberIds: readonly string[]): Promise<boolean> {
  if (memberIds.length === 0) return false
  const rows = reader.selectFrom('member').select('id').where('id', 'in', memberIds)
  return (await rows.where('tier_id', 'is not', null).executeTakeFirst()) !== undefined
}

async function hasPaidBooking(
  reader: Reader,
  memberIds: readonly string[],
  now: Instant,
): Promise<boolean> {
  if (memberIds.length === 0) return false
  const rows = reader
    .selectFrom('booking')
    .select('body')
    .where('member_id', 'in', memberIds)
    .where('ends_at', '>', now)
  const bookings = (await rows.execute()).map(({ body }) => parseKept<Booking>(body))
  return bookings.some(({ state, owed }) => state === 'confirmed' && owed.amountMinor > 0)
}
