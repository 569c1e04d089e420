import type { BookingId, GuestId } from '../../values/ids.ts'

/** A guest as their host names them. The id is made on the device, so that adding the same one twice is adding them once. */
export interface WishedGuest {
  readonly id: GuestId
  readonly name: string
  /** Where they are told by mail; absent where their host tells them. */
  readonly email?: string
}

/** They came. `agreedTo` is the fingerprint of the text that they were shown and agreed to; null where there is none. */
export interface GuestArrival {
  readonly bookingId: BookingId
  readonly guestId: GuestId
  readonly agreedTo: string | null
}

/** What changes about the guests of a booking: not the list, so that two devices do not undo each other. */
export interface GuestChange {
  readonly bookingId: BookingId
  readonly add: readonly WishedGuest[]
  readonly remove: readonly GuestId[]
}
