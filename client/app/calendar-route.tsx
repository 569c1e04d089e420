import type { JSX } from 'solid-js'
import { BookForSomebody } from '../bookings/for-others.tsx'
import { CalendarPage } from '../operator/calendar/calendar-page.tsx'

export function CalendarRoute(): JSX.Element {
  return <CalendarPage bookFor={BookForSomebody} />
}
