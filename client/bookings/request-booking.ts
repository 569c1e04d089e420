import type { Choice } from '../../domain/bookings/intent.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import type { Money } from '../../domain/values/money.ts'
import { type WriteAnswer, writeIntent } from '../sync/write-intent.ts'

export interface BookingWish {
  readonly siteId: SiteId
  readonly choice: Choice
  readonly price: Money
  readonly people: number
  readonly note: string
  readonly takeNearest: boolean
}

/** One wish to book. It expires at the end of the wished time: a booking that is over by then is no use to anybody. */
export function requestBooking(wish: BookingWish): Promise<WriteAnswer> {
  const { siteId, choice, price, people, note, takeNearest } = wish
  return writeIntent(
    'booking.request',
    { siteId, choice, fallbacks: [], takeNearest, people, note, quote: price, ceiling: null },
    { deadlineAt: toInstant(choice.interval.endsAt) },
  )
}
