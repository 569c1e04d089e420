import type { JSX } from 'solid-js'
import { OwnPlaces } from '../account/own-places.tsx'
import { BookingCard } from '../bookings/booking-card.tsx'
import { isDismissed } from '../store/dismissed.ts'
import { TodayPage } from '../today/today-page.tsx'
import { late } from './chunks.ts'

const TodayBelow = late(async () => (await import('./today-below-route.tsx')).TodayBelow)

export function TodayRoute(): JSX.Element {
  return (
    <TodayPage card={BookingCard} held={OwnPlaces} below={TodayBelow} isDismissed={isDismissed} />
  )
}
