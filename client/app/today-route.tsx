import { type JSX, lazy } from 'solid-js'
import { BookingCard } from '../bookings/booking-card.tsx'
import { isDismissed } from '../bookings/dismissed.ts'
import { FreeNow } from '../bookings/free-now.tsx'
import { TodayPage } from '../today/today-page.tsx'

const UsualCard = lazy(async () => ({
  default: (await import('../bookings/usual-card.tsx')).UsualCard,
}))

/** Comes after the paint: what it reads, and most of what it says, no first screen needs. */
const MoneyNeeds = lazy(async () => ({
  default: (await import('../billing/money-needs.tsx')).MoneyNeeds,
}))

export function TodayRoute(): JSX.Element {
  return (
    <TodayPage
      card={BookingCard}
      free={FreeNow}
      usual={UsualCard}
      money={MoneyNeeds}
      isDismissed={isDismissed}
    />
  )
}
