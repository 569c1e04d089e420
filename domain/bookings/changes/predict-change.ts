/** A change as a device foresees it, from the row it shows: decided by the same function as the space decides with. */
import type { BookingViewRow } from '../booking-view-row.ts'
import { ownTimesOfRows } from '../limits/own-time.ts'
import { walletWithout } from '../lots/wallet-without.ts'
import {
  type ChangeAnswer,
  type Changeable,
  type ChangeInput,
  decideChange,
} from './decide-change.ts'
import { isPaidFirst } from './pay-to-change.ts'

export type PredictInput = Omit<
  ChangeInput,
  'booking' | 'ownTimes' | 'effectiveAt' | 'approval' | 'paidFirst'
> & {
  readonly row: BookingViewRow
  /** All that the member has and wishes for. */
  readonly rows: readonly BookingViewRow[]
  /** Left out where nobody takes payments. */
  readonly paying?: { readonly isAway: boolean }
}

/** Null where there is no booking to change. */
export function predictChange({ row, rows, paying, ...input }: PredictInput): ChangeAnswer | null {
  const booking = changeableOf(row)
  if (booking === null) return null
  const others = rows.filter(({ id }) => id !== row.id)
  const ownTimes = ownTimesOfRows(input.catalogue, others)
  const wallet = row.bookingId === null ? input.wallet : walletWithout(input.wallet, row.bookingId)
  const asked = { approval: 'asked', effectiveAt: input.now } as const
  const isPaid = isPaidFirst({ ...booking, isPrepaid: row.isPrepaid }, input, paying)
  const paidFirst = isPaid ? 'alone' : 'nobody'
  return decideChange({ ...input, booking, ownTimes, wallet, ...asked, paidFirst })
}

export function changeableOf(row: BookingViewRow): Changeable | null {
  const { state, resourceId, unit, people, price, owed, policy, settledAt, startsAt, endsAt } = row
  const { bookingId: id, covered, payWith } = row
  if (state !== 'held' && state !== 'confirmed' && state !== 'checked-in') return null
  if (
    id === null ||
    unit === null ||
    price === null ||
    owed === null ||
    policy === null ||
    settledAt === null
  ) {
    return null
  }
  const interval = { startsAt, endsAt }
  const terms = { price, owed, policy, covered, payWith }
  return { id, state, resourceId, unit, interval, people, settledAt, ...terms }
}
