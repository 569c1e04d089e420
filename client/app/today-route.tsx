import type { JSX } from 'solid-js'
import { OwnPlaces } from '../account/own-places.tsx'
import { BookingCard } from '../bookings/booking-card.tsx'
import { isDismissed } from '../store/dismissed.ts'
import { TodayPage } from '../today/today-page.tsx'
import { late } from './chunks.ts'

const TodayBelow = late(async () => (await import('./today-below-route.tsx')).TodayBelow)

/** Of who sets a space up, until it is. */
const FirstSteps = late(async () => (await import('../operator/first-steps.tsx')).FirstSteps)

export function TodayRoute(): JSX.Element {
  return (
    <TodayPage
      card={BookingCard}
      held={OwnPlaces}
      steps={FirstSteps}
      below={TodayBelow}
      isDismissed={isDismissed}
    />
  )
}
