/** Several places as one wish: a room, the projector for it, and lunch. All of them or none. */
import type { BasketId, BookingId, ExtraId, SiteId } from '../../values/ids.ts'
import type { Money } from '../../values/money.ts'
import type { PayWith } from '../lots/lot.ts'
import type { WishedGuest } from './guest-wish.ts'
import type { Choice } from './intent.ts'

export interface BasketRequest {
  readonly siteId: SiteId
  /** In the member's order; the first is what the others come with. */
  readonly items: readonly BasketItem[]
  readonly note: string
  /** The total that the member was shown, and the most they agreed to; no ceiling means the quote. */
  readonly quote: Money
  readonly ceiling: Money | null
}

export interface BasketItem {
  readonly choice: Choice
  readonly people: number
  readonly guests: readonly WishedGuest[]
  readonly extras: readonly WishedExtra[]
  /** As of a booking by itself: own passes and allowance, the team's, or money alone (D-27). */
  readonly payWith: PayWith
  /** What was shown for it, its extras included: a part of the total, and no limit of its own. */
  readonly quote: Money
}

export interface WishedExtra {
  readonly extraId: ExtraId
  readonly count: number
}

/** What was booked together, given back together: the bookings as they were shown. All of them or none. */
export interface BasketCancel {
  readonly basketId: BasketId
  readonly bookingIds: readonly BookingId[]
}
