/** Open seating for whoever has no desk of their own: how many are free, and the best of them one tap away. */
import { createEffect, createMemo, type JSX } from 'solid-js'
import { openSeating, seatingDate } from '../../domain/bookings/home/open-seat.ts'
import { favouritesFirst } from '../../domain/bookings/usual/favourites.ts'
import { usedPlaces } from '../../domain/bookings/usual/usual.ts'
import { spanAt } from '../../domain/bookings/wishes/times-of-day.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { createFavourites } from '../store/member.ts'
import { createOccupancy, toOccupied } from '../store/occupancy.ts'
import { words } from '../ui/words.ts'
import { OneTapPart } from './one-tap-part.tsx'

export function OpenSeat(props: {
  readonly space: Space
  readonly onKnown: () => void
}): JSX.Element {
  const bookings = createBookings()
  const favourites = createFavourites()
  const rows = createOccupancy(
    () => props.space.catalogue.site.id,
    () => seatingDate(props.space.catalogue, props.space.now),
  )
  const seating = createMemo(() => {
    const own = bookings()
    const taken = rows()
    if (own === undefined || taken === undefined) return undefined
    const { catalogue, member, now } = props.space
    const known = favouritesFirst(favourites(), usedPlaces(own, now))
    const occupied = toOccupied(catalogue, taken)
    return openSeating({ catalogue, member, occupied, bookings: own, now }, known)
  })
  createEffect(() => {
    if (seating() !== undefined) props.onKnown()
  })
  const when = () => {
    const found = seating()
    if (found == null) return ''
    const { date, from, until } = spanAt(props.space.catalogue, found.interval)
    return `${words.amounts.date(date, props.space.today)}, ${words.amounts.timeRange(from, until)}`
  }
  const offer = () => {
    const found = seating()
    if (found?.best == null) return null
    const { resource, interval } = found.best
    return { resource, interval, text: `${words.home.free(found.free)}. ${when()}` }
  }
  return (
    <OneTapPart
      id="open-seating"
      title={words.home.openSeating}
      space={props.space}
      offer={offer()}
      none={seating()?.best === null ? words.home.noneFree(when()) : null}
    />
  )
}
