/** What a change of a booking changes of what is owed: the difference, for each of its causes. */
import type { Booking } from '../bookings/booking.ts'
import type { ChargeKind } from '../sites/billing-settings.ts'
import type { MemberId } from '../values/ids.ts'
import type { LocalDate } from '../values/local-date.ts'
import { type Money, subtract, zero } from '../values/money.ts'
import { type Charge, chargesOfBooking } from './charge.ts'

export interface Posting {
  readonly source: string
  /** Once each: the cause and how often its booking had changed. */
  readonly change: string
  readonly kind: ChargeKind
  readonly memberId: MemberId
  readonly on: LocalDate
  readonly amount: Money
}

/** Bookings of days that are not billed owe nothing here; moved to one that is, all of it is new. */
export function postingsOf(
  before: Booking | null,
  after: Booking,
  startsOn: LocalDate,
): readonly Posting[] {
  const were = before === null ? [] : billable(before, startsOn)
  return chargesOfBooking(after, '').flatMap((charge, index) => {
    const none = zero(charge.amount.currency)
    const now = charge.on < startsOn ? none : charge.amount
    const amount = subtract(now, were[index]?.amount ?? none)
    return amount.amountMinor === 0 ? [] : [posting(charge, after, amount)]
  })
}

/** The same from what was posted before, where that is known by cause: for a location that begins to bill. */
export function postingsMissing(
  booking: Booking,
  startsOn: LocalDate,
  posted: ReadonlyMap<string, number>,
): readonly Posting[] {
  return billable(booking, startsOn).flatMap((charge) => {
    const { currency } = charge.amount
    const known = { amountMinor: posted.get(charge.source) ?? 0, currency }
    const amount = subtract(charge.amount, known)
    return amount.amountMinor === 0 ? [] : [posting(charge, booking, amount)]
  })
}

function posting(charge: Charge, { revision, memberId }: Booking, amount: Money): Posting {
  const { source, kind, on } = charge
  return { source, change: `${source}.${revision}`, kind, memberId, on, amount }
}

function billable(booking: Booking, startsOn: LocalDate): readonly Charge[] {
  return chargesOfBooking(booking, '').map((charge) =>
    charge.on < startsOn ? { ...charge, amount: zero(charge.amount.currency) } : charge,
  )
}
