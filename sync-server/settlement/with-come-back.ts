/** Whatever gives up a booking gives back what it used: decided in one place, after each decision and before it is written. */
import type { Booking } from '../../domain/bookings/booking.ts'
import { comeBack } from '../../domain/bookings/lots/come-back.ts'
import type { KnownUse, LotUse } from '../../domain/bookings/lots/lot.ts'
import { usesOf } from '../../domain/bookings/lots/use-of.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { usesOfLots } from '../storage/load-lots.ts'
import type { Tx } from '../storage/storage.ts'
import { counted, type Fact } from './kind.ts'
import type { Ledger } from './ledger.ts'

/** Facts as they are written: changes counted, and with the lots that came back by themselves. */
export async function asWritten(
  ledger: Ledger,
  decided: readonly Fact[],
  now: Instant,
): Promise<readonly Fact[]> {
  const whole: Fact[] = []
  for (const fact of decided) whole.push(...(await withComeBack(ledger, whole, counted(fact), now)))
  return whole
}

/** The fact, and the lots that came back by it; almost always the fact alone. */
async function withComeBack(
  ledger: Ledger,
  earlier: readonly Fact[],
  fact: Fact,
  now: Instant,
): Promise<readonly Fact[]> {
  if (fact.kind !== 'booking' || fact.before === null || fact.before.covered.length === 0) {
    return [fact]
  }
  const { booking, before } = fact
  const catalogue = await ledger.catalogue(booking.siteId)
  if (catalogue === null) return [fact]
  const decided = [...ledger.decided(), ...earlier.flatMap(bookingIn)]
  const others = await usesOfDays(ledger.tx, decided, before)
  const came = comeBack(before, booking, catalogue, (use) => isShared(use, before, others), now)
  const lots = came.lots.map((lot) => ({ kind: 'lot' as const, lot }))
  return [{ ...fact, booking: came.booking }, ...lots]
}

function bookingIn(fact: Fact): readonly Booking[] {
  return fact.kind === 'booking' ? [fact.booking] : []
}

/** What other bookings use of its day passes, as it stands by now. */
async function usesOfDays(tx: Tx, decided: readonly Booking[], { covered }: Booking) {
  const ids = covered.flatMap(({ lot, day }) => (day === null ? [] : [lot.id]))
  if (ids.length === 0) return []
  const done = new Set<string>(decided.map(({ id }) => id))
  const read = (await usesOfLots(tx, ids)).filter(({ bookingId }) => !done.has(bookingId))
  return [...read, ...decided.flatMap(usesOf)]
}

function isShared({ lot, day }: LotUse, booking: Booking, others: readonly KnownUse[]): boolean {
  return others.some(
    (use) =>
      use.bookingId !== booking.id &&
      use.memberId === booking.memberId &&
      use.lot.id === lot.id &&
      day !== null &&
      use.day?.on === day.on &&
      use.day.nth === day.nth,
  )
}
