import type { JSX } from 'solid-js'
import { BookingCard } from '../bookings/booking-card.tsx'
import { BookingSheet } from '../bookings/booking-sheet.tsx'
import { DateStrip } from '../bookings/date-strip.tsx'
import { requestBooking } from '../bookings/request-booking.ts'
import { sitHere } from '../bookings/sit-here.ts'
import { PlanPage } from '../floor/plan-page.tsx'

export function PlanRoute(): JSX.Element {
  return (
    <PlanPage
      days={DateStrip}
      sheet={BookingSheet}
      card={BookingCard}
      request={requestBooking}
      sit={sitHere}
    />
  )
}
