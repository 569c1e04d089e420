/**
 * All that was given of a lot and taken from it, as one device can tell: what its own bookings use, each on its day, and the rest as one
 * number, because bookings of long ago and of teammates are not there. Together they are what is left, whatever is known.
 */
import type { MemberId } from '../../values/ids.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { toWallTime, type ZoneTable } from '../../values/zone.ts'
import type { BookingViewRow } from '../booking-view-row.ts'
import type { KnownLot } from './lot.ts'
import { sumOf } from './shares.ts'

export type LotMovement =
  | { readonly kind: 'given'; readonly on: LocalDate; readonly amount: number }
  | {
      readonly kind: 'used'
      readonly on: LocalDate
      /** None of it where another booking goes on using the same day. */
      readonly amount: number
      readonly row: MovedRow
    }
  /** By somebody of the team, for whoever manages it. */
  | { readonly kind: 'teammate'; readonly amount: number; readonly memberId: MemberId }
  | { readonly kind: 'elsewhere'; readonly amount: number }

type MovedRow = Pick<BookingViewRow, 'id' | 'resourceId' | 'covered' | 'date' | 'startsAt'>

/** The latest first. */
export function movementsOf(
  lot: Pick<KnownLot, 'id' | 'amount' | 'validFrom' | 'usedElsewhere' | 'usedBy'>,
  rows: readonly MovedRow[],
  zone: ZoneTable,
): readonly LotMovement[] {
  const days = new Set<string>()
  const used = rows
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .flatMap((row): readonly LotMovement[] =>
      row.covered
        .filter((use) => use.lot.id === lot.id)
        .map(({ day, amount }) => {
          const key = day === null ? null : `${day.on} ${day.nth}`
          const isAgain = key !== null && days.has(key)
          if (key !== null) days.add(key)
          return {
            kind: 'used',
            on: row.date,
            amount: isAgain ? 0 : day === null ? amount : 1,
            row,
          }
        }),
    )
  const given = {
    kind: 'given',
    on: toWallTime(zone, lot.validFrom).date,
    amount: lot.amount,
  } as const
  const others = lot.usedBy ?? []
  const teammates = others.map((share) => ({ kind: 'teammate', ...share }) as const)
  const elsewhere = { kind: 'elsewhere', amount: lot.usedElsewhere - sumOf(others) } as const
  const rest = elsewhere.amount > 0 ? [elsewhere] : []
  return [given, ...rest, ...teammates, ...used].toReversed()
}

/** What is left after all of it. */
export function leftAfter(movements: readonly LotMovement[]): number {
  return movements.reduce(
    (left, one) => (one.kind === 'given' ? left + one.amount : left - one.amount),
    0,
  )
}
