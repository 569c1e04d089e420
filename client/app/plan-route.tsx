import { type JSX, lazy } from 'solid-js'
import { BookingCard } from '../bookings/booking-card.tsx'
import { BookingSheet } from '../bookings/booking-sheet.tsx'
import { createCoverModel } from '../bookings/cover-model.ts'
import { DateStrip } from '../bookings/date-strip.tsx'
import { requestBooking } from '../bookings/request-booking.ts'
import { sitHere } from '../bookings/sit-here.ts'
import { PlanPage } from '../floor/plan-page.tsx'

const WaitActions = lazy(async () => ({
  default: (await import('../bookings/waitlist/wait-actions.tsx')).WaitActions,
}))

const PlaceHelp = lazy(async () => ({
  default: (await import('../support/place-help.tsx')).PlaceHelp,
}))

export function PlanRoute(): JSX.Element {
  return (
    <PlanPage
      days={DateStrip}
      createCover={createCoverModel}
      sheet={BookingSheet}
      card={BookingCard}
      wait={WaitActions}
      help={PlaceHelp}
      request={requestBooking}
      sit={sitHere}
    />
  )
}
