/** Lists of bookings in the order of their ids, so that the same facts give the same answers, however they came to be known. */
import type { Booking } from '../../domain/bookings/booking.ts'

export function byId(one: Booking, other: Booking): number {
  return one.id < other.id ? -1 : 1
}

/** Where the id stands in the list, or would. */
export function placeOf(list: readonly Booking[], id: string): number {
  let [from, until] = [0, list.length]
  while (from < until) {
    const middle = (from + until) >> 1
    const found = list[middle]
    if (found !== undefined && found.id < id) from = middle + 1
    else until = middle
  }
  return from
}
