import type { PayWith } from '../../domain/bookings/lots/lot.ts'
import { defaultDeadline } from '../../domain/bookings/wishes/default-deadline.ts'
import type { WishedGuest } from '../../domain/bookings/wishes/guest-wish.ts'
import type { Choice } from '../../domain/bookings/wishes/intent.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Money } from '../../domain/values/money.ts'
import { deviceNow } from '../app/clock.ts'
import { database } from '../store/database.ts'
import { type WriteAnswer, writeIntent } from '../sync/write-intent.ts'

export interface BookingWish {
  readonly siteId: SiteId
  readonly choice: Choice
  readonly price: Money
  readonly people: number
  readonly note: string
  readonly guests?: readonly WishedGuest[]
  readonly takeNearest: boolean
  /** Other choices in the member's order, and the most they agree to; none and what was shown where nothing is said. */
  readonly fallbacks?: readonly Choice[]
  readonly ceiling?: Money | null
  /** An end of the member's own to the wish, where that is earlier. */
  readonly answerBy?: Instant | null
  /** The member's own passes and allowance where nothing is said. */
  readonly payWith?: PayWith
}

/** One wish to book, of use for as long as its place could still be had. */
export async function requestBooking(wish: BookingWish): Promise<WriteAnswer> {
  const { siteId, choice, price, people, note, takeNearest } = wish
  const { guests = [], fallbacks = [], ceiling = null, answerBy = null } = wish
  const { payWith = 'personal' } = wish
  // Without storage the wish is refused below, in words; it needs no deadline for that.
  const known = await database()
    .catalogues.get(siteId)
    .catch(() => undefined)
  const now = deviceNow()
  const latest = defaultDeadline(known?.catalogue ?? null, [choice, ...fallbacks], now)
  const deadlineAt = answerBy !== null && now < answerBy && answerBy < latest ? answerBy : latest
  return writeIntent(
    'booking.request',
    {
      siteId,
      choice,
      fallbacks,
      takeNearest,
      people,
      note,
      quote: price,
      ceiling,
      forMemberId: null,
      guests,
      override: null,
      payWith,
    },
    { deadlineAt },
  )
}
