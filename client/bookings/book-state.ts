/** Everything the Book page shows, derived from the address and the rows on the device. */
import { createMemo } from 'solid-js'
import { freeSpans } from '../../domain/bookings/occupancy/availability.ts'
import { type Offer, offersOf, type Wanted } from '../../domain/bookings/search/offers.ts'
import { favouritesFirst } from '../../domain/bookings/usual/favourites.ts'
import { usedPlaces } from '../../domain/bookings/usual/usual.ts'
import {
  intervalAt,
  openSpanOf,
  spanOf,
  stepOf,
  type TimeChip,
  type TimeSpan,
} from '../../domain/bookings/wishes/times-of-day.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import { MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { addDays } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { createOnItsWay } from '../app/not-here.tsx'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { createFavourites } from '../store/member.ts'
import { createOccupancy, toOccupied } from '../store/occupancy.ts'
import { createBookSearch } from './book-search.ts'

export function createBook(space: () => Space) {
  const { search, change } = createBookSearch(space)
  const bookings = createBookings()
  const rows = createOccupancy(
    () => space().catalogue.site.id,
    () => search().date,
  )
  const occupied = createMemo(() => toOccupied(space().catalogue, rows() ?? []))
  const interval = createMemo(() => {
    const { date, span } = search()
    return span === null ? null : intervalAt(space().catalogue, date, span)
  })
  const favourites = createFavourites()
  /** What the member has marked comes first, then where they have been lately. */
  const known = createMemo(() =>
    favouritesFirst(favourites(), usedPlaces(bookings() ?? [], space().now)),
  )
  const wanted = (): Wanted => ({ ...search(), known: known() })
  const offers = createMemo((): readonly Offer[] => {
    const wished = interval()
    if (wished === null || rows() === undefined) return []
    const input = {
      ...space(),
      interval: wished,
      people: search().people,
      occupied: occupied(),
      bookings: bookings() ?? [],
    }
    return offersOf(input, wanted())
  })
  const asOf = () => rows() && (rows()?.find((row) => row.date === search().date)?.asOf ?? null)
  const isFollowed = () => search().date < addDays(space().today, limits.occupancyWeeksAhead * 7)
  const isArriving = createOnItsWay(() => asOf() === null && isFollowed())
  const step = () => stepOf(space().catalogue, search().kind)
  return {
    search,
    change,
    zone: () => space().catalogue.zone,
    bookings: () => bookings() ?? [],
    interval,
    space,
    wanted,
    favourites,
    offers,
    step,
    /** What is taken that day will be here in a moment. */
    isArriving,
    /** It will not, and the space decides. */
    isUnknown: () => asOf() === null && !isArriving(),
    isRead: () => asOf() !== undefined && !isArriving(),
    /** How old the availability of the day is: epoch ms; null when none has arrived, undefined while it is being read. */
    asOf,
    isPossible: (chip: TimeChip) =>
      chip === 'custom' ||
      spanOf(space().catalogue, chip, search().date, space().now, step()) !== null,
    /** The span that day bars cover. */
    open: (): TimeSpan => {
      const open = openSpanOf(space().catalogue, search().date)
      return { from: open?.opens ?? 540, until: open?.closes ?? 1080 }
    },
    /** What is still free of a place that day. */
    freeOf: (resource: Resource): readonly TimeSpan[] => {
      const { catalogue, now } = space()
      return freeSpans(catalogue, resource, search().date, occupied())
        .filter((span) => span.endsAt > now)
        .map((span) => {
          const end = toWallTime(catalogue.zone, span.endsAt)
          const stepMs = resource.rules.incrementMinutes * MINUTE_MS
          const next = Math.min(Math.ceil(now / stepMs) * stepMs, span.endsAt)
          const startsAt = toInstant(Math.max(span.startsAt, next))
          return {
            from: toWallTime(catalogue.zone, startsAt).minute,
            until: end.date > search().date ? 1440 : end.minute,
          }
        })
    },
  }
}

export type Book = ReturnType<typeof createBook>
