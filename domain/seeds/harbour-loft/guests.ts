/** Who is brought to meetings in the coming days: some of the rooms that others have booked. */
import type { Booking } from '../../bookings/booking.ts'
import type { Guest } from '../../bookings/guests/guest.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { toId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { principals } from './people.ts'

const parties: readonly (readonly string[])[] = [
  ['Ruth Amsel'],
  ['Piet Jansen', 'Maartje Visser'],
  ['Ruth Amsel', 'Jonah Field'],
]

/** The first rooms from `since` on that hold so many; those who sign in bring nobody yet. */
export function withGuests(
  { resources }: Catalogue,
  bookings: readonly Booking[],
  since: Instant,
): readonly Booking[] {
  const roomOf = (id: string) =>
    resources.find((one) => one.id === id && one.kind === 'meeting-room')
  const left = [...parties]
  return bookings.map((booking) => {
    const [names] = left
    const isOurs = principals.some(({ id }) => id === booking.memberId)
    const room = roomOf(booking.resourceId)
    if (names === undefined || room === undefined || isOurs) return booking
    const people = 1 + names.length
    const isAhead = booking.state === 'confirmed' && booking.interval.startsAt >= since
    if (!isAhead || people > room.capacity) return booking
    left.shift()
    const guests = names.map((name, index): Guest => {
      const id = toId('guest', `gue_${booking.id.slice('bkg_'.length)}-${index + 1}`)
      return { id, name, arrivedAt: null, agreedTo: null }
    })
    return { ...booking, people, guests }
  })
}
