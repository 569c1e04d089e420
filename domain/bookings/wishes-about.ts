/** Own wishes about bookings that exist, while they are not settled: shown beside the booking's state, never instead of it. */
import { type BookingId, bookingIdOfWait, type IntentId } from '../values/ids.ts'
import type { OwnIntent } from './booking-view.ts'
import type { BookingViewRow, WishAbout } from './booking-view-row.ts'
import { type ViewedPlace, viewedPlace } from './viewed-time.ts'
import type { SettledIntent } from './wishes/outcome.ts'

/** What is wished of a booking and not settled; of a change where it is to be. */
export type OpenWish = Pick<BookingViewRow, 'wish' | 'change'>

export function wishesByBooking(
  intents: readonly OwnIntent[],
  settled: ReadonlyMap<IntentId, SettledIntent>,
): ReadonlyMap<string, OpenWish> {
  const wishes = new Map<string, OpenWish>()
  const set = (
    { bookingId }: { readonly bookingId: BookingId },
    wish: WishAbout,
    change: ViewedPlace | null = null,
  ) => wishes.set(bookingId, { wish, change })
  // Of several wishes about one booking the last one made counts, in whatever order the rows arrive.
  const inOrder = [...intents].sort((a, b) => a.intent.seq - b.intent.seq)
  for (const { intent, state } of inOrder) {
    if (settled.has(intent.id) || state === 'expired') continue
    if (intent.kind === 'booking.cancel') set(intent.body, 'cancel')
    if (intent.kind === 'booking.confirm') set(intent.body, 'confirm')
    if (intent.kind === 'booking.extend-hold') set(intent.body, 'extend-hold')
    if (intent.kind === 'booking.check-in') set(intent.body, 'check-in')
    if (intent.kind === 'booking.end') set(intent.body, 'end')
    if (intent.kind === 'wait.leave') {
      set({ bookingId: bookingIdOfWait(intent.body.waitId) }, 'cancel')
    }
    if (intent.kind === 'booking.change') {
      set(intent.body, 'change', viewedPlace(intent.body.choice))
    }
    if (intent.kind === 'booking.sit') set(intent.body, 'change', viewedPlace(intent.body.choice))
    if (intent.kind === 'series.change') {
      for (const one of intent.body.bookings) set(one, 'change', viewedPlace(one.choice))
    }
    if (intent.kind === 'series.cancel' || intent.kind === 'basket.cancel') {
      for (const bookingId of intent.body.bookingIds) set({ bookingId }, 'cancel')
    }
  }
  return wishes
}
